// What the evaluation needs of the store: the history its signals look back on, and readings that another process took in.
import type { PastReading } from '../../shared/alarms/signal.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import type { Store } from '../store/store.ts'
import type { Conditions } from './conditions.ts'

const PAGE = 10_000
/** Of one series, the newest so many. */
const MOST_RECALLED = 200_000
/** Series read on one by one in one go; of more than these the newest reading is enough. */
const MOST_GAPS = 500
/** Later than any reading can be. */
const FAR = 8.64e15

type Readings = Pick<Store, 'latest' | 'readings'>

/** Gives the evaluation the past it asks for. What is asked for meanwhile comes next time. */
export async function recallPast(store: Readings, conditions: Conditions, now: number): Promise<void> {
  const wanted = conditions.windowsToWarm()
  if (wanted.length === 0) return
  const newest = rowsOf(await store.latest())
  for (const { n, overMs } of wanted) {
    const last = newest.get(n)
    const past = last && overMs > 0 ? await readingsFrom(store, n, Math.min(last.t, now - overMs)) : []
    conditions.warm(n, past.length > 0 || !last ? past : [last])
  }
}

/**
 * Takes what other processes stored since: of every series all that is newer than what was taken here, so that a signal that counts
 * or looks back comes out the same on every node.
 */
export async function takeFromOthers(store: Readings, conditions: Conditions, newest: FrameColumns): Promise<void> {
  const watched = new Set([...conditions.watches().values()].flatMap(({ inputs }) => inputs.map(({ n }) => n)))
  let gaps = 0
  for (const [n, last] of rowsOf(newest)) {
    const known = conditions.newestOf(n)
    if (!watched.has(n) || (known !== undefined && last.t <= known)) continue
    const missed = known === undefined || ++gaps > MOST_GAPS ? [last] : await readingsFrom(store, n, known + 1)
    conditions.take(columnsOf(n, missed))
  }
}

async function readingsFrom(store: Readings, n: number, from: number): Promise<readonly PastReading[]> {
  let found: PastReading[] = []
  for (let next = from; ; ) {
    const { t, v, q } = await store.readings(n, next, FAR, PAGE)
    for (let i = 0; i < t.length; i++) found.push({ t: t[i] as number, v: v[i] as number, q: q[i] as number })
    if (found.length > MOST_RECALLED) found = found.slice(-MOST_RECALLED)
    if (t.length < PAGE) return found
    next = (t.at(-1) as number) + 1
  }
}

const rowsOf = ({ n, t, v, q }: FrameColumns): ReadonlyMap<number, PastReading> =>
  new Map([...n].map((one, i) => [one, { t: t[i] as number, v: v[i] as number, q: q[i] as number }]))

const columnsOf = (n: number, readings: readonly PastReading[]): FrameColumns => ({
  n: new Uint32Array(readings.length).fill(n),
  t: Float64Array.from(readings, ({ t }) => t),
  v: Float64Array.from(readings, ({ v }) => v),
  q: Uint8Array.from(readings, ({ q }) => q),
})
