// Stored readings in the order of time, and a long test of a rule on them: bounded, cancelled, never in the way of others.
import { setTimeout as sleep } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runBacktest } from '../../server/alarms/backtest-run.ts'
import { readingsInOrder } from '../../server/alarms/readings-in-order.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { aRule } from '../support/alarms.ts'
import { aRow, batchOf, type Row, someSeries } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
const registry = loadRegistry()
let store: Store
beforeAll(async () => {
  store = await openSqliteStore({ path: databasePath(folder.path) })
})
afterAll(async () => {
  await store.close()
  folder.remove()
})

async function collect(series: readonly number[], from: number, to: number, page: number, chunk: number) {
  const rows: Row[] = []
  for await (const { n, t, v, q } of readingsInOrder(store, series, from, to, { page, chunk })) {
    expect(n.length).toBeLessThanOrEqual(chunk)
    for (let i = 0; i < n.length; i++)
      rows.push({ n: n[i] as number, t: t[i] as number, v: v[i] as number, q: q[i] as number })
  }
  return rows
}

describe('readings in order', () => {
  test('are all of every series, by time and then by series, whatever the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.nat(200), { maxLength: 40 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(200),
        fc.nat(200),
        async (times, page, chunk, from, to) => {
          const series = await someSeries(store, times.length)
          const rows = times.flatMap((of, i) => of.map(t => aRow(series[i] as number, t)))
          if (rows.length > 0) await store.append(batchOf(rows.toSorted((a, b) => a.t - b.t)))
          const expected = rows.filter(({ t }) => t >= from && t <= to).toSorted((a, b) => a.t - b.t || a.n - b.n)
          expect(await collect(series, from, to, page, chunk)).toEqual(expected)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a long test', () => {
  const READINGS = 60_000
  let series: readonly CatalogueSeries[]
  beforeAll(async () => {
    const numbers = await someSeries(store, 3)
    series = numbers.map((n, i) => ({
      n,
      id: `gauge-${i}.water_level`,
      device: `gauge-${i}`,
      deviceName: 'Trạm thử',
      village: 'my-dong',
      quantity: 'water_level',
      unit: 'm',
      lon: 105.8,
      lat: 10.5,
      intervalMs: 1_000,
      source: 'simulated',
    }))
    for (const n of numbers)
      await store.append(batchOf(Array.from({ length: READINGS / 3 }, (_, i) => aRow(n, i * 1_000, 2 + (i % 5)))))
  })
  const run = (maxReadings: number, signal = new AbortController().signal) =>
    runBacktest(
      { store, world: { catalogue: series, registry }, maxReadings },
      { rule: aRule(), from: 0, to: 20_000_000 },
      signal,
    )

  test('ends at its bound and says until when it went; within the bound it is whole', async () => {
    const whole = await run(READINGS + 1)
    expect(whole).toMatchObject({ readings: READINGS, isCut: false, until: 20_000_000, isSimulated: true, watched: 3 })
    const cut = await run(30_000)
    expect(cut).toMatchObject({ readings: 30_000, isCut: true })
    expect(cut.until).toBe(9_999_000)
    expect(cut.alarms).toBeLessThan(whole.alarms)
  })

  test('lets others have their turn', async () => {
    let isDone = false
    let turns = 0
    const testing = run(READINGS + 1).finally(() => {
      isDone = true
    })
    while (!isDone) {
      turns++
      await sleep(1)
    }
    await testing
    expect(turns).toBeGreaterThan(10)
  })

  test('ends when whoever asked is gone', async () => {
    const leaving = new AbortController()
    const testing = run(READINGS + 1, leaving.signal)
    await sleep(5)
    leaving.abort()
    await expect(testing).rejects.toThrow('abort')
  })
})
