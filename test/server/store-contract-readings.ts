// The contract of taking readings in: R2 (the same reading is one row) and R3 (order of arrival changes nothing).
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { QUALITY_CODE } from '../../shared/quality.ts'
import {
  allReadings,
  append,
  aRow,
  aSeries,
  batchOf,
  compactAll,
  FAR,
  type Row,
  rowsOf,
  rowsOfSeries,
  someSeries,
  splitBy,
} from '../support/stored.ts'
import type { PlaceOf } from './store-contract.ts'

const { good, late, bad } = QUALITY_CODE
const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
const byTime = (a: Row, b: Row) => a.t - b.t

export function readingsContract(at: PlaceOf): void {
  test('the same reading any number of times, in any split of batches, is one row', async () => {
    const sent = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 15 })
    await fc.assert(
      fc.asyncProperty(sent, sizes, async (times, parts) => {
        const { store } = at()
        const n = await aSeries(store)
        const outcomes: string[] = []
        for (const part of splitBy(times, parts))
          outcomes.push(
            ...(await append(
              store,
              part.map(t => aRow(n, t)),
            )),
          )
        const distinct = [...new Set(times)].sort((a, b) => a - b)
        expect((await allReadings(store, n)).map(row => [row.t, row.v])).toEqual(distinct.map(t => [t, t / 2]))
        const isFirst = times.map((t, i) => times.indexOf(t) === i)
        expect(outcomes.map(one => one !== 'duplicate')).toEqual(isFirst)
      }),
      { numRuns: 100 },
    )
  })

  test('another value for the same instant is a conflict, and the first one stays', async () => {
    const { store } = at()
    const n = await aSeries(store)
    expect(await append(store, [aRow(n, 10, 1), aRow(n, 10, 2)])).toEqual(['newest', 'conflict'])
    expect(await append(store, [aRow(n, 10, 3), aRow(n, 10, 1)])).toEqual(['conflict', 'duplicate'])
    expect(await allReadings(store, n)).toEqual([aRow(n, 10, 1)])
    expect(rowsOfSeries(await store.latest(), n)).toEqual([aRow(n, 10, 1)])
  })

  test('whatever the order of arrival, the batches and what was compacted in between, the same is kept and shown', async () => {
    const readings = fc.uniqueArray(
      fc.record({ t: fc.integer({ min: -3, max: 30 }), v: fc.integer(), isBad: fc.boolean() }),
      { selector: one => one.t, minLength: 1, maxLength: 10 },
    )
    const arrivals = readings.chain(all =>
      fc.record({
        arrived: fc.shuffledSubarray(all, { minLength: all.length }),
        parts: sizes,
        compacted: fc.option(fc.integer({ min: 0, max: 30 })),
      }),
    )
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ arrived, parts, compacted }) => {
        const { store } = at()
        const n = await aSeries(store)
        const expected: Row[] = []
        let newest: Row | undefined
        for (const [i, part] of splitBy(arrived, parts).entries()) {
          const rows = part.map(({ t, v, isBad }) => aRow(n, t, v, isBad ? bad : good))
          const outcomes = await append(store, rows)
          for (const [j, row] of rows.entries()) {
            const isNewest = newest === undefined || row.t > newest.t
            expect(outcomes[j]).toBe(isNewest ? 'newest' : 'late')
            expected.push({ ...row, q: isNewest || row.q === bad ? row.q : late })
            if (isNewest) newest = row
          }
          if (i === 0 && compacted !== null) await compactAll(store, compacted)
        }
        expect(await allReadings(store, n)).toEqual(expected.sort(byTime))
        expect(rowsOfSeries(await store.latest(), n)).toEqual([newest])
      }),
      { numRuns: 250 },
    )
  })

  test('a batch is stored whole or not at all, and a refused one leaves no trace', async () => {
    const { store } = at()
    const [n, m] = (await someSeries(store, 2)) as [number, number]
    await append(store, [aRow(n, 1)])
    await expect(store.append(batchOf([aRow(n, 5), aRow(m, 5), aRow(n, 6, Number.NaN)]))).rejects.toThrow()
    expect(await allReadings(store, n)).toEqual([aRow(n, 1)])
    expect(await allReadings(store, m)).toEqual([])
    expect(await append(store, [aRow(n, 5), aRow(m, 4)])).toEqual(['newest', 'newest'])
  })

  test('an empty batch is nothing', async () => expect(await at().store.append(batchOf([]))).toHaveLength(0))

  test('the newest of every series that has one is known, also after opening again', async () => {
    const { store, place } = at()
    const [n, m, none] = (await someSeries(store, 3)) as [number, number, number]
    await append(store, [aRow(n, 5), aRow(m, 9, -1, bad), aRow(n, 7), aRow(n, 6)])
    const again = await place.open()
    for (const one of [store, again]) {
      const latest = await one.latest()
      expect(rowsOfSeries(latest, n)).toEqual([aRow(n, 7)])
      expect(rowsOfSeries(latest, m)).toEqual([aRow(m, 9, -1, bad)])
      expect(rowsOfSeries(latest, none)).toEqual([])
    }
    expect(await append(again, [aRow(n, 7), aRow(n, 6, 0), aRow(n, 8)])).toEqual(['duplicate', 'conflict', 'newest'])
    await again.close()
  })

  test('the state at an instant is the newest reading not newer than it', async () => {
    const readings = fc.uniqueArray(fc.record({ t: fc.integer({ min: 0, max: 20 }), v: fc.integer() }), {
      selector: one => one.t,
      maxLength: 6,
    })
    const compacted = fc.integer({ min: 0, max: 21 })
    await fc.assert(
      fc.asyncProperty(readings, compacted, fc.integer({ min: -1, max: 21 }), async (all, before, instant) => {
        const { store } = at()
        const n = await aSeries(store)
        const half = Math.floor(all.length / 2)
        await append(
          store,
          all.slice(0, half).map(({ t, v }) => aRow(n, t, v)),
        )
        await compactAll(store, before)
        await append(
          store,
          all.slice(half).map(({ t, v }) => aRow(n, t, v)),
        )
        const held = all.filter(one => one.t <= instant).sort((a, b) => b.t - a.t)[0]
        const state = rowsOfSeries(await store.stateAt(instant), n).map(({ t, v }) => ({ t, v }))
        expect(state).toEqual(held ? [{ t: held.t, v: held.v }] : [])
      }),
      { numRuns: 80 },
    )
  })

  test('a range holds both its ends, comes oldest first and stops at its limit, hot and cold as one', async () => {
    const { store } = at()
    const n = await aSeries(store)
    await append(
      store,
      [3, 1, 5, 2, 4].map(t => aRow(n, t)),
    )
    await compactAll(store, 3)
    const times = async (from: number, to: number, limit: number) =>
      rowsOf(await store.readings(n, from, to, limit), n).map(row => row.t)
    expect(await times(-FAR, FAR, 9)).toEqual([1, 2, 3, 4, 5])
    expect(await times(2, 4, 9)).toEqual([2, 3, 4])
    expect(await times(2, 4, 2)).toEqual([2, 3])
    expect(await times(2, 2, 1)).toEqual([2])
    expect(await times(6, 9, 9)).toEqual([])
    expect(await times(4, 2, 9)).toEqual([])
  })

  test('a value keeps every digit of its double', async () => {
    const { store } = at()
    const n = await aSeries(store)
    const values = [31.9, 0.1 + 0.2, 5e-324, -1.7976931348623157e308, 2 ** 53 + 2]
    await append(
      store,
      values.map((v, t) => aRow(n, t, v)),
    )
    await compactAll(store, 2)
    expect((await allReadings(store, n)).map(row => row.v)).toEqual(values)
  })
}
