// What a scorecard says: the figures of EEMUA 191 / ISA-18.2 over a period, each held against its target. Types and bounds only; the
// schema is scorecard-schema.ts.
import type { Words } from '../words.ts'
import type { Priority } from './rule.ts'
import type { FigureName, Verdict } from './scorecard-targets.ts'

export const MAX_SCORECARD_MS = 366 * 86_400_000
/** Bars of the chart: hours while so many suffice, else days. */
export const MAX_BUCKETS = 400
/** Alarms named in each list; the counts say how many there are. */
export const MAX_NAMED = 50
export const MAX_RULE_CHANGES = 100
export const TOP_ALARMS = 10
export const TEN_MINUTES_MS = 600_000
/** An alarm that was there for less is fleeting (ISA-18.2). */
export const FLEETING_MS = 10_000

export type Figure = {
  /** Null = the period holds nothing to know it by. */
  readonly value: number | null
  readonly target: number
  readonly limit: number | null
  readonly verdict: Verdict
  readonly source: Words
}

/** One alarm of a list. */
export type NamedAlarm = {
  readonly id: string
  readonly rule: string
  readonly title: Words
  readonly village: string | null
  readonly priority: Priority
  readonly isSimulated: boolean
}
export type Tally = NamedAlarm & { readonly count: number }

/** Of those who asked for attention, how fast they were answered. */
export type Responses = {
  readonly answered: number
  /** By nearest rank; to the second within an hour, to the minute within a day, then to the hour. Null = none was answered. */
  readonly medianMs: number | null
  readonly p90Ms: number | null
  /** Exact. */
  readonly maxMs: number | null
  /** Answered within the rule's time. */
  readonly inTime: number
  /** Not answered yet, and the rule's time is over. */
  readonly overdue: number
}

/** What stands aside at the end of the period. */
export type SetAside = {
  readonly count: number
  /** How long the longest has been; null = none. */
  readonly longestMs: number | null
}

export type RuleChange = {
  readonly rule: string
  readonly name: Words
  readonly version: number
  readonly by: string
  readonly at: number
  readonly reason: string | null
  /** Shipped with the station: no person changed it. */
  readonly isShipped: boolean
}

export type Bucket = { readonly at: number } & Readonly<Record<Priority, number>>

export type ScorecardFigures = {
  /** Epoch milliseconds, `to` not included. */
  readonly from: number
  readonly to: number
  /** What is judged: not before the first alarm there ever was, until now; null = there was none. When the station stood still isn't known. */
  readonly watched: { readonly from: number; readonly until: number } | null
  readonly lastId: number
  readonly annunciations: number
  /** Of those, by simulated stations. */
  readonly simulated: number
  readonly byPriority: Readonly<Record<Priority, number>>
  readonly figures: Readonly<Record<FigureName, Figure>>
  /** The ten-minute period with most; null = none had any. */
  readonly busiest: { readonly at: number; readonly count: number } | null
  readonly floods: {
    readonly count: number
    readonly totalMs: number
    /** Cut at the period's ends. */
    readonly longest: { readonly from: number; readonly until: number } | null
  }
  readonly topTen: readonly Tally[]
  readonly chattering: { readonly count: number; readonly alarms: readonly Tally[] }
  readonly fleeting: { readonly count: number; readonly alarms: readonly Tally[] }
  readonly stale: {
    /** Alarms that were stale at any time of each day, for days that had one. */
    readonly days: readonly { readonly day: string; readonly count: number }[]
    /** At the end of the period, the oldest first. */
    readonly count: number
    readonly alarms: readonly (NamedAlarm & { readonly raisedAt: number })[]
  }
  readonly responses: { readonly all: Responses } & Readonly<Record<Priority, Responses>>
  readonly shelved: SetAside
  readonly suppressed: SetAside
  readonly outOfService: SetAside
  /** The newest first, at most MAX_RULE_CHANGES of `count`. */
  readonly ruleChanges: { readonly count: number; readonly changes: readonly RuleChange[] }
  /** Annunciations over time, without gaps. */
  readonly chart: { readonly unit: 'hour' | 'day'; readonly buckets: readonly Bucket[] }
}
