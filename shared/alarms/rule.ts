// What an alarm rule says, as data: what is watched, from where on it is an alarm, and what a person then does. Types only.
// Terms of ISA-18.2 / IEC 62682 and OPC UA Part 9.
import type { Words } from '../words.ts'

export const PRIORITIES = ['low', 'medium', 'high'] as const
export type Priority = (typeof PRIORITIES)[number]

/** What a deviation is measured from. */
export type Reference =
  | { readonly kind: 'constant'; readonly value: number }
  /** Mean of the series' own readings over that time before the reading. */
  | { readonly kind: 'own-mean'; readonly overMs: number }
  /** The newest reading of another series, while that is live. */
  | { readonly kind: 'series'; readonly series: string }

export type ProgrammeClock =
  /** Days after the deadline. */
  | 'task-overdue'
  /** Working days gone of the appraisal's clock. */
  | 'appraisal-day'
  /** Days left until a report is due; negative = over. */
  | 'report-due'
  /** Days since a dossier was returned for completion. */
  | 'dossier-returned'

/** The one number a rule watches. It follows from readings by their own time, or from the programme on a day. */
export type Signal =
  /** The reading itself, in the quantity's unit. */
  | { readonly kind: 'value' }
  /** Reading minus the reading `overMs` before, in the quantity's unit; of a counter: what was consumed. */
  | { readonly kind: 'change'; readonly overMs: number }
  /** Reading minus reference, in the quantity's unit; by its amount where `isAbsolute`. */
  | { readonly kind: 'deviation'; readonly reference: Reference; readonly isAbsolute: boolean }
  /** 1 while the state is `value`, else 0. */
  | { readonly kind: 'state'; readonly value: number }
  /** Age of the newest reading in expected intervals: of one series, or of a whole device (its freshest series). */
  | { readonly kind: 'silence'; readonly of: 'series' | 'device' }
  /** How often within `overMs`: the state changed, a reading was `bad`, a reading was at or beyond `at` (on the rule's side). */
  | {
      readonly kind: 'count'
      readonly of: 'changes' | 'bad' | 'beyond'
      readonly at: number | null
      readonly overMs: number
    }
  /** Water level in metres; the levels' `at` comes from the gauge of the village (báo động I–III). */
  | { readonly kind: 'flood' }
  /** VN_AQI of a device, hourly, from whichever of its six pollutants it measures (QĐ 1459/QĐ-TCMT). */
  | { readonly kind: 'aqi' }
  /** Newest count divided by the median of the `nights` counts before it: no official count per light trap exists. */
  | { readonly kind: 'surge'; readonly nights: number; readonly atLeast: number }
  | { readonly kind: 'programme'; readonly clock: ProgrammeClock }

export type Level = {
  /** As read on a screen: 'H', 'HH', 'L', 'LL', 'BĐ I' … at most 12 characters. */
  readonly name: string
  /** Setpoint in the signal's unit; null = the gauge's own level of this place in the list (flood only). */
  readonly at: number | null
  readonly priority: Priority
}

/** Which series, devices or things a rule watches; null = all there are. */
export type RuleScope = {
  readonly villages: readonly string[] | null
  readonly devices: readonly string[] | null
  /** Targets that are left out, e.g. because a rule of their own watches them. */
  readonly except: readonly string[]
}

/** Wall-clock hours of the province, 'HH:MM'; may run over midnight. */
export type Hours = { readonly from: string; readonly to: string }

export type Rule = {
  readonly id: string
  readonly name: Words
  /** Code of the catalogue; null where the signal isn't of one quantity (device silence, VN_AQI, programme). */
  readonly quantity: string | null
  readonly scope: RuleScope
  readonly signal: Signal
  /** An alarm at or beyond a level: above it, or below it. */
  readonly side: 'high' | 'low'
  /** From mild to severe, at least one. One alarm per rule and target; its level moves. */
  readonly levels: readonly Level[]
  /** How far back inside a level the signal must come before the level is left. In the signal's unit, ≥ 0. */
  readonly deadband: number
  /** How long beyond the level before it is an alarm, and back inside before it has returned. By reading time. */
  readonly onDelayMs: number
  readonly offDelayMs: number
  /** Stays after its return until a person resets it. */
  readonly isLatching: boolean
  /** An acknowledged alarm that stands so long asks for attention again; null = never. */
  readonly reAlarmMs: number | null
  /** Outside these hours it is suppressed by design; null = always watched. */
  readonly hours: Hours | null
  /** Suppressed by design while an alarm of this rule is active on the same device; null = by none. */
  readonly suppressedBy: string | null
  readonly cause: Words
  readonly consequence: Words
  /** What to do. */
  readonly action: Words
  /** Who acts. */
  readonly responder: Words
  readonly respondWithinMs: number
  /** Where the setpoints come from. `internal` = our own ("ngưỡng nội bộ"), never shown as a regulation. */
  readonly basis: { readonly kind: 'regulation' | 'internal'; readonly source: Words }
  readonly isOn: boolean
}
