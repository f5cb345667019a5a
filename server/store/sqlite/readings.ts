// Readings in SQLite: take in, answer. Synchronous; runs inside the store's worker only.
import type { DatabaseSync } from 'node:sqlite'
import type { FrameColumns } from '../../../shared/frame.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { type Columns, OUTCOME, type ReadingBatch } from '../store.ts'

type Row = { readonly series: number; readonly t: number; readonly v: number; readonly q: number }

export type ReadingTables = {
  readonly append: (batch: ReadingBatch) => Uint8Array
  readonly latest: () => FrameColumns
  readonly stateAt: (at: number) => FrameColumns
  readonly readings: (n: number, from: number, to: number, limit: number) => Columns
  /** Forgets what is cached about the tables: another connection wrote. */
  readonly forget: () => void
}

export function createReadingTables(db: DatabaseSync): ReadingTables {
  const insert = db.prepare('insert into hot (t, series, v, q) values (?, ?, ?, ?) on conflict do nothing')
  const heldHot = db.prepare('select v from hot where t = ? and series = ?')
  const heldCold = db.prepare('select v from cold where series = ? and t = ?')
  const newestCold = db.prepare('select max(t) as t from cold where series = ?')
  const newestLatest = db.prepare('select t from latest where series = ?')
  const setLatest = db.prepare(
    'insert into latest (series, t, v, q) values (?, ?, ?, ?) on conflict (series) do update set t = excluded.t, v = excluded.v, q = excluded.q',
  )
  const allLatest = db.prepare('select series, t, v, q from latest order by series')
  const range = db.prepare(`
    select t, v, q from (
      select t, v, q from cold where series = ?1 and t between ?2 and ?3
      union all
      select t, v, q from hot where series = ?1 and t between ?2 and ?3
    ) order by t limit ?4`)
  // SQLite fills the bare columns of `max(t)` from the row that holds the maximum.
  const stateAtInstant = db.prepare(`
    select series, max(t) as t, v, q from (
      select s.n as series, c.t, c.v, c.q from series s
        join cold c on c.series = s.n and c.t = (select max(t) from cold where series = s.n and t <= ?1)
      union all
      select series, max(t), v, q from hot where t <= ?1 group by series
    ) group by series order by series`)

  /** What the tables hold, so that the usual reading (newer than all) needs no look-up. Cleared by `forget`. */
  const latestAt = new Map<number, number>()
  const coldUpTo = new Map<number, number>()

  function latestTime(series: number): number {
    let time = latestAt.get(series)
    if (time === undefined) {
      time = (newestLatest.get(series) as { t: number } | undefined)?.t ?? -Infinity
      latestAt.set(series, time)
    }
    return time
  }

  /** The value already stored at that instant, or undefined. */
  function heldInCold(series: number, t: number): number | undefined {
    let upTo = coldUpTo.get(series)
    if (upTo === undefined) {
      upTo = (newestCold.get(series) as { t: number | null }).t ?? -Infinity
      coldUpTo.set(series, upTo)
    }
    return t > upTo ? undefined : (heldCold.get(series, t) as { v: number } | undefined)?.v
  }

  return {
    append(batch) {
      const outcome = new Uint8Array(batch.n.length)
      const newest = new Map<number, Row>()
      for (let i = 0; i < outcome.length; i++) {
        const series = batch.n[i] as number
        const t = batch.t[i] as number
        const v = batch.v[i] as number
        const before = newest.get(series)?.t ?? latestTime(series)
        const isNewest = t > before
        const q = isNewest || batch.q[i] === QUALITY_CODE.bad ? (batch.q[i] as number) : QUALITY_CODE.late
        let held = isNewest ? undefined : heldInCold(series, t)
        if (held === undefined && insert.run(t, series, v, q).changes === 0)
          held = (heldHot.get(t, series) as { v: number }).v
        if (held !== undefined) outcome[i] = held === v ? OUTCOME.duplicate : OUTCOME.conflict
        else if (isNewest) {
          outcome[i] = OUTCOME.newest
          newest.set(series, { series, t, v, q })
        } else outcome[i] = OUTCOME.late
      }
      for (const row of newest.values()) {
        setLatest.run(row.series, row.t, row.v, row.q)
        latestAt.set(row.series, row.t)
      }
      return outcome
    },
    latest: () => columnsOf(allLatest.all() as unknown as Row[]),
    stateAt: at => columnsOf(stateAtInstant.all(at) as unknown as Row[]),
    readings: (n, from, to, limit) => columnsOf(range.all(n, from, to, limit) as unknown as Row[]),
    forget() {
      latestAt.clear()
      coldUpTo.clear()
    },
  }
}

function columnsOf(rows: readonly Row[]): FrameColumns {
  return {
    n: Uint32Array.from(rows, row => row.series ?? 0),
    t: Float64Array.from(rows, row => row.t),
    v: Float64Array.from(rows, row => row.v),
    q: Uint8Array.from(rows, row => row.q),
  }
}
