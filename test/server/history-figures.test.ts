import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readingsPageSchema } from '../../shared/api.ts'
import {
  derivedBucketsSchema,
  derivedListSchema,
  derivedStatisticsSchema,
  hoursSchema,
  originSchema,
  statisticsSchema,
} from '../../shared/history/api-schema.ts'
import { MAX_EXPORT_SERIES, MAX_HOUR_DAYS } from '../../shared/history/limits.ts'
import { deliver, get, problemOf } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 23/11/2026, 10:30 in the province. */
const NOW = Date.UTC(2026, 10, 23, 3, 30)
const MIDNIGHT = Date.UTC(2026, 10, 22, 17)
const GAUGE = 'gauge-1.water_level'
const AIR = 'air-1.pm25'
const folder = temporaryFolder()
let station: TestStation

beforeAll(async () => {
  const hourly = { intervalMs: HOUR }
  const gauge = await registerDevice(
    folder.path,
    aDevicePlan({
      village: 'tan-thuan-tay',
      quantities: ['water_level', 'ph', 'dissolved_oxygen'].map(code => ({ code, ...hourly })),
    }),
  )
  const air = await registerDevice(
    folder.path,
    aDevicePlan({
      id: 'air-1',
      name: 'Không khí',
      source: 'simulated',
      quantities: ['pm25', 'no2'].map(code => ({ code, ...hourly })),
    }),
  )
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
  // Two days of the province and a half: an hour is its own number.
  const hours = Array.from({ length: 58 }, (_, i) => MIDNIGHT - 2 * DAY + i * HOUR)
  await deliver(station, gauge, {
    readings: hours
      .filter(ts => ts < MIDNIGHT - 6 * HOUR || ts >= MIDNIGHT)
      .map(ts => ({
        ts,
        values: { water_level: 1 + ((ts - MIDNIGHT) / HOUR + 48) / 50, ph: 7, dissolved_oxygen: 4.5 },
      })),
  })
  await deliver(station, air, { readings: hours.map(ts => ({ ts, values: { pm25: 25, no2: 100 } })) })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const ask = (path: string) => get(`${station.url}/api/v1${path}`)
const range = `from=${MIDNIGHT - DAY}&to=${MIDNIGHT + DAY - 1}`

describe('statistics', () => {
  test('tell of what was measured, when, and of what wasn’t', async () => {
    const { body } = await ask(`/series/${GAUGE}/statistics?from=${MIDNIGHT - DAY}&to=${NOW}&limits=1.5,9`)
    const found = statisticsSchema.parse(body)
    expect(found).toMatchObject({
      basis: 'readings',
      count: 28,
      first: MIDNIGHT - DAY,
      last: MIDNIGHT + 9 * HOUR,
    })
    // Seven hours between the last before midnight and the first after; three usual steps of it count as measured.
    expect(found.gaps).toEqual({ count: 1, longestMs: 4 * HOUR, longestFrom: MIDNIGHT - 4 * HOUR })
    expect(found.above.map(({ at, atLeastMs }) => [at, atLeastMs > 0])).toEqual([
      [1.5, true],
      [9, false],
    ])
  })
  test('of what isn’t over yet end now', async () => {
    const { body } = await ask(`/series/${GAUGE}/statistics?from=${MIDNIGHT}&to=${NOW + DAY}`)
    expect(statisticsSchema.parse(body).to).toBe(NOW)
  })
  test.each(['limits=x', `limits=${Array.from({ length: 13 }, () => '1').join(',')}`, 'from=2&to=1', 'points=1'])(
    'asked for with %s are refused',
    async query => expect((await ask(`/series/${GAUGE}/statistics?${query}`)).status).toBe(400),
  )
  test('of twelve limits are told', async () =>
    expect(
      (await ask(`/series/${GAUGE}/statistics?limits=${Array.from({ length: 12 }, () => '1').join(',')}`)).status,
    ).toBe(200))
})

describe('clock hours', () => {
  test('are those of the province, with the hours that were measured', async () => {
    const { body } = await ask(`/series/${GAUGE}/hours?${range}`)
    const { hours } = hoursSchema.parse(body)
    expect(hours.map(({ t }) => (t - MIDNIGHT) / HOUR)).toEqual([
      ...Array.from({ length: 18 }, (_, i) => i - 24),
      ...Array.from({ length: 10 }, (_, i) => i),
    ])
    expect(hours.every(({ count, min, max }) => count === 1 && min === max)).toBe(true)
  })
  test(`of ${MAX_HOUR_DAYS} days are given, of a moment more refused`, async () => {
    const of = (ms: number) => ask(`/series/${GAUGE}/hours?from=${NOW - ms}&to=${NOW}`)
    expect((await of(MAX_HOUR_DAYS * DAY)).status).toBe(200)
    expect(problemOf(await of(MAX_HOUR_DAYS * DAY + 1)).status).toBe(400)
  })
})

describe('an export', () => {
  const csv = async (query: string) => {
    const answer = await ask(`/readings.csv?${query}`)
    return {
      ...answer,
      lines: String(answer.body)
        .replace('\uFEFF', '')
        .trimEnd()
        .split('\r\n')
        .map(line => line.split(',')),
    }
  }
  test('has a line for each time, and says unit, quality and source', async () => {
    const { lines, headers } = await csv(`series=${GAUGE},${AIR}&${range}`)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(lines[0]).toEqual([
      'Thời gian (giờ Việt Nam)',
      'Mực nước · Trạm thử (m)',
      'Chất lượng · Mực nước · Trạm thử',
      'Nguồn · Mực nước · Trạm thử',
      'Bụi PM2.5 · Không khí (µg/m³)',
      'Chất lượng · Bụi PM2.5 · Không khí',
      'Nguồn · Bụi PM2.5 · Không khí',
    ])
    expect(lines[1]).toEqual(['2026-11-22T00:00:00.000+07:00', '1.48', 'tốt', 'đo', '25', 'tốt', 'MÔ PHỎNG'])
    // Nothing of the gauge in that hour.
    expect(lines[24]).toEqual(['2026-11-22T23:00:00.000+07:00', '', '', '', '25', 'tốt', 'MÔ PHỎNG'])
    const page = readingsPageSchema.parse((await ask(`/series/${GAUGE}/readings?${range}`)).body)
    expect(lines.slice(1).flatMap(line => (line[1] === '' ? [] : [Number(line[1])]))).toEqual(
      page.readings.map(({ v }) => v),
    )
  })
  test('for Excel is a workbook', async () => {
    const response = await fetch(`${station.url}/api/v1/readings.xlsx?series=${GAUGE}&${range}`)
    expect(response.status).toBe(200)
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
  test('of what isn’t there, or of too much, is refused', async () => {
    const many = (count: number) => Array.from({ length: count }, () => GAUGE).join(',')
    expect((await ask(`/readings.csv?series=${many(MAX_EXPORT_SERIES)}&${range}`)).status).toBe(200)
    expect((await ask(`/readings.csv?series=${many(MAX_EXPORT_SERIES + 1)}&${range}`)).status).toBe(400)
    expect((await ask(`/readings.csv?series=${GAUGE},nobody.ph`)).status).toBe(404)
    expect((await ask('/readings.csv')).status).toBe(400)
  })
})

describe('what is computed', () => {
  test('is listed with what it comes from', async () => {
    const { derived } = derivedListSchema.parse((await ask('/derived')).body)
    expect(derived.map(({ id, inputSource }) => [id, inputSource])).toEqual([
      ['derived:air-1:vn-aqi-hour', 'simulated'],
      ['derived:air-1:vn-aqi-day', 'simulated'],
      ['derived:gauge-1:flood-stage', 'measured'],
      ['derived:gauge-1:water-class', 'measured'],
    ])
  })
  test('says how its newest value came about', async () => {
    const { body } = await ask('/derived/derived:air-1:vn-aqi-hour/origin')
    const origin = originSchema.parse(body)
    // PM2.5 of 25 is 50, NO₂ of 100 is 50; the hour that runs isn't over.
    expect([origin.value, origin.category, origin.from]).toEqual([50, 'good', MIDNIGHT + 9 * HOUR])
    expect(origin.steps.map(({ series, rule, used, index }) => [series, rule, used, index])).toEqual([
      ['air-1.pm25', 'nowcast', 25, 50],
      ['air-1.no2', 'hour-mean', 100, 50],
    ])
    expect(origin.missing).toEqual(['pm10', 'o3', 'so2', 'co'])
  })
  test('of a day belongs to the day of the province, and waits until it is over', async () => {
    const { body } = await ask(`/derived/derived:air-1:vn-aqi-day/readings?from=${MIDNIGHT - 2 * DAY}&to=${NOW}`)
    expect(derivedBucketsSchema.parse(body).buckets.map(({ t, mean }) => [t, mean])).toEqual([
      [MIDNIGHT - 2 * DAY, 50],
      [MIDNIGHT - DAY, 50],
    ])
  })
  test('leaves out what nobody can compute, and gives no more points than asked for', async () => {
    const of = async (points: number) =>
      derivedBucketsSchema.parse(
        (await ask(`/derived/derived:gauge-1:water-class/readings?from=${MIDNIGHT - DAY}&to=${NOW}&points=${points}`))
          .body,
      ).buckets
    const all = await of(100)
    expect(all).toHaveLength(28)
    expect(all.every(({ mean }) => mean === 3)).toBe(true)
    expect((await of(5)).length).toBeLessThanOrEqual(5)
    expect((await of(5)).reduce((sum, { count }) => sum + count, 0)).toBe(28)
  })
  test('compares only with verified levels', async () => {
    const { body } = await ask(`/derived/derived:gauge-1:flood-stage/origin?at=${MIDNIGHT + 9 * HOUR}`)
    const origin = originSchema.parse(body)
    // 1 + 57/50 m at the gauge of Cao Lãnh: above BĐ I (1.9), BĐ II isn't verified, below BĐ III (2.3).
    expect([origin.category, origin.gauge?.levels]).toEqual(['I', { I: 1.9, II: null, III: 2.3 }])
    expect(origin.steps[0]?.used).toBeCloseTo(2.14, 10)
  })
  test('has figures of every step, marked with what they come from; an order has no mean', async () => {
    const of = async (id: string, query = `from=${MIDNIGHT - DAY}&to=${NOW}`) =>
      derivedStatisticsSchema.parse((await ask(`/derived/${id}/statistics?${query}`)).body)
    const aqi = await of('derived:air-1:vn-aqi-hour')
    expect(aqi).toMatchObject({
      basis: 'steps',
      source: 'derived',
      inputSource: 'simulated',
      decision: 'QĐ 1459/QĐ-TCMT',
      inputs: ['air-1.pm25', 'air-1.no2'],
      count: 34,
      mean: 50,
      min: { v: 50, t: MIDNIGHT - DAY, withinMs: 0 },
      percentiles: { p10: 50, p50: 50, p90: 50 },
      // The hour that runs is no gap.
      to: MIDNIGHT + 10 * HOUR,
      measuredMs: 34 * HOUR,
      rangeMs: 34 * HOUR,
      gaps: { count: 0 },
      categories: [{ category: 'good', count: 34 }],
    })
    const water = await of('derived:gauge-1:water-class', `from=${MIDNIGHT - DAY}&to=${NOW}&limits=3`)
    // Nothing was measured in six hours; a class stands for its hour alone.
    expect(water).toMatchObject({ count: 28, mean: null, deviation: null, max: { v: 3 } })
    expect(water.gaps).toEqual({ count: 1, longestMs: 6 * HOUR, longestFrom: MIDNIGHT - 6 * HOUR })
    expect(water.above).toEqual([{ at: 3, atLeastMs: 28 * HOUR, atMostMs: 28 * HOUR }])
    expect(await of('derived:air-1:vn-aqi-day', `from=${NOW - HOUR}&to=${NOW}`)).toMatchObject({ count: 0, mean: null })
  })
  test('goes into a file beside what is measured, with category, source and origin', async () => {
    const { body } = await ask(
      `/readings.csv?series=${GAUGE},derived:gauge-1:flood-stage,derived:air-1:vn-aqi-day&from=${MIDNIGHT - DAY}&to=${MIDNIGHT - DAY + HOUR}`,
    )
    const lines = String(body).replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(lines[0]).toContain('Cấp báo động lũ · Trạm thử,Mức · Cấp báo động lũ · Trạm thử,')
    expect(lines[0]).toContain('Nguồn · Cấp báo động lũ · Trạm thử (tính từ Mực nước · QĐ 05/2020/QĐ-TTg)')
    expect(lines[0]).toContain('(tính từ Bụi PM2.5, NO₂ · QĐ 1459/QĐ-TCMT)')
    expect(lines.slice(1)).toEqual([
      '2026-11-22T00:00:00.000+07:00,1.48,tốt,đo,0,Dưới báo động,tính ra (đo),50,Tốt,tính ra (MÔ PHỎNG)',
      '2026-11-22T01:00:00.000+07:00,1.5,tốt,đo,0,Dưới báo động,tính ra (đo),,,',
    ])
    const english = await ask(
      `/readings.csv?series=derived:gauge-1:flood-stage&from=${MIDNIGHT}&to=${MIDNIGHT}&lang=en`,
    )
    expect(String(english.body)).toContain('Source · Flood stage · Trạm thử (computed from Water level · ')
    const workbook = await fetch(`${station.url}/api/v1/readings.xlsx?series=derived:air-1:vn-aqi-hour&${range}`)
    expect([workbook.status, workbook.headers.get('content-type')?.includes('spreadsheetml')]).toEqual([200, true])
  })
  test('isn’t in files or figures beyond the bound, and both languages say why', async () => {
    const of = (path: string, ms: number) => ask(`${path}from=${NOW - ms}&to=${NOW}`)
    const csv = '/readings.csv?series=derived:air-1:vn-aqi-hour&'
    const figures = '/derived/derived:air-1:vn-aqi-hour/statistics?'
    for (const path of [csv, figures]) expect((await of(path, MAX_HOUR_DAYS * DAY)).status).toBe(200)
    for (const path of [csv, figures]) {
      const problem = problemOf(await of(path, MAX_HOUR_DAYS * DAY + 1))
      expect(problem.status).toBe(400)
      expect(
        [problem.detail, problem.en.detail?.replace(',', '.')].every(
          text => text?.includes('1.100') || text?.includes('1100'),
        ),
      ).toBe(true)
    }
    expect((await ask('/readings.csv?series=derived:nobody:vn-aqi-hour')).status).toBe(404)
  })
  test.each([
    'derived:air-1:flood-stage',
    'derived:nobody:vn-aqi-hour',
    'derived:air-1:magic',
    'air-1.pm25',
    'derived:air-1:vn-aqi-hour:x',
  ])('%s is answered 404', async id => expect((await ask(`/derived/${id}/origin`)).status).toBe(404))
  test('over a range beyond the bound is refused', async () => {
    const of = (ms: number) => ask(`/derived/derived:air-1:vn-aqi-hour/readings?from=${NOW - ms}&to=${NOW}`)
    expect((await of(MAX_HOUR_DAYS * DAY)).status).toBe(200)
    expect(problemOf(await of(MAX_HOUR_DAYS * DAY + 1)).status).toBe(400)
  })
})
