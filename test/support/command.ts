// A command of the project as a process: its words, its exit code, nothing of the surroundings of the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

export type Outcome = { readonly code: number | null; readonly out: string; readonly err: string }
export type Running = {
  readonly process: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<Outcome>
}

/** @param script path below the project, e.g. `server/main.ts` */
export function startCommand(
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], USER: 'tester', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
  return { process: child, out: () => out, err: () => err, ended }
}

export const runCommand = (
  script: string,
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<Outcome> => startCommand(script, args, environment).ended

/** Lines without the one that is empty after the last line end. */
export const linesOf = (text: string): string[] => text.split('\n').filter(line => line !== '')
