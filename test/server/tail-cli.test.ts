import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf, runCommand, startCommand } from '../support/command.ts'
import { deliver } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TAIL = 'server/live/tail-cli.ts'
const folder = temporaryFolder()
const START = Date.now()
let station: TestStation
let token: string
beforeAll(async () => {
  token = await registerDevice(folder.path, aDevicePlan())
  await registerDevice(folder.path, aDevicePlan({ id: 'gauge-2', village: 'dinh-yen' }))
  station = await startTestStation({ dataDir: folder.path })
  await deliver(station, token, { ts: START, values: { water_level: 1.5 } })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

type Line = Readonly<Record<string, unknown>>
const measured = (text: string): Line[] => linesOf(text).map(line => JSON.parse(line))

describe('tail', () => {
  test('prints one JSON line per reading with exactly the documented keys, the snapshot first, each reading once', async () => {
    const tail = startCommand(TAIL, ['--url', station.url, '--scope', 'village:my-dong'])
    await expect.poll(() => measured(tail.out()).length, { timeout: 20_000 }).toBe(1)
    for (let i = 1; i <= 3; i++) {
      await deliver(station, token, { ts: START + i, values: { water_level: i } })
      await expect.poll(() => measured(tail.out()).length).toBe(i + 1)
    }
    tail.process.kill('SIGINT')
    const { code, out, err } = await tail.ended
    expect([code, err]).toEqual([0, ''])
    for (const [i, line] of measured(out).entries())
      expect(line).toEqual({
        series: 'gauge-1.water_level',
        village: 'my-dong',
        quantity: 'water_level',
        t: START + i,
        v: i === 0 ? 1.5 : i,
        q: 'good',
        source: 'measured',
        receivedAt: expect.any(Number),
      })
  })

  test('with --count prints only the totals, and ends after the seconds asked for', async () => {
    const { code, out } = await runCommand(TAIL, ['--url', station.url, '--seconds', '1', '--count'])
    expect(code).toBe(0)
    const lines = measured(out)
    expect(lines).toEqual([
      { readings: 1, snapshot: 1, frames: 0, gaps: 0, bytes: 49, series: 1, seconds: expect.any(Number) },
    ])
    expect(lines[0]?.['seconds']).toBeGreaterThanOrEqual(1)
  })

  test('of a scope that is not there says so and fails', async () => {
    const { code, out, err } = await runCommand(TAIL, ['--url', station.url, '--scope', 'village:nowhere'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('village:nowhere')
  })

  test.each([[['--seconds', '0']], [['--seconds', 'x']], [['--colour']], [['--url', 'nowhere']]])(
    '%j is a mistake',
    async args => {
      const { code, out, err } = await runCommand(TAIL, args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/bad argument/)
    },
  )
})
