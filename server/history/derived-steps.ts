// Every step of a computed series over a range, a stretch of it at a time: however long the range, what is held is bounded, others
// get their turn, and nothing more is read once whoever asked is gone.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type DerivedInputs, valueOf } from '../../shared/derived/derive.ts'
import { ABOUT_DERIVED, DAY_MS, HOUR_MS } from '../../shared/derived/kinds.ts'
import { bucketStart } from '../store/rollup.ts'
import type { Store } from '../store/store.ts'
import type { FoundDerived } from './derived.ts'
import { type Hour, hoursOf } from './hours.ts'
import type { Range } from './range.ts'

/** What is computed at a stretch; stretches begin at the same days for everybody, so that one serves many ranges. */
const STRETCH_MS = 30 * DAY_MS
/** A stretch that is over stands so long: a reading that comes late is seen in it after that. */
const KEEP_MS = 60_000
/** Some megabytes; three years of three hourly series. */
const MAX_KEPT = 120
/** Steps computed between two looks at the clock, and how long others may be kept waiting. */
const CHUNK = 100
const TURN_MS = 10

export type HourReader = Pick<Store, 'buckets'>
export type DerivedStep = {
  /** When it begins, epoch milliseconds. */
  readonly t: number
  readonly value: number
  readonly category: string
}

/** The steps of a range that are over at `now`: from the one `from` lies in to before `end`. */
export function stepsWithin({ about }: FoundDerived, { from, to }: Range, now: number) {
  const { stepMs } = ABOUT_DERIVED[about.kind]
  const first = bucketStart(from, stepMs)
  return { first, end: Math.max(first, Math.min(bucketStart(to, stepMs) + stepMs, bucketStart(now, stepMs))), stepMs }
}

export type DerivedSteps = {
  /** Oldest first, in stretches; a step nobody can compute is left out. Throws the signal's reason once it is aborted. */
  readonly of: (
    found: FoundDerived,
    range: Range,
    now: number,
    signal?: AbortSignal,
  ) => AsyncGenerator<readonly DerivedStep[]>
}

export function createDerivedSteps(store: HourReader): DerivedSteps {
  /** In the order of use. */
  const kept = new Map<string, { readonly at: number; readonly steps: readonly DerivedStep[] }>()

  function remember(key: string, at: number, steps: readonly DerivedStep[]): void {
    kept.delete(key)
    kept.set(key, { at, steps })
    const [oldest] = kept.keys()
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  }

  return {
    async *of(found, range, now, signal) {
      for (const part of stretchesOf(stepsWithin(found, range, now))) {
        signal?.throwIfAborted()
        const key = `${found.about.id} ${part.from}`
        const held = part.isWhole ? kept.get(key) : undefined
        if (held && now - held.at < KEEP_MS) yield held.steps
        else {
          const steps = await compute(store, found, part, signal)
          if (part.isWhole) remember(key, now, steps)
          yield steps
        }
      }
    },
  }
}

/** Cut where stretches begin; whole ones lie between two such cuts. `to` isn't in it. */
function* stretchesOf({ first, end }: { readonly first: number; readonly end: number }) {
  const origin = bucketStart(0, DAY_MS)
  for (let from = first; from < end; ) {
    const next = origin + (Math.floor((from - origin) / STRETCH_MS) + 1) * STRETCH_MS
    const to = Math.min(next, end)
    yield { from, to, isWhole: to - from === STRETCH_MS }
    from = to
  }
}

async function compute(
  store: HourReader,
  found: FoundDerived,
  { from, to }: Range,
  signal: AbortSignal | undefined,
): Promise<readonly DerivedStep[]> {
  const { kind } = found.about
  const { stepMs } = ABOUT_DERIVED[kind]
  const inputs = await inputsFor(store, found, { from, to: to - 1 })
  const steps: DerivedStep[] = []
  let turnAt = performance.now()
  for (let t = from, count = 1; t < to; t += stepMs, count++) {
    const { value, category } = valueOf(kind, inputs, t)
    if (value !== null && category !== null) steps.push({ t, value, category })
    if (count % CHUNK > 0 || performance.now() - turnAt < TURN_MS) continue
    await nextTurn()
    signal?.throwIfAborted()
    turnAt = performance.now()
  }
  return steps
}

/** The hours that the steps of a range need, those before it that their rule looks back on included. */
export async function inputsFor(
  store: HourReader,
  { about, inputs, gauge }: FoundDerived,
  range: Range,
): Promise<DerivedInputs> {
  const from = bucketStart(range.from - ABOUT_DERIVED[about.kind].lookBackMs, HOUR_MS)
  const hours = await Promise.all(
    inputs.map(async ({ n, quantity }) => {
      const byPlace: Hour[] = []
      for (const hour of await hoursOf(store, n, { from, to: range.to })) byPlace[(hour.t - from) / HOUR_MS] = hour
      return [quantity.code, (start: number) => byPlace[(start - from) / HOUR_MS]] as const
    }),
  )
  return { hours: new Map(hours), levels: gauge?.levels ?? null }
}
