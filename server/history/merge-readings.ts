// Readings of several series as one stream of lines, a line for each time, however long: a page of each at a time.
import { MAX_PAGE } from '../../shared/api.ts'
import type { Columns, Store } from '../store/store.ts'
import type { Range } from './range.ts'

export type MergedLine = {
  readonly t: number
  /** In the order of the series; undefined = it has no reading of that time. */
  readonly readings: readonly ({ readonly v: number; readonly q: number } | undefined)[]
}

/** Ends when the range does, or with the caller's `return`. */
export async function* mergeReadings(
  store: Pick<Store, 'readings'>,
  numbers: readonly number[],
  { from, to }: Range,
): AsyncGenerator<MergedLine> {
  const cursors = await Promise.all(numbers.map(n => openCursor(store, n, from, to)))
  for (;;) {
    const t = Math.min(...cursors.map(cursor => cursor.time()))
    if (t === Infinity) return
    const readings = cursors.map(cursor => (cursor.time() === t ? cursor.reading() : undefined))
    yield { t, readings }
    for (const cursor of cursors) if (cursor.time() === t) await cursor.advance()
  }
}

async function openCursor(store: Pick<Store, 'readings'>, n: number, from: number, to: number) {
  let page: Columns = await store.readings(n, from, to, MAX_PAGE)
  let at = 0
  return {
    time: () => page.t[at] ?? Infinity,
    reading: () => ({ v: page.v[at] as number, q: page.q[at] as number }),
    async advance() {
      at += 1
      if (at < page.t.length || page.t.length < MAX_PAGE) return
      page = await store.readings(n, (page.t[page.t.length - 1] as number) + 1, to, MAX_PAGE)
      at = 0
    },
  }
}
