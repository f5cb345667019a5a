// The contract of one store with several processes at it: the server, the command line, an import.
import { expect, test } from 'vitest'
import { allReadings, append, aRow, aSeries, compactAll, FAR, rowsOfSeries, someSeries } from '../support/stored.ts'
import type { PlaceOf } from './store-contract.ts'

export function sharingContract(at: PlaceOf): void {
  test('what another process did is noticed once, what one did oneself never', async () => {
    const { store, place } = at()
    const other = await place.open()
    await store.changedElsewhere()
    const n = await aSeries(store)
    await append(store, [aRow(n, 1)])
    expect(await store.changedElsewhere()).toBe(false)
    expect(await other.changedElsewhere()).toBe(true)
    expect(await other.changedElsewhere()).toBe(false)

    const m = await aSeries(other)
    expect(await store.changedElsewhere()).toBe(true)
    expect(await store.changedElsewhere()).toBe(false)
    expect((await store.registry()).series.some(one => one.n === m)).toBe(true)

    await append(other, [aRow(n, 2)])
    await append(store, [aRow(n, 3)])
    expect(await store.changedElsewhere()).toBe(true)
    await other.close()
  })

  test('a reading that another process stored is recognised, however warm the memory of this one is', async () => {
    const { store, place } = at()
    const n = await aSeries(store)
    await append(store, [aRow(n, 10), aRow(n, 20)])
    const other = await place.open()
    await append(other, [aRow(n, 30), aRow(n, 15)])
    expect(await append(store, [aRow(n, 30), aRow(n, 15), aRow(n, 25), aRow(n, 30, 0)])).toEqual([
      'duplicate',
      'duplicate',
      'late',
      'conflict',
    ])
    expect(rowsOfSeries(await store.latest(), n)).toEqual([aRow(n, 30)])

    await compactAll(other, FAR)
    expect(
      await append(
        store,
        [10, 15, 20, 25, 30].map(t => aRow(n, t)),
      ),
    ).toEqual(Array.from({ length: 5 }, () => 'duplicate'))
    expect(await append(store, [aRow(n, 22), aRow(n, 40)])).toEqual(['late', 'newest'])
    await append(other, [aRow(n, 50)])
    await compactAll(other, FAR)
    expect(await append(store, [aRow(n, 50), aRow(n, 22), aRow(n, 45)])).toEqual(['duplicate', 'duplicate', 'late'])
    expect((await allReadings(store, n)).map(row => row.t)).toEqual([10, 15, 20, 22, 25, 30, 40, 45, 50])
    await other.close()
  })

  test('two processes that write the same readings at the same time, while one compacts, store each once', async () => {
    const { store, place } = at()
    const series = await someSeries(store, 4)
    const other = await place.open()
    const rows = Array.from({ length: 400 }, (_, i) => aRow(series[i % 4] as number, Math.floor(i / 4)))
    const outcomes: string[] = []
    const write = async (one: typeof store, step: number) => {
      for (let i = 0; i < rows.length; i += step) outcomes.push(...(await append(one, rows.slice(i, i + step))))
    }
    const tidy = async () => {
      for (let before = 10; before <= 100; before += 10) await other.compact(before)
    }
    await Promise.all([write(store, 13), write(other, 17), tidy()])
    expect(outcomes.filter(one => one === 'duplicate')).toHaveLength(400)
    for (const n of series)
      expect((await allReadings(store, n)).map(row => row.t)).toEqual(Array.from({ length: 100 }, (_, t) => t))
    await other.close()
  })
}
