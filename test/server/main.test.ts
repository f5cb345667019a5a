// The program as it is started in production: what it says when it can't start, and how it ends.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { localKeyOf } from '../../server/running.ts'
import { linesOf, type Running, runCommand, startCommand } from '../support/command.ts'
import { deliver, readingsOf } from '../support/door.ts'
import { connectDevice } from '../support/field-device.ts'
import { openScreen } from '../support/screen.ts'
import { aDevicePlan, registerDevice, startTestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MAIN = 'server/main.ts'
/** An orderly end takes no longer, whoever is connected. */
const END_WITHIN_MS = 5_000

let folder: ReturnType<typeof temporaryFolder>
let started: Running[]
beforeEach(() => {
  folder = temporaryFolder()
  started = []
})
afterEach(async () => {
  for (const one of started) {
    one.process.kill('SIGKILL')
    await one.ended
  }
  folder.remove()
})

const environment = (about: Readonly<Record<string, string>> = {}) => ({
  PORT: '0',
  MQTT_PORT: '0',
  DATA_DIR: join(folder.path, 'data'),
  ...about,
})
function start(about: Readonly<Record<string, string>> = {}): Running {
  const one = startCommand(MAIN, [], environment(about))
  started.push(one)
  return one
}
/** The addresses of the line that says "ready". */
async function ready(one: Running): Promise<{ http: string; mqtt: string }> {
  const find = () => linesOf(one.out()).find(line => line.includes('"ready"'))
  await expect.poll(find, { timeout: 45_000, message: one.err() }).toBeDefined()
  return JSON.parse(find() ?? '{}')
}

describe('a start that fails', () => {
  test('for its configuration says every wrong value in a line of its own and ends with 2', async () => {
    const { code, out, err } = await runCommand(MAIN, [], environment({ PORT: 'x', LOG_LEVEL: 'loud', HOST: 'a b' }))
    expect([code, out]).toEqual([2, ''])
    expect(linesOf(err).map(line => line.split('=')[0])).toEqual(['PORT', 'HOST', 'LOG_LEVEL'])
  })

  test('for an open address without the addresses people type ends with 2', async () => {
    const { code, err } = await runCommand(MAIN, [], environment({ HOST: '0.0.0.0' }))
    expect([code, linesOf(err).length]).toEqual([2, 1])
    expect(err).toContain('ORIGINS')
  })

  test.each(['PORT', 'MQTT_PORT'])('for a taken %s says which in one line and ends with 1', async name => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as { port: number }
    try {
      const { code, err } = await runCommand(MAIN, [], environment({ [name]: String(port), LOG_LEVEL: 'silent' }))
      expect(code).toBe(1)
      expect(linesOf(err)).toEqual([expect.stringMatching(new RegExp(`${port}.* · .*${port} is taken.*PORT`))])
    } finally {
      holder.close()
    }
  })
})

describe('an orderly end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s comes within five seconds with devices, screens and idle connections open',
    async signal => {
      const token = await registerDevice(join(folder.path, 'data'), aDevicePlan())
      const one = start()
      const { http, mqtt } = await ready(one)
      const device = await connectDevice(mqtt, { id: 'gauge-1', token })
      const headers = { authorization: `Bearer ${localKeyOf(join(folder.path, 'data'))}` }
      const screen = await openScreen(http, { scope: 'province', headers })
      await device.tell({ ts: Date.now(), v: { water_level: 1 } })
      await deliver({ url: http }, token, { ts: Date.now() - 1_000, values: { water_level: 2 } })
      const signalledAt = performance.now()
      one.process.kill(signal)
      const { code, out, err } = await one.ended
      expect(performance.now() - signalledAt).toBeLessThan(END_WITHIN_MS)
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toContain(token)
      device.client.end(true)
      screen.leave()

      const station = await startTestStation({ dataDir: join(folder.path, 'data') })
      expect((await readingsOf(station, 'gauge-1.water_level')).map(reading => reading.v)).toEqual([2, 1])
      await station.stop()
    },
  )
})
