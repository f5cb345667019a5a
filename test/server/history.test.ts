import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketsSchema, readingsPageSchema, seriesListSchema, stateSchema } from '../../shared/api.ts'
import { deliver, get, problemOf } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const COUNT = 10_005
const SERIES = 'gauge-1.water_level'
const folder = temporaryFolder()
let station: TestStation

/** Reading i of 10,005 is i seconds after START; its value is i mod 7. */
const START = NOW - COUNT * 1_000
beforeAll(async () => {
  const quantities = ['water_level', 'ph'].map(code => ({ code, intervalMs: 10_000 }))
  const token = await registerDevice(folder.path, aDevicePlan({ quantities }))
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
  const readings = Array.from({ length: COUNT }, (_, i) => ({ ts: START + i * 1_000, v: { water_level: i % 7 } }))
  await deliver(station, token, readings.slice(0, 5_000))
  await deliver(station, token, readings.slice(5_000))
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const ask = (query: string, series = SERIES) => get(`${station.url}/api/v1/series/${series}/readings${query}`)
const page = async (query: string) => {
  const { status, body } = await ask(query)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return readingsPageSchema.parse(body)
}
const refusal = async (query: string, series?: string) => {
  const answer = await ask(query, series)
  return [answer.status, problemOf(answer).status]
}

describe('raw readings', () => {
  test('come a thousand at a time unless asked otherwise, oldest first', async () => {
    const { readings, next } = await page('')
    expect(readings).toHaveLength(1_000)
    expect(readings[0]).toEqual({ t: START, v: 0, q: 'good' })
    expect(next).not.toBeNull()
  })

  test('come ten thousand at a time at the most; one more is refused', async () => {
    expect((await page('?limit=10000')).readings).toHaveLength(10_000)
    expect(await refusal('?limit=10001')).toEqual([400, 400])
    expect(await refusal('?limit=0')).toEqual([400, 400])
    expect((await page('?limit=1')).readings).toHaveLength(1)
  })

  test.each([333, 1_000, 10_000])('walked in pages of %i meet every reading once', async limit => {
    const times: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { readings, next }: { readings: { t: number }[]; next: string | null } = await page(
        `?limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      times.push(...readings.map(one => one.t))
      cursor = next
    }
    expect(times).toEqual(Array.from({ length: COUNT }, (_, i) => START + i * 1_000))
  })

  test('end with the last page even when it is exactly full', async () => {
    const { readings, next } = await page(`?limit=5&from=${START + 10_000 * 1_000}`)
    expect([readings.length, next]).toEqual([5, null])
  })

  test('of a range hold both its ends', async () => {
    const { readings } = await page(`?from=${START + 5_000}&to=${START + 7_000}`)
    expect(readings.map(one => one.t - START)).toEqual([5_000, 6_000, 7_000])
    expect((await page(`?from=${START + 5_000}&to=${START + 5_000}`)).readings).toHaveLength(1)
    expect((await page(`?from=${NOW}`)).readings).toEqual([])
  })

  test('of a range walked in pages stay in the range', async () => {
    const range = `from=${START + 5_000}&to=${START + 9_000}`
    const first = await page(`?${range}&limit=3`)
    const second = await page(`?${range}&limit=3&cursor=${first.next}`)
    expect([first.readings.length, second.readings.length, second.next]).toEqual([3, 2, null])
  })

  test('are asked for by any way of writing a time, with the plus encoded or not', async () => {
    const at = Temporal.Instant.fromEpochMilliseconds(START + 5_000)
    const local = at.toString({ timeZone: '+07:00', smallestUnit: 'second' })
    for (const text of [
      String(START + 5_000),
      at.toString(),
      encodeURIComponent(local),
      local,
      local.replace('T', '%20'),
      at.toString().replace('T', '%20'),
    ]) {
      const { readings } = await page(`?from=${text}&to=${text}`)
      expect([text, readings.map(one => one.t)]).toEqual([text, [START + 5_000]])
    }
  })
})

describe('buckets', () => {
  const bucketsFor = async (query: string) => {
    const { status, body } = await get(`${station.url}/api/v1/series/${SERIES}/readings?${query}`)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return bucketsSchema.parse(body).buckets
  }

  test('are as many as asked for at the most and hold every reading of the range once', async () => {
    for (const points of [1, 7, 100, 1_000, 10_000]) {
      const buckets = await bucketsFor(`from=${START}&to=${NOW}&points=${points}`)
      expect(buckets.length).toBeLessThanOrEqual(points)
      expect(buckets.reduce((sum, one) => sum + one.count, 0)).toBe(COUNT)
      expect(buckets.map(one => one.t)).toEqual(buckets.map(one => one.t).sort((a, b) => a - b))
    }
  })

  test('say lowest, highest, mean and count', async () => {
    expect(await bucketsFor(`from=${START}&to=${START + 6_000}&points=1`)).toEqual([
      { t: START, min: 0, max: 6, mean: 3, count: 7 },
    ])
  })

  test('without a range are of the last day, with one end of the day at that end', async () => {
    const counts = async (query: string) => (await bucketsFor(query)).reduce((sum, one) => sum + one.count, 0)
    expect(await counts('points=10')).toBe(COUNT)
    expect(await counts(`points=10&to=${START + 9_000}`)).toBe(10)
    expect(await counts(`points=10&to=${START - 1}`)).toBe(0)
    expect(await counts(`points=10&from=${NOW - 5_000}`)).toBe(5)
    expect(await counts(`points=10&from=${NOW + 1}`)).toBe(0)
  })

  test('leave out what is empty', async () =>
    expect(await bucketsFor(`from=${NOW}&to=${NOW + 1_000}&points=5`)).toEqual([]))
})

describe('a question that is wrong', () => {
  test.each([
    `?from=${NOW}&to=${NOW - 1}`,
    `?points=0&from=${START}&to=${NOW}`,
    `?points=10001&from=${START}&to=${NOW}`,
    '?limit=-1',
    '?limit=1.5',
    '?limit=1e3',
    '?limit=',
    '?from=',
    '?from=yesterday',
    '?from=2026-11-23T00:00:00',
    '?from=1&from=2',
    '?to[a]=1',
    '?cursor=x',
    '?cursor=12345678901234567',
    `?from=${'9'.repeat(65)}`,
    '?unknown=1',
    '?__proto__=1',
    '?constructor[prototype][x]=1',
    '?FROM=1',
  ])('%s is answered 400', async query => expect(await refusal(query)).toEqual([400, 400]))

  test.each([
    'gauge-1.ph_value',
    'nobody.water_level',
    'gauge-1',
    '.',
    '__proto__',
    'constructor',
    '%00',
    "gauge-1.water_level'--",
  ])('about the series %s is answered 404', async series => expect(await refusal('', series)).toEqual([404, 404]))

  test('with a broken escape is answered 400', async () => expect(await refusal('', '%E0%A4%A')).toEqual([400, 400]))
})

describe('the state', () => {
  const stateAt = async (at: string | number) => {
    const { status, body } = await get(`${station.url}/api/v1/state?at=${at}`)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return stateSchema.parse(body)
  }
  const levelAt = async (at: number) => (await stateAt(at)).series.find(one => one.id === SERIES)?.latest

  test('at an instant is the newest reading not newer than it', async () => {
    expect(await levelAt(START - 1)).toBeNull()
    expect(await levelAt(START)).toEqual({ t: START, v: 0, q: 'good' })
    expect(await levelAt(START + 8_500)).toEqual({ t: START + 8_000, v: 1, q: 'good' })
    expect(await levelAt(NOW + 86_400_000)).toEqual({ t: START + (COUNT - 1) * 1_000, v: (COUNT - 1) % 7, q: 'good' })
  })

  test('names the instant and every series, also those that never had a reading', async () => {
    const { at, series } = await stateAt('2026-11-23T09:00:00%2B07:00')
    expect(at).toBe(NOW)
    expect(series.map(one => [one.id, one.latest === null])).toEqual([
      ['gauge-1.water_level', false],
      ['gauge-1.ph', true],
    ])
  })

  test('now is what the list of series says', async () => {
    const { body } = await get(`${station.url}/api/v1/series`)
    expect(seriesListSchema.parse(body).series).toEqual((await stateAt(NOW)).series)
  })

  test.each(['', '?at=', '?at=now', '?at=1&x=2', '?at=1&at=2'])('asked for with "%s" is answered 400', async query =>
    expect((await get(`${station.url}/api/v1/state${query}`)).status).toBe(400),
  )
})
