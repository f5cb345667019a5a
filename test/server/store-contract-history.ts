// The contract of ageing: moving to cold, rollups, pruning; a chart is the same whatever lies where.

import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planBuckets } from '../../server/store/rollup.ts'
import type { Buckets, Store } from '../../server/store/store.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import {
  allReadings,
  append,
  aRow,
  aSeries,
  compactAll,
  FAR,
  type Row,
  rowsOfSeries,
  someSeries,
} from '../support/stored.ts'
import type { PlaceOf } from './store-contract.ts'

const { good, bad } = QUALITY_CODE
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A day of the province begins here. */
const DAY_START = Date.UTC(2026, 10, 22, 17)

const bucketRows = ({ t, min, max, mean, count }: Buckets) =>
  [...t].map((start, i) => ({ t: start, min: min[i], max: max[i], mean: mean[i], count: count[i] }))

/** The same answer from all raw readings, by nothing but arithmetic. */
function naiveBuckets(rows: readonly Row[], from: number, to: number, points: number) {
  const { anchor, step } = planBuckets(from, to, points)
  const inside = rows.filter(({ t, q }) => t >= from && t <= to && q !== bad)
  const groups = Map.groupBy(inside, ({ t }) => anchor + Math.floor((t - anchor) / step) * step)
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([t, group]) => {
      const values = group.map(row => row.v)
      const sum = values.reduce((total, v) => total + v, 0)
      return { t, min: Math.min(...values), max: Math.max(...values), mean: sum / group.length, count: group.length }
    })
}

async function checksum(store: Store, series: readonly number[]): Promise<string> {
  const hash = createHash('sha256')
  for (const n of series)
    hash.update(JSON.stringify([await allReadings(store, n), rowsOfSeries(await store.latest(), n)]))
  return hash.digest('hex')
}

export function historyContract(at: PlaceOf): void {
  test('a chart is what all raw readings give, wherever they lie and however late they came', async () => {
    const span = fc.constantFrom(10 * MINUTE, 5 * HOUR, 3 * DAY, 90 * DAY)
    const scenario = span.chain(length => {
      const time = fc.oneof(
        fc.nat(length),
        fc.nat(Math.ceil(length / MINUTE)).map(minutes => minutes * MINUTE),
      )
      const reading = fc.record({ t: time, v: fc.integer({ min: -99, max: 99 }), isBad: fc.boolean() })
      const unique = { selector: (one: { t: number }) => one.t }
      return fc.record({
        waves: fc.array(
          fc.record({ readings: fc.uniqueArray(reading, { ...unique, maxLength: 15 }), compacted: fc.nat(length) }),
          { minLength: 1, maxLength: 3 },
        ),
        from: time,
        length: fc.nat(length),
        points: fc.integer({ min: 1, max: 40 }),
      })
    })
    await fc.assert(
      fc.asyncProperty(scenario, async ({ waves, from, length, points }) => {
        const { store } = at()
        const n = await aSeries(store)
        for (const { readings, compacted } of waves) {
          await append(
            store,
            readings.map(({ t, v, isBad }) => aRow(n, DAY_START + t, v, isBad ? bad : good)),
          )
          await compactAll(store, DAY_START + compacted)
        }
        const start = DAY_START + from
        const buckets = bucketRows(await store.buckets(n, start, start + length, points))
        expect(buckets).toEqual(naiveBuckets(await allReadings(store, n), start, start + length, points))
        expect(buckets.length).toBeLessThanOrEqual(points)
      }),
      { numRuns: 200 },
    )
  })

  test('compacting moves everything that is older, loses nothing and changes no answer', async () => {
    const { store } = at()
    const series = await someSeries(store, 3)
    const rows = series.flatMap(n =>
      Array.from({ length: 500 }, (_, i) => aRow(n, i * 1_000, i % 7, i % 50 === 0 ? bad : good)),
    )
    await compactAll(store, FAR)
    await append(store, rows)
    const before = await checksum(store, series)
    expect(await compactAll(store, 400_000)).toBe(3 * 400)
    expect((await store.figures()).hotRows).toBe(3 * 100)
    expect(await checksum(store, series)).toBe(before)
    expect(await compactAll(store, FAR)).toBe(3 * 100)
    expect((await store.figures()).hotRows).toBe(0)
    expect(await checksum(store, series)).toBe(before)
    expect(await store.compact(FAR)).toBe(0)
  })

  test('compacting leaves the reading of the very instant where it is and takes the one before', async () => {
    const { store } = at()
    const n = await aSeries(store)
    await compactAll(store, FAR)
    await append(store, [aRow(n, 999), aRow(n, 1_000)])
    expect(await compactAll(store, 1_000)).toBe(1)
    expect((await store.figures()).hotRows).toBe(1)
  })

  test('a reading is recognised again when the first one is cold long since', async () => {
    const { store } = at()
    const n = await aSeries(store)
    const rows = [10, 20, 30].map(t => aRow(n, t))
    await append(store, rows)
    await compactAll(store, FAR)
    expect(await append(store, rows)).toEqual(['duplicate', 'duplicate', 'duplicate'])
    expect(await append(store, [aRow(n, 20, 99), aRow(n, 15), aRow(n, 15)])).toEqual(['conflict', 'late', 'duplicate'])
    expect((await store.figures()).hotRows).toBe(1)
    await compactAll(store, FAR)
    expect(await append(store, [aRow(n, 15), aRow(n, 40)])).toEqual(['duplicate', 'newest'])
    expect((await allReadings(store, n)).map(row => row.t)).toEqual([10, 15, 20, 30, 40])
  })

  test('a large move goes in slices, each of whole series, until nothing is left', async () => {
    const { store } = at()
    await compactAll(store, FAR)
    const series = await someSeries(store, 3)
    for (const n of series)
      await append(
        store,
        Array.from({ length: 9_000 }, (_, i) => aRow(n, i)),
      )
    expect(await store.compact(FAR)).toBe(18_000)
    expect(await store.compact(FAR)).toBe(9_000)
    expect(await store.compact(FAR)).toBe(0)
    for (const n of series) expect(await allReadings(store, n)).toHaveLength(9_000)
  })

  test('pruning deletes raw readings in slices; what was rolled up, what is newer and the latest stay', async () => {
    const { store } = at()
    const n = await aSeries(store)
    while ((await store.prune(FAR)) > 0);
    const rows = Array.from({ length: 6_000 }, (_, i) => aRow(n, DAY_START + i * 20_000, i % 10))
    await append(store, rows)
    await compactAll(store, FAR)
    const chart = () => store.buckets(n, DAY_START, DAY_START + 2 * DAY - 1, 48).then(bucketRows)
    const firstDay = () => store.buckets(n, DAY_START, DAY_START + DAY - 1, 24).then(bucketRows)
    const whole = await chart()
    const firstWhole = await firstDay()
    expect(firstWhole).toHaveLength(24)
    const cut = DAY_START + 5_500 * 20_000
    expect([await store.prune(cut), await store.prune(cut), await store.prune(cut)]).toEqual([5_000, 500, 0])
    expect(await allReadings(store, n)).toEqual(rows.slice(5_500))
    expect(rowsOfSeries(await store.latest(), n)).toEqual([rows.at(-1)])
    expect(await chart()).toEqual(whole)
    expect(await firstDay()).toEqual(firstWhole)
    expect(whole.reduce((sum, bucket) => sum + (bucket.count ?? 0), 0)).toBe(6_000)
  })
}
