// What a replay reads: readings of many series by time, hot and cold as one, and how much happened when. Synchronous; inside the
// store's worker only.
import type { DatabaseSync } from 'node:sqlite'
import type { FrameColumns } from '../../../shared/frame.ts'
import type { EventParts, ReplayQuery } from '../store.ts'

type Row = { readonly n: number; readonly t: number; readonly v: number; readonly q: number }
type EventTime = { readonly id: number; readonly at: number }

export type ReplayTables = {
  readonly readingsAfter: (query: ReplayQuery) => FrameColumns
  readonly firstReadingAt: () => number | null
  readonly eventCounts: (family: string, type: string | null, parts: EventParts) => Uint32Array
}

/** Each series by the key of its table: cold one run of pages a series, hot one run for all. */
const AFTER = `
  select c.series as n, c.t, c.v, c.q from json_each(?1) s
    cross join cold c on c.series = s.value and c.t between ?2 and ?4 and (c.t, c.series) > (?2, ?3)
  union all
  select series, t, v, q from hot
    where t between ?2 and ?4 and (t, series) > (?2, ?3) and series in (select value from json_each(?1))`

export function createReplayTables(db: DatabaseSync): ReplayTables {
  const after = db.prepare(`select n, t, v, q from (${AFTER}) order by t, n limit ?5`)
  // SQLite fills the bare columns of `max(t)` from the row that holds the maximum.
  const lastOfStep = db.prepare(
    `select n, max(t) as t, v, q from (${AFTER}) group by n, floor(t * 1.0 / ?6) order by t, n limit ?5`,
  )
  const first = db.prepare(`
    select min(t) as t from (
      select min(t) as t from hot
      union all
      select (select min(t) from cold where series = n) from series)`)
  const eventAfter = db.prepare('select id, at from event where family = ? and id > ? order by id limit 1')
  const lastEvent = db.prepare('select id, at from event where family = ? order by id desc limit 1')
  const counts = db.prepare(`
    select min(cast((at - ?4) * ?6 / ?5 as integer), ?6 - 1) as part, count(*) as events from event
    where family = ?1 and id >= ?2 and id <= ?3 and (?7 is null or type = ?7) group by part`)

  /** The id of the first event not earlier than `at`, or one more than the last. Time never goes back within a family. */
  function firstEventFrom(family: string, at: number): number {
    let low = 0
    let high = (lastEvent.get(family) as EventTime | undefined)?.id ?? 0
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const next = eventAfter.get(family, middle) as EventTime | undefined
      if (next && next.at < at) low = next.id
      else high = middle
    }
    return low + 1
  }

  return {
    readingsAfter({ series, after: { t, n }, to, stepMs, limit }) {
      const list = JSON.stringify(series)
      const rows = stepMs === null ? after.all(list, t, n, to, limit) : lastOfStep.all(list, t, n, to, limit, stepMs)
      return columnsOf(rows as unknown as Row[])
    },
    firstReadingAt: () => (first.get() as { t: number | null }).t,
    eventCounts(family, type, { from, to, points }) {
      const filled = new Uint32Array(points)
      const [low, high] = [firstEventFrom(family, from), firstEventFrom(family, to + 1) - 1]
      if (low > high) return filled
      const span = Math.max(1, to - from)
      for (const row of counts.all(family, low, high, from, span, points, type) as { part: number; events: number }[])
        filled[row.part] = row.events
      return filled
    },
  }
}

function columnsOf(rows: readonly Row[]): FrameColumns {
  return {
    n: Uint32Array.from(rows, row => row.n),
    t: Float64Array.from(rows, row => row.t),
    v: Float64Array.from(rows, row => row.v),
    q: Uint8Array.from(rows, row => row.q),
  }
}
