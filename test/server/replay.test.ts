// Replay over HTTP: order, pages, bounds, who sees what.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAX_REPLAY_MS, type Replay, replayMarksSchema, replaySchema } from '../../shared/replay/api-schema.ts'
import { deliver, get } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const START = NOW - 3_600_000
const COUNT = 60
const folder = temporaryFolder()
let station: TestStation

/** Two series, a reading of both each minute for an hour. */
beforeAll(async () => {
  const quantities = ['water_level', 'ph'].map(code => ({ code, intervalMs: 60_000 }))
  const token = await registerDevice(folder.path, aDevicePlan({ quantities }))
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
  const readings = Array.from({ length: COUNT }, (_, i) => ({
    ts: START + i * 60_000,
    values: { water_level: i, ph: 7 + i / 100 },
  }))
  await deliver(station, token, { readings })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const ask = (query: string) => get(`${station.url}/api/v1/replay?${query}`)
const page = async (query: string): Promise<Replay> => {
  const { status, body } = await ask(query)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return replaySchema.parse(body)
}
const rowsOf = ({ series, n, t, v }: Replay) => t.map((time, i) => [series[n[i] ?? -1], (time - START) / 60_000, v[i]])

describe('readings after an instant', () => {
  test('leave out the instant itself and hold the end; they come by time', async () => {
    const answer = await page(`from=${START}&to=${START + 120_000}`)
    expect(rowsOf(answer)).toEqual([
      ['gauge-1.water_level', 1, 1],
      ['gauge-1.ph', 1, 7.01],
      ['gauge-1.water_level', 2, 2],
      ['gauge-1.ph', 2, 7.02],
    ])
    expect([answer.until, answer.next]).toEqual([START + 120_000, null])
  })

  test.each([1, 7, 118, 119])('in pages of %i meet each reading once', async limit => {
    const rows = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer: Replay = await page(`from=${START}&to=${NOW}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)
      rows.push(...rowsOf(answer))
      cursor = answer.next
    }
    expect(rows).toHaveLength(2 * (COUNT - 1))
    expect(new Set(rows.map(row => row.join(' '))).size).toBe(rows.length)
  })

  test('thinned are the last of each step', async () => {
    const answer = await page(`from=${START}&to=${NOW}&step=1200000`)
    expect(
      rowsOf(answer)
        .filter(([id]) => id === 'gauge-1.ph')
        .map(([, minute]) => minute),
    ).toEqual([19, 39, 59])
  })

  test('reach no further than six hours in one answer, and say so', async () => {
    expect((await page(`from=${START}&to=${START + MAX_REPLAY_MS}`)).until).toBe(START + MAX_REPLAY_MS)
    expect((await page(`from=${START}&to=${START + MAX_REPLAY_MS + 1}`)).until).toBe(START + MAX_REPLAY_MS)
  })

  test('are refused beyond the bounds', async () => {
    const range = `from=${START}&to=${NOW}`
    expect((await ask(`${range}&limit=10000`)).status).toBe(200)
    for (const wrong of [
      `${range}&limit=10001`,
      `${range}&limit=0`,
      `${range}&step=999`,
      `${range}&step=3600001`,
      `${range}&cursor=x`,
      `from=${NOW}&to=${START}`,
      `from=${START}`,
      'from=now&to=then',
    ])
      expect([wrong, (await ask(wrong)).status]).toEqual([wrong, 400])
  })
})

test('the track says what the present is, where things begin, and how much happened when', async () => {
  const answer = await get(`${station.url}/api/v1/replay/marks?points=10`)
  const marks = replayMarksSchema.parse(answer.body)
  expect(marks.now).toBe(NOW)
  expect(marks.first).toBeLessThanOrEqual(START)
  expect(marks.to).toBe(NOW)
  expect(marks.programme?.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
  expect(marks.alarms).toHaveLength(10)
  for (const [query, status] of [
    ['points=1000', 200],
    ['points=1001', 400],
    [`from=${NOW}&to=${START}`, 400],
  ] as const)
    expect((await get(`${station.url}/api/v1/replay/marks?${query}`)).status).toBe(status)
})
