// What the station tells the outside of an alarm. Plain types and constants; the form it has on the wire is in notify-schema.ts.
import type { Words } from '../words.ts'
import type { Priority, Rule } from './rule.ts'
import type { Alarm } from './state.ts'

/** What happened to an alarm that somebody outside wants to know. `raised` = it asks for attention, for whatever reason it does now. */
export const TRANSITIONS = ['raised', 'worsened', 'returned', 'acknowledged', 're-alarmed'] as const
export type Transition = (typeof TRANSITIONS)[number]

export const OUTBOX_STATES = ['waiting', 'delivered', 'dead'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** What a rule says to a person, as it stood when the message was written. */
export type RuleNotice = Pick<
  Rule,
  'id' | 'name' | 'cause' | 'consequence' | 'action' | 'responder' | 'respondWithinMs' | 'basis'
> & { readonly version: number }

/** One transition, whole: it can be told without the registry, the rules or the log at hand. */
export type AlarmMessage = {
  readonly transition: Transition
  readonly event: number
  /** Time of the event, epoch milliseconds. */
  readonly at: number
  /** Who, and what they said; null where no person did it. */
  readonly actor: string | null
  readonly comment: string | null
  /** As it stood right after the event. */
  readonly alarm: Alarm
  /** The highest since it was raised: whoever was told of the rise is told of the end. */
  readonly peakPriority: Priority
  /** Name of the village; null = of none. */
  readonly place: string | null
  /** In words, with their unit; null where there is no such figure. */
  readonly value: Words | null
  readonly limit: Words | null
  /** Of the signal; '' = it has none. */
  readonly unit: Words
  readonly rule: RuleNotice | null
}
