// A chart over 10 million readings: our query through the store's port beside the bare SQL that does the same work, each on
// a thread of its own. `--history` builds the store (some minutes); `--quick` has a tenth of it.
import { bucketStart, LEVELS, planBuckets } from '../../server/store/rollup.ts'
import { databasePath, openDatabase } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openBareHistory } from './bare-history.ts'
import { inMillis, type Line, median, type Section } from './statistics.ts'

const SERIES = 2_000
const EVERY_MS = 60_000
const END = Date.UTC(2026, 10, 23)
const GOAL = 1.3
const ASKED = 200

export async function measureHistory({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const each = isQuick ? 500 : 5_000
  const folder = temporaryFolder()
  try {
    const path = databasePath(folder.path)
    const builtAt = performance.now()
    build(path, each)
    const seconds = Math.round((performance.now() - builtAt) / 1_000)
    const store = await openSqliteStore({ path })
    try {
      const lines: Line[] = []
      const whole = each * EVERY_MS
      for (const [name, span, points] of [
        ['24 h in 300 points', 24 * 60 * EVERY_MS, 300],
        ['30 days in 1,000 points', 30 * 24 * 60 * EVERY_MS, 1_000],
        ['the whole range in 1,000 points', whole, 1_000],
      ] as const) {
        const range = { from: END - span, to: END - 1, points }
        const bare = await openBareHistory({ path, sql: bareQuery(range) })
        await bare.ask(1)
        await store.buckets(1, range.from, range.to, points)
        const [ours, theirs]: [number[], number[]] = [[], []]
        let most = 0
        for (let turn = 0; turn < ASKED; turn++) {
          // Interleaved, each series once: nothing is warm for one of them only.
          const n = 1 + ((turn * 37) % SERIES)
          const inOrder = turn % 2 === 0
          if (inOrder) theirs.push(await timeOf(() => bare.ask(n)))
          ours.push(
            await timeOf(async () => {
              most = Math.max(most, (await store.buckets(n, range.from, range.to, points)).t.length)
            }),
          )
          if (!inOrder) theirs.push(await timeOf(() => bare.ask(n)))
        }
        await bare.stop()
        const ratio = median(ours) / median(theirs)
        lines.push({
          name,
          value: inMillis(median(ours)),
          note: `${ratio.toFixed(2)} of the bare SQL (${inMillis(median(theirs))}), ${most} points at the most`,
          goal: { text: `≤ ${GOAL}, never more points than asked`, isMet: ratio <= GOAL && most <= points },
        })
      }
      return {
        title: 'History',
        about: `${(SERIES * each).toLocaleString('en')} readings of ${SERIES} series, one a minute, cold and rolled up (built in ${seconds} s). Medians of ${ASKED} series each, ours and the bare SQL in turn, each on a thread of its own.`,
        lines,
      }
    } finally {
      await store.close()
    }
  } finally {
    folder.remove()
  }
}

/** The tables as `append` and `compact` leave them, written straight. */
function build(path: string, each: number): void {
  const db = openDatabase({ path, synchronous: 'NORMAL' })
  db.exec('begin')
  const first = END - each * EVERY_MS
  db.exec(`with recursive i (x) as (select 0 union all select x + 1 from i where x < ${each - 1}),
    s (n) as (select 1 union all select n + 1 from s where n < ${SERIES})
    insert into cold (series, t, v, q) select n, ${first} + x * ${EVERY_MS}, 20 + 5 * sin(x / 200.0) + (x * 7919 + n * 104729) % 100 / 100.0, 0 from s, i order by n, x`)
  for (const level of LEVELS) {
    const offset = -bucketStart(0, level)
    db.exec(`insert into rollup (level, series, bucket, min, max, sum, count, last, last_t)
      select ${level}, series, (t + ${offset}) / ${level} * ${level} - ${offset}, min(v), max(v), sum(v), count(*), v, max(t)
      from cold group by series, (t + ${offset}) / ${level} order by 2, 3`)
  }
  db.exec('commit')
  db.close()
}

type Range = { readonly from: number; readonly to: number; readonly points: number }

/** What somebody would write by hand for this one chart: group the coarsest level that serves it, or the readings. */
function bareQuery({ from, to, points }: Range): string {
  const { anchor, step, level } = planBuckets(from, to, points)
  const bucket = `${anchor} + (at - ${anchor}) / ${step} * ${step}`
  const rows =
    level === null
      ? `select t as at, v as low, v as high, v as sum, 1 as count from cold where series = ?1 and t between ${from} and ${to} and q <> 3`
      : `select bucket as at, min as low, max as high, sum, count from rollup where level = ${level} and series = ?1 and bucket between ${bucketStart(from, level)} and ${to}`
  return `select ${bucket} as t, min(low) as min, max(high) as max, sum(sum) / sum(count) as mean, sum(count) as count from (${rows}) group by 1 order by 1`
}

async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
