// What the figures of the scorecard are held against, and by whom; and the judgement. Data and one pure rule.
import type { Words } from '../words.ts'

export type Verdict = 'good' | 'watch' | 'bad' | 'unknown'

/** How a value meets its target: below it, at most it, at least it. */
type Comparison = 'under' | 'at-most' | 'at-least'
export type Target = {
  readonly rule: Comparison
  readonly target: number
  /** Beyond it somebody must act; null = none is given. */
  readonly limit: number | null
  readonly source: Words
}

const ISA: Words = {
  vi: 'ISA-18.2-2016, bảng 5, theo bản thuật lại đã công bố',
  en: 'ISA-18.2-2016 table 5, as restated in a published specification',
}
const EEMUA: Words = { vi: 'EEMUA 191, theo tài liệu thứ cấp', en: 'EEMUA 191, by a secondary source' }
const OURS: Words = { vi: 'mức nội bộ của Đài Sen', en: 'internal target of Đài Sen' }

/** Per operator position. The station has one alarm desk, however many people stand at it. Shares are of 1. */
export const SCORECARD_TARGETS = {
  perTenMinutes: { rule: 'at-most', target: 1, limit: 2, source: ISA },
  perHour: { rule: 'at-most', target: 6, limit: 12, source: ISA },
  perDay: { rule: 'at-most', target: 150, limit: 300, source: ISA },
  /** In one ten-minute period: what can be dealt with in the first ten minutes of an upset. */
  mostInTenMinutes: { rule: 'at-most', target: 10, limit: null, source: EEMUA },
  /** Of ten-minute periods with more than ten. */
  busyShare: { rule: 'under', target: 0.01, limit: null, source: ISA },
  floodShare: { rule: 'under', target: 0.01, limit: null, source: ISA },
  topTenShare: { rule: 'at-most', target: 0.05, limit: 0.15, source: ISA },
  lowShare: { rule: 'at-least', target: 0.8, limit: null, source: ISA },
  mediumShare: { rule: 'at-most', target: 0.15, limit: null, source: ISA },
  highShare: { rule: 'at-most', target: 0.05, limit: null, source: ISA },
  /** Alarms that chattered, and times that one came and went within ten seconds. */
  chattering: { rule: 'at-most', target: 0, limit: null, source: ISA },
  fleeting: { rule: 'at-most', target: 0, limit: null, source: ISA },
  /** On the worst day. */
  stale: { rule: 'under', target: 5, limit: null, source: ISA },
  /** Acknowledged within the rule's time, of those acknowledged or overdue. */
  answeredInTime: { rule: 'at-least', target: 0.9, limit: 0.75, source: OURS },
  /** Changes of rules by people: whether they were allowed to, a person must say. */
  ruleChanges: { rule: 'at-most', target: 0, limit: null, source: ISA },
} as const satisfies Record<string, Target>
export type FigureName = keyof typeof SCORECARD_TARGETS

/** Beyond a limit is bad; where none is given, missing the target asks for a look. A null value is one that can't be known. */
export function judge(value: number | null, { rule, target, limit }: Target): Verdict {
  if (value === null) return 'unknown'
  if (rule === 'under' ? value < target : rule === 'at-most' ? value <= target : value >= target) return 'good'
  if (limit === null) return 'watch'
  return (rule === 'at-least' ? value < limit : value > limit) ? 'bad' : 'watch'
}
