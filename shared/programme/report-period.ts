// The periods of the plan's reports: what days each takes in and when it is due. Pure; cut-offs and spans are settings.
import { type Day, REPORT_SPANS, type ReportSpan, type Settings } from './facts.ts'
import { addDays, lastDayOfMonth, yearOf } from './working-calendar.ts'

export type ReportPeriod = {
  /** '2026-Q3', '2026-6M', '2026-9M', '2026-Y' */
  readonly id: string
  readonly span: ReportSpan
  readonly year: number
  /** First and last day it takes in. */
  readonly from: Day
  readonly cutoff: Day
  /** Last day on which a report of it is on time. */
  readonly dueOn: Day
}
export type ReportSettings = Pick<Settings, 'reportCutoffs' | 'reportDueDays' | 'reportSpans'>

/** A century around the plan: what lies outside is a slip of the pen. */
export const MIN_REPORT_YEAR = 2000
export const MAX_REPORT_YEAR = 2100

const SPAN = new Map<string, ReportSpan>(REPORT_SPANS.map(span => [span, span]))

/** Whose cut-off ends the day before a period begins: the quarter before, or the year before (decree 09/2019/NĐ-CP). */
const BEFORE: Readonly<Record<ReportSpan, { readonly span: ReportSpan; readonly yearsBack: 0 | 1 }>> = {
  Q1: { span: 'Q4', yearsBack: 1 },
  Q2: { span: 'Q1', yearsBack: 0 },
  Q3: { span: 'Q2', yearsBack: 0 },
  Q4: { span: 'Q3', yearsBack: 0 },
  '6M': { span: 'Y', yearsBack: 1 },
  '9M': { span: 'Y', yearsBack: 1 },
  Y: { span: 'Y', yearsBack: 1 },
}

/** Undefined when the id isn't one. Also of a span that isn't asked for (any more): old reports stay readable. */
export function periodOf(id: string, settings: ReportSettings): ReportPeriod | undefined {
  const [, yearText, spanText = ''] = /^(\d{4})-(\w+)$/.exec(id) ?? []
  const span = SPAN.get(spanText)
  const year = Number(yearText)
  return span !== undefined && year >= MIN_REPORT_YEAR && year <= MAX_REPORT_YEAR
    ? periodIn(year, span, settings)
    : undefined
}

/** The periods asked for whose cut-off lies from `from` to `to`, both included; by cut-off, then as the settings list them. */
export function periodsBetween(from: Day, to: Day, settings: ReportSettings): readonly ReportPeriod[] {
  const first = Math.max(yearOf(from), MIN_REPORT_YEAR)
  const last = Math.min(yearOf(to), MAX_REPORT_YEAR)
  const found: ReportPeriod[] = []
  for (let year = first; year <= last; year++)
    for (const span of settings.reportSpans) found.push(periodIn(year, span, settings))
  return found
    .filter(({ cutoff }) => from <= cutoff && cutoff <= to)
    .sort((a, b) => (a.cutoff < b.cutoff ? -1 : a.cutoff > b.cutoff ? 1 : 0))
}

function periodIn(year: number, span: ReportSpan, settings: ReportSettings): ReportPeriod {
  const before = BEFORE[span]
  const cutoff = cutoffOf(year, span, settings)
  return {
    id: `${year}-${span}`,
    span,
    year,
    from: addDays(cutoffOf(year - before.yearsBack, before.span, settings), 1),
    cutoff,
    dueOn: addDays(cutoff, settings.reportDueDays),
  }
}

/** 29 February is the 28th in a common year. */
function cutoffOf(year: number, span: ReportSpan, { reportCutoffs }: ReportSettings): Day {
  const cutoff = `${year}-${reportCutoffs[span]}`
  const last = lastDayOfMonth(year, Number(cutoff.slice(5, 7)))
  return cutoff < last ? cutoff : last
}
