// The events of the alarms: every transition with its actor and reason. Append-only; state is their fold. Types only, no schema.
import type { EventHead } from '../programme/event.ts'
import type { Source } from '../reading.ts'
import type { Words } from '../words.ts'
import type { Priority, Rule } from './rule.ts'

export const ALARM_FAMILY = 'alarm'

/** What the alarm is about, written down when it was raised, so that the log can be read without the registry of that day. */
export type AlarmAbout = {
  /** The thing as people call it: "Trạm Mỹ Đông 1 · Mực nước", "Nhiệm vụ 1.4". */
  readonly title: Words
  readonly village: string | null
  /** lon, lat; null = it has no place on the map. */
  readonly position: readonly [number, number] | null
  readonly device: string | null
  /** Series to look at; null for things of the programme. */
  readonly series: string | null
  readonly quantity: string | null
  /** Responsible unit where one is known (programme). */
  readonly unit: string | null
  readonly source: Source
}
/** Where the signal stood, and by which reading. */
export type Finding = {
  /** Of the signal; null = none could be had. */
  readonly value: number | null
  /** Reading time (programme: the moment it was judged), epoch milliseconds. */
  readonly t: number
}

export type AlarmEventData = {
  'alarm.rule-published': { readonly rule: Rule; readonly version: number; readonly reason: string | null }

  /** Normal → unacknowledged. */
  'alarm.raised': {
    readonly rule: string
    readonly ruleVersion: number
    readonly target: string
    readonly about: AlarmAbout
    readonly level: string
    readonly priority: Priority
    readonly limit: number | null
    /** When the signal went beyond the level: by reading time, or when that day of the programme began; `at` is when it was raised. */
    readonly since: number
    /** Suppressed by design from the start, so that it never asks for attention; `alarm.suppressed` follows in the same command. */
    readonly suppressed?: AlarmEventData['alarm.suppressed']
  } & Finding
  /** Beyond another level. A severer one asks for attention again. */
  'alarm.level-changed': {
    readonly level: string
    readonly priority: Priority
    readonly limit: number | null
    readonly isSeverer: boolean
  } & Finding
  /** The signal is back: unacknowledged → returned-unacknowledged, acknowledged → normal, or latched. */
  'alarm.returned': { readonly reason: 'signal' | 'rule-changed' | 'target-gone' } & Finding
  /** Acknowledged and still there after the rule's time: asks for attention again. */
  'alarm.re-alarmed': { readonly afterMs: number }

  'alarm.acknowledged': { readonly comment: string | null; readonly via: 'desk' | 'link' }
  /** Latched → normal. */
  'alarm.reset': { readonly comment: string | null }
  'alarm.shelved': { readonly until: number; readonly reason: string }
  'alarm.unshelved': { readonly cause: 'expired' | 'person'; readonly reason: string | null }
  /** By design: outside the rule's hours, or while another alarm explains it. */
  'alarm.suppressed': { readonly cause: 'hours' | 'alarm'; readonly by: string | null }
  'alarm.unsuppressed': { readonly cause: 'hours' | 'alarm' }
  'alarm.taken-out-of-service': { readonly reason: string }
  'alarm.returned-to-service': { readonly reason: string | null }
  /** Null = nobody any more. */
  'alarm.assigned': {
    readonly to: { readonly name: string; readonly unit: string } | null
    readonly comment: string | null
  }
  'alarm.commented': { readonly text: string }
}
export type AlarmEventType = keyof AlarmEventData
export type AlarmEvent = {
  [T in AlarmEventType]: EventHead & { readonly type: T; readonly data: AlarmEventData[T] }
}[AlarmEventType]
/** What a decision wants appended; the store gives id, the caller time and actor. */
export type AlarmDraft = {
  [T in AlarmEventType]: { readonly type: T; readonly subject: string; readonly data: AlarmEventData[T] }
}[AlarmEventType]
