import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aBroker, type Broker } from './broker.ts'
import { aField } from './sample.ts'

// The program as a process: what it prints, how it ends. Its devices talk to a real broker.
const MAIN = join(import.meta.dirname, '..', '..', '..', 'server', 'simulate', 'main.ts')
let folder: string
let broker: Broker
let child: ChildProcess | undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'field-'))
  broker = await aBroker()
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await broker.stop()
  rmSync(folder, { recursive: true })
})

function start(...argv: string[]) {
  const started = fork(MAIN, argv, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  child = started
  let output = ''
  started.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  started.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(started, 'exit').then(([code]) => ({ code: code as number | null, output, at: performance.now() }))
  return { started, ended }
}
function credentials(): string {
  const file = join(folder, 'tokens.json')
  writeFileSync(
    file,
    JSON.stringify(
      Object.fromEntries(
        aField()
          .plans.slice(0, 3)
          .map(plan => [plan.id, 'token']),
      ),
    ),
  )
  return file
}

describe('the program', () => {
  test.each(['SIGTERM', 'disconnect'])(
    'ends within two seconds on %s, with its devices offline',
    async how => {
      const { started, ended } = start('--mqtt', broker.url, '--credentials', credentials(), '--seed', '3')
      await expect.poll(() => broker.connections(), { timeout: 8_000 }).toBeGreaterThan(0)
      const online = broker.connected.map(one => one.device)
      const began = performance.now()
      if (how === 'disconnect') started.disconnect()
      else started.kill('SIGTERM')
      const { code, output, at } = await ended
      expect([code, at - began < 2_000]).toEqual([0, true])
      expect(output).toMatch(/^trạm mô phỏng: 3 thiết bị.*\n$/)
      for (const device of online) {
        const state = broker.messages.findLast(message => message.topic.endsWith(`/${device}/state`))
        expect(state?.body).toEqual({ online: false })
      }
    },
    15_000,
  )

  test.each([
    [['--seed', 'x'], 'seed'],
    [['--credentials', '/nowhere/tokens.json'], 'tokens'],
  ])(
    'refuses %j with one line and exit code 2',
    async (argv, word) => {
      const { code, output } = await start('--mqtt', broker.url, ...argv).ended
      expect(code).toBe(2)
      expect(output).toContain(word)
      expect(output.trim().split('\n')).toHaveLength(1)
    },
    15_000,
  )

  test('ends by itself after the seconds it was given', async () => {
    const { code } = await start('--mqtt', broker.url, '--credentials', credentials(), '--seconds', '1').ended
    expect(code).toBe(0)
    expect(broker.connected.length).toBeGreaterThan(0)
  }, 15_000)
})
