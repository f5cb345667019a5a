// Builders and oracles for tests of a store: rows as plain objects, answers as plain objects.

import { type Columns, OUTCOME, type ReadingBatch, type Store } from '../../server/store/store.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'

export type Row = { readonly n: number; readonly t: number; readonly v: number; readonly q: number }

/** A reading of series `n` at `t`; its value follows from its time unless the test is about the value. */
export const aRow = (n: number, t: number, v: number = t / 2, q: number = QUALITY_CODE.good): Row => ({ n, t, v, q })

export const batchOf = (rows: readonly Row[]): ReadingBatch => ({
  n: Uint32Array.from(rows, row => row.n),
  t: Float64Array.from(rows, row => row.t),
  v: Float64Array.from(rows, row => row.v),
  q: Uint8Array.from(rows, row => row.q),
})
export const rowsOf = ({ t, v, q }: Columns, n: number): Row[] =>
  [...t].map((time, i) => ({ n, t: time, v: v[i] as number, q: q[i] as number }))
/** The rows of one series out of an answer about all. */
export const rowsOfSeries = (columns: FrameColumns, n: number): Row[] =>
  [...columns.n.keys()]
    .filter(i => columns.n[i] === n)
    .map(i => ({ n, t: columns.t[i] as number, v: columns.v[i] as number, q: columns.q[i] as number }))

const NAMES = Object.keys(OUTCOME) as readonly (keyof typeof OUTCOME)[]
export const namesOf = (outcome: Uint8Array): string[] =>
  [...outcome].map(one => NAMES.find(name => OUTCOME[name] === one) ?? '?')

/** Appends in one batch; what became of each row, by name. */
export const append = async (store: Store, rows: readonly Row[]): Promise<string[]> =>
  namesOf(await store.append(batchOf(rows)))

export const FAR = 8.64e15
export const allReadings = async (store: Store, n: number): Promise<Row[]> =>
  rowsOf(await store.readings(n, -FAR, FAR, 1_000_000), n)

export async function compactAll(store: Store, before: number): Promise<number> {
  let moved = 0
  for (let slice = await store.compact(before); slice > 0; slice = await store.compact(before)) moved += slice
  return moved
}

let lastDevice = 0
/** Fresh series of a fresh device, so that one store serves many runs. */
export async function someSeries(store: Store, count = 1): Promise<number[]> {
  const id = `device-${process.pid}-${++lastDevice}`
  const device = { id, name: id, village: 'my-dong', lon: 105.8, lat: 10.5, source: 'measured', createdAt: 1 } as const
  const series = Array.from({ length: count }, (_, i) => ({ quantity: `q${i}`, unit: 'm', intervalMs: 10_000 }))
  if (!(await store.addDevice({ ...device, tokenHash: `hash of ${id}` }, series, 'test')))
    throw new Error(`${id} exists`)
  return (await store.registry()).series.filter(one => one.device === id).map(one => one.n)
}
export const aSeries = async (store: Store): Promise<number> => (await someSeries(store))[0] as number

/** Cuts a list into consecutive parts of the given sizes, the rest in one last part. */
export function splitBy<T>(all: readonly T[], sizes: readonly number[]): T[][] {
  const parts: T[][] = []
  let at = 0
  for (const size of sizes) {
    if (at >= all.length) break
    parts.push(all.slice(at, at + size))
    at += size
  }
  if (at < all.length) parts.push(all.slice(at))
  return parts
}
