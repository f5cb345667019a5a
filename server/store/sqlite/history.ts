// What ages: hot readings move to the cold table with their rollups, old raw readings go, ranges are answered from both.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { addTo, type Bucket, bucketStart, LEVELS, planBuckets, rollUp } from '../rollup.ts'
import type { Buckets, Columns } from '../store.ts'

/** One slice stays under about 200 ms of the worker, so that a commit never waits long behind it. */
const SLICE_ROWS = 20_000
const PRUNE_ROWS = 5_000

type HotRow = { readonly series: number; readonly t: number; readonly v: number; readonly q: number }
/** Start, lowest, highest, sum, count. */
type GroupedRow = readonly [t: number, min: number, max: number, sum: number, count: number]

export type HistoryTables = {
  readonly compact: (before: number) => number
  readonly prune: (before: number) => number
  readonly buckets: (n: number, from: number, to: number, points: number) => Buckets
}

export function createHistoryTables(db: DatabaseSync): HistoryTables {
  const nextHot = db.prepare(
    'select series, count(*) as rows from hot where t < ? group by series order by series limit 10000',
  )
  const slice = db.prepare('select series, t, v, q from hot where t < ? and series between ? and ? order by series, t')
  const toCold = db.prepare('insert into cold (series, t, v, q) values (?, ?, ?, ?)')
  const dropHot = db.prepare('delete from hot where t < ? and series between ? and ?')
  const mergeRollup = db.prepare(`
    insert into rollup (level, series, bucket, min, max, sum, count, last, last_t) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict do update set
      min = min(min, excluded.min), max = max(max, excluded.max),
      sum = sum + excluded.sum, count = count + excluded.count,
      last = iif(excluded.last_t >= last_t, excluded.last, last), last_t = max(last_t, excluded.last_t)`)
  const dropCold = db.prepare(
    'delete from cold where (series, t) in (select series, t from cold where series = ? and t < ? limit ?)',
  )
  const allSeries = db.prepare('select n from series order by n')
  // Grouped where the rows are: a row that crosses into script costs more than reading it. The start of a bucket is worked out in
  // whole numbers; as they are bound they would be fractions.
  const rollups = grouped(
    'bucket, min, max, sum, count from rollup where level = ?3 and series = ?4 and bucket >= ?5 and bucket < ?6',
  )
  const raw = grouped(`t, v, v, v, 1 from cold where series = ?3 and t between ?4 and ?5 and q <> ${QUALITY_CODE.bad}`)
  const rawHot = grouped(
    `t, v, v, v, 1 from hot where series = ?3 and t between ?4 and ?5 and q <> ${QUALITY_CODE.bad}`,
  )

  function grouped(rows: string): StatementSync {
    const statement = db.prepare(`
      with part (at, low, high, total, size) as (select ${rows})
      select cast(?1 as integer) + (at - cast(?1 as integer)) / cast(?2 as integer) * cast(?2 as integer) as start,
        min(low), max(high), sum(total), sum(size) from part group by start`)
    statement.setReturnArrays(true)
    return statement
  }

  function mergeSeries(series: number, rows: readonly HotRow[]): void {
    const readings = columnsOf(rows)
    for (const level of LEVELS)
      for (const b of rollUp(new Map(), readings, t => bucketStart(t, level)).values())
        mergeRollup.run(level, series, b.t, b.min, b.max, b.sum, b.count, b.last, b.lastT)
  }

  return {
    /** Whole series at a time: their cold pages are then written once a slice, not once a reading. */
    compact(before) {
      let first: number | undefined
      let last = 0
      let planned = 0
      for (const { series, rows } of nextHot.all(before) as { series: number; rows: number }[]) {
        if (first !== undefined && planned + rows > SLICE_ROWS) break
        first ??= series
        last = series
        planned += rows
      }
      if (first === undefined) return 0
      const bySeries = Map.groupBy(slice.all(before, first, last) as unknown as HotRow[], row => row.series)
      for (const [series, rows] of bySeries) {
        for (const row of rows) toCold.run(row.series, row.t, row.v, row.q)
        mergeSeries(series, rows)
      }
      return Number(dropHot.run(before, first, last).changes)
    },

    prune(before) {
      let left = PRUNE_ROWS
      for (const { n } of allSeries.all() as { n: number }[]) {
        left -= Number(dropCold.run(n, before, left).changes)
        if (left === 0) break
      }
      if (left < PRUNE_ROWS) db.exec('pragma incremental_vacuum(200)')
      return PRUNE_ROWS - left
    },

    buckets(n, from, to, points) {
      const { anchor, step, level } = planBuckets(from, to, points)
      const into = new Map<number, Bucket>()
      const take = (rows: unknown) => {
        for (const [t, min, max, sum, count] of rows as readonly GroupedRow[])
          addTo(into, { t, min, max, sum, count, last: 0, lastT: 0 })
      }
      const takeRaw = (start: number, end: number) => {
        if (start <= end) take(raw.all(anchor, step, n, start, end))
      }
      if (level === null) takeRaw(from, to)
      else {
        // Rollup buckets that lie wholly inside; the ragged ends come from the readings themselves.
        const start = bucketStart(from + level - 1, level)
        const end = bucketStart(to + 1, level)
        takeRaw(from, Math.min(start - 1, to))
        take(rollups.all(anchor, step, level, n, start, end))
        takeRaw(Math.max(end, start), to)
      }
      take(rawHot.all(anchor, step, n, from, to))
      return bucketColumns([...into.values()].sort((a, b) => a.t - b.t))
    },
  }
}

function columnsOf(rows: readonly Omit<HotRow, 'series'>[]): Columns {
  return {
    t: Float64Array.from(rows, row => row.t),
    v: Float64Array.from(rows, row => row.v),
    q: Uint8Array.from(rows, row => row.q),
  }
}

function bucketColumns(all: readonly Bucket[]): Buckets {
  return {
    t: Float64Array.from(all, b => b.t),
    min: Float64Array.from(all, b => b.min),
    max: Float64Array.from(all, b => b.max),
    mean: Float64Array.from(all, b => b.sum / b.count),
    count: Float64Array.from(all, b => b.count),
  }
}
