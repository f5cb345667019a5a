// Several series, measured or computed, as one stream of lines, a line for each time, however long: a page of each at a time.
import { MAX_PAGE } from '../../shared/api.ts'
import type { Columns, Store } from '../store/store.ts'
import type { FoundDerived } from './derived.ts'
import type { DerivedStep, DerivedSteps } from './derived-steps.ts'
import type { Range } from './range.ts'

export type LineValue =
  | { readonly kind: 'reading'; readonly v: number; readonly q: number }
  | { readonly kind: 'step'; readonly v: number; readonly category: string }
export type MergedLine = {
  readonly t: number
  /** In the order of the cursors; undefined = nothing of that time. */
  readonly values: readonly (LineValue | undefined)[]
}
/** A place in one series. */
export type Cursor = {
  /** Infinity at the end. */
  readonly time: () => number
  readonly value: () => LineValue
  readonly advance: () => Promise<void>
}

/** Ends when all cursors do, or with the caller's `return`. */
export async function* mergeLines(cursors: readonly Cursor[]): AsyncGenerator<MergedLine> {
  for (;;) {
    const t = Math.min(...cursors.map(cursor => cursor.time()))
    if (t === Infinity) return
    yield { t, values: cursors.map(cursor => (cursor.time() === t ? cursor.value() : undefined)) }
    for (const cursor of cursors) if (cursor.time() === t) await cursor.advance()
  }
}

/** Reads no page after the signal is aborted, and throws its reason. */
export async function readingsCursor(
  store: Pick<Store, 'readings'>,
  n: number,
  { from, to }: Range,
  signal?: AbortSignal,
): Promise<Cursor> {
  const pageFrom = (start: number): Promise<Columns> => {
    signal?.throwIfAborted()
    return store.readings(n, start, to, MAX_PAGE)
  }
  let page = await pageFrom(from)
  let at = 0
  return {
    time: () => page.t[at] ?? Infinity,
    value: () => ({ kind: 'reading', v: page.v[at] as number, q: page.q[at] as number }),
    async advance() {
      at += 1
      if (at < page.t.length || page.t.length < MAX_PAGE) return
      page = await pageFrom((page.t[page.t.length - 1] as number) + 1)
      at = 0
    },
  }
}

/** Steps that begin within the range and are over at `now`. */
export async function stepsCursor(
  all: DerivedSteps,
  found: FoundDerived,
  range: Range,
  now: number,
  signal?: AbortSignal,
): Promise<Cursor> {
  const stretches = all.of(found, range, now, signal)
  let steps: readonly DerivedStep[] = []
  let at = 0
  async function advance(): Promise<void> {
    at += 1
    while (at >= steps.length) {
      const next = await stretches.next()
      if (next.done) return
      steps = next.value.filter(({ t }) => t >= range.from)
      at = 0
    }
  }
  await advance()
  return {
    time: () => steps[at]?.t ?? Infinity,
    value: () => {
      const { value, category } = steps[at] as DerivedStep
      return { kind: 'step', v: value, category }
    },
    advance,
  }
}
