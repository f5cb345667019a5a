// One rule at one target, resolved: what the evaluation works on. Types only; watches.ts makes them from rules and registry.
import type { AlarmAbout } from './event.ts'
import type { Priority, Rule } from './rule.ts'

export type WatchedLevel = { readonly name: string; readonly at: number; readonly priority: Priority }

export type Watch = {
  /** `alarmIdOf(rule, target)` */
  readonly alarm: string
  readonly rule: Rule
  readonly ruleVersion: number
  readonly target: string
  readonly about: AlarmAbout
  /** Mild to severe, never empty: a station without verified levels has no watch ("chưa có ngưỡng"). */
  readonly levels: readonly WatchedLevel[]
  /** Series whose readings make the signal, by number; empty = from the programme. */
  readonly inputs: readonly WatchedSeries[]
}
export type WatchedSeries = {
  readonly n: number
  readonly quantity: string
  /** Expected interval; null = event-driven. */
  readonly intervalMs: number | null
  /** It only counts up: what it falls by wasn't consumed. */
  readonly isCounter?: boolean
}

/** What the evaluation found: a change of the condition, not yet an event. Level null = back to normal. */
export type ConditionChange = {
  readonly alarm: string
  readonly level: WatchedLevel | null
  readonly value: number | null
  /** Reading time of the value. */
  readonly t: number
  /** Reading time (programme: beginning of the day) at which the signal went beyond (or came back inside) that level. */
  readonly since: number
}
