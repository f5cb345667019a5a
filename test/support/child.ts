// A part of the station in a process of its own, so that it can be killed, traced or measured apart. It never outlives its parent:
// what it runs ends when the channel between them closes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'

export type Child = {
  /** The next message of the child that nobody has taken yet. Rejects when it ends instead. */
  readonly next: <T>(schema: z.ZodType<T>) => Promise<T>
  readonly send: (message: object) => void
  readonly isRunning: () => boolean
  readonly ended: Promise<unknown>
  /** Resolves when the process is gone. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
}

export type ChildOptions = {
  readonly environment?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** What runs Node, with its arguments: a tracer. */
  readonly under?: readonly string[]
}

/** @param entry path of a TypeScript file */
export function startChild(entry: string, { environment = {}, args = [], under = [] }: ChildOptions = {}): Child {
  const [command = '', ...rest] = [...under, process.execPath, entry, ...args]
  const child: ChildProcess = spawn(command, rest, {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const untaken: unknown[] = []
  let wake: () => void = () => undefined
  const ended = once(child, 'exit')
  child.on('message', message => {
    untaken.push(message)
    wake()
  })
  child.on('exit', () => wake())
  child.on('error', () => wake())

  const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  return {
    isRunning,
    ended,
    async next(schema) {
      while (untaken.length === 0) {
        if (!isRunning()) throw new Error(`${entry} ended with ${child.exitCode ?? child.signalCode}`)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      return schema.parse(untaken.shift())
    },
    send: message => void child.send(message),
    async kill(signal) {
      if (!isRunning()) return
      child.kill(signal)
      await ended
    },
  }
}

/** Inside a child: answers the parent. */
export function tellParent(message: object): void {
  process.send?.(message)
}

/** Inside a child: ends it with its parent. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit(0))
}
