// The contract of replay: readings of many series by time wherever they lie, in pages that meet each once; counts of events by time.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { append, aRow, compactAll, type Row, someSeries } from '../support/stored.ts'
import type { PlaceOf } from './store-contract.ts'

const LAST_SERIES = Number.MAX_SAFE_INTEGER
type Question = { readonly after: number; readonly to: number; readonly stepMs: number | null; readonly limit: number }

/** Pages until one isn't full. */
async function walk(store: Store, series: readonly number[], { after, to, stepMs, limit }: Question) {
  const rows: Row[] = []
  let place = { t: after, n: LAST_SERIES }
  for (;;) {
    const page = await store.readingsAfter({ series, after: place, to, stepMs, limit })
    const got = [...page.n].map((n, i) => ({
      n,
      t: page.t[i] as number,
      v: page.v[i] as number,
      q: page.q[i] as number,
    }))
    rows.push(...got)
    const last = got.at(-1)
    if (!last || got.length < limit) return rows
    place = last
  }
}

/** The same from all rows, by nothing but arithmetic. */
function expected(rows: readonly Row[], { after, to, stepMs }: Question): readonly Row[] {
  const inside = rows.filter(({ t }) => t > after && t <= to).sort((a, b) => a.t - b.t || a.n - b.n)
  if (stepMs === null) return inside
  return inside.filter(
    one =>
      !inside.some(({ n, t }) => n === one.n && t > one.t && Math.floor(t / stepMs) === Math.floor(one.t / stepMs)),
  )
}

export function replayContract(at: PlaceOf): void {
  test('what follows an instant comes by time, each reading once, wherever it lies and however small the pages', async () => {
    const reading = fc.record({ of: fc.nat(2), t: fc.nat(60) })
    const scenario = fc.record({
      readings: fc.uniqueArray(reading, { selector: one => `${one.of} ${one.t}`, maxLength: 40 }),
      compacted: fc.nat(70),
      after: fc.integer({ min: -1, max: 60 }),
      span: fc.nat(70),
      stepMs: fc.constantFrom(null, 5, 20),
      limit: fc.integer({ min: 1, max: 7 }),
    })
    await fc.assert(
      fc.asyncProperty(scenario, async ({ readings, compacted, after, span, stepMs, limit }) => {
        const { store } = at()
        const series = await someSeries(store, 4)
        const rows = readings.map(({ of, t }) => aRow(series[of] as number, t, t + of / 10))
        await append(store, rows)
        await compactAll(store, compacted)
        const question = { after, to: after + span, stepMs, limit }
        const got = (await walk(store, series, question)).map(({ n, t, v }) => ({ n, t, v }))
        expect(got).toEqual(expected(rows, question).map(({ n, t, v }) => ({ n, t, v })))
      }),
      { numRuns: 150 },
    )
  })

  test('series that were not asked for are not in it', async () => {
    const { store } = at()
    const [one = 0, other = 0] = await someSeries(store, 2)
    await append(store, [aRow(one, 1), aRow(other, 1), aRow(other, 2)])
    const rows = await walk(store, [one], { after: 0, to: 9, stepMs: null, limit: 10 })
    expect(rows.map(({ n, t }) => [n, t])).toEqual([[one, 1]])
    expect(await walk(store, [], { after: 0, to: 9, stepMs: null, limit: 10 })).toEqual([])
  })

  test('the oldest reading is known wherever it lies', async () => {
    const { store } = at()
    const [n = 0] = await someSeries(store)
    await append(store, [aRow(n, -5_000)])
    expect(await store.firstReadingAt()).toBe(-5_000)
    await compactAll(store, 0)
    expect(await store.firstReadingAt()).toBe(-5_000)
  })

  test('events are counted in the part of time they fall in, the ends included, of one type or of all', async () => {
    const { store } = at()
    const family = `counted${process.pid}`
    const times = [99, 100, 109, 110, 199, 200, 201]
    const events = times.map((time, i) => ({
      at: time,
      actor: 'test',
      type: `${family}.${i % 2 === 0 ? 'even' : 'odd'}`,
      subject: 'counted',
      data: {},
    }))
    await store.appendEvents({ events, expected: [], key: family, fingerprint: family })
    const parts = { from: 100, to: 200, points: 10 }
    expect([...(await store.eventCounts(family, null, parts))]).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2])
    expect([...(await store.eventCounts(family, `${family}.even`, parts))]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    expect([...(await store.eventCounts(family, null, { from: 300, to: 400, points: 2 }))]).toEqual([0, 0])
    expect([...(await store.eventCounts('nothing', null, parts))]).toEqual(Array.from({ length: 10 }, () => 0))
  })
}
