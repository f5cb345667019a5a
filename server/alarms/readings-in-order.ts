// Stored readings of many series as one stream in the order of their times, a page of each series at a time in memory.
import type { FrameColumns } from '../../shared/frame.ts'
import type { Columns, Store } from '../store/store.ts'

/** Readings of one series read from the store at a time. */
const PAGE = 2_000
/** Readings handed on at a time: some milliseconds of work for whoever takes them. */
const CHUNK = 1_000

type Cursor = { readonly n: number; page: Columns; i: number }
export type ReadingsInOrderOptions = { readonly page?: number; readonly chunk?: number }

/** With from ≤ t ≤ to; of the same time, the smaller series first. */
export async function* readingsInOrder(
  store: Pick<Store, 'readings'>,
  series: readonly number[],
  from: number,
  to: number,
  { page = PAGE, chunk = CHUNK }: ReadingsInOrderOptions = {},
): AsyncGenerator<FrameColumns, void, undefined> {
  const heap: Cursor[] = []
  for (const n of series) {
    const first = await store.readings(n, from, to, page)
    if (first.t.length > 0) push(heap, { n, page: first, i: 0 })
  }
  let rows = emptyRows()
  for (let cursor = heap[0]; cursor; cursor = heap[0]) {
    const time = cursor.page.t[cursor.i] as number
    rows.n.push(cursor.n)
    rows.t.push(time)
    rows.v.push(cursor.page.v[cursor.i] as number)
    rows.q.push(cursor.page.q[cursor.i] as number)
    cursor.i += 1
    if (cursor.i === cursor.page.t.length) {
      cursor.page =
        cursor.i < page ? { ...cursor.page, t: new Float64Array() } : await store.readings(cursor.n, time + 1, to, page)
      cursor.i = 0
    }
    if (cursor.page.t.length === 0) pop(heap)
    else sink(heap, 0)
    if (rows.n.length === chunk) {
      yield columnsOf(rows)
      rows = emptyRows()
    }
  }
  if (rows.n.length > 0) yield columnsOf(rows)
}

const emptyRows = () => ({ n: [] as number[], t: [] as number[], v: [] as number[], q: [] as number[] })
const columnsOf = (rows: ReturnType<typeof emptyRows>): FrameColumns => ({
  n: Uint32Array.from(rows.n),
  t: Float64Array.from(rows.t),
  v: Float64Array.from(rows.v),
  q: Uint8Array.from(rows.q),
})

const isBefore = (a: Cursor, b: Cursor): boolean => {
  const [ta, tb] = [a.page.t[a.i] as number, b.page.t[b.i] as number]
  return ta < tb || (ta === tb && a.n < b.n)
}

function push(heap: Cursor[], cursor: Cursor): void {
  heap.push(cursor)
  for (let at = heap.length - 1; at > 0; ) {
    const above = Math.floor((at - 1) / 2)
    if (!swapIfBefore(heap, at, above)) return
    at = above
  }
}

function pop(heap: Cursor[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  heap[0] = last
  sink(heap, 0)
}

function sink(heap: Cursor[], from: number): void {
  for (let at = from; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const [l, r] = [heap[left], heap[right]]
    const least = l && r && isBefore(r, l) ? right : left
    if (!swapIfBefore(heap, least, at)) return
    at = least
  }
}

/** Swaps when the one at `a` is before the one at `b`. */
function swapIfBefore(heap: Cursor[], a: number, b: number): boolean {
  const [one, other] = [heap[a], heap[b]]
  if (!one || !other || !isBefore(one, other)) return false
  heap[a] = other
  heap[b] = one
  return true
}
