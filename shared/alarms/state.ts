// What the fold of the alarm events holds. One entry per alarm that was ever raised: bounded by rules × targets. Types only.
import type { AlarmAbout } from './event.ts'
import type { Priority, Rule } from './rule.ts'

export type Stamp = { readonly by: string; readonly at: number; readonly eventId: number }

export type HeldRule = { readonly rule: Rule; readonly version: number } & Stamp

export type Alarm = {
  readonly id: string
  readonly rule: string
  readonly ruleVersion: number
  readonly target: string
  readonly about: AlarmAbout
  /** The signal is beyond a level. */
  readonly isActive: boolean
  /** Nobody owes it an acknowledgement: somebody gave it, or it never asked for attention. */
  readonly isAcknowledged: boolean
  /** Returned, and waits to be reset. */
  readonly isLatched: boolean
  readonly level: string
  readonly priority: Priority
  readonly value: number | null
  readonly limit: number | null
  /** Reading time of `value`. */
  readonly t: number
  /** When the signal went beyond the level it was raised at: by reading time, or when that day of the programme began. */
  readonly since: number
  readonly raisedAt: number
  readonly returnedAt: number | null
  /** When it last asked for attention; what a person acknowledges is this. */
  readonly annunciatedAt: number
  /**
   * Event that last asked for attention (of an alarm that never did: its first raise). An acknowledgement names it, so that nobody
   * acknowledges what they didn't see.
   */
  readonly occurrence: number
  readonly acknowledged: (Stamp & { readonly comment: string | null }) | null
  readonly shelved: (Stamp & { readonly until: number; readonly reason: string }) | null
  readonly suppressed: (Stamp & { readonly cause: 'hours' | 'alarm'; readonly because: string | null }) | null
  readonly outOfService: (Stamp & { readonly reason: string }) | null
  readonly assigned: (Stamp & { readonly name: string; readonly unit: string }) | null
  readonly comments: number
  readonly lastComment: (Stamp & { readonly text: string }) | null
  /** Times of its newest raises and returns, oldest first, at most CHATTER_TRANSITIONS + 1. */
  readonly transitions: readonly number[]
  /** Id of the newest event about it. */
  readonly version: number
}

export type AlarmState = {
  readonly lastId: number
  readonly lastAt: number
  readonly rules: ReadonlyMap<string, HeldRule>
  readonly alarms: ReadonlyMap<string, Alarm>
  /** When alarms last asked for attention, oldest first, at most FLOOD_BEGIN + 1. */
  readonly annunciations: readonly number[]
  /** Start of the flood that stood at `lastAt`; see flood.ts for now. */
  readonly floodSince: number | null
  /** When the last open alarm closed; null while one is open, or when there never was one. */
  readonly quietSince: number | null
}

export const EMPTY_ALARM_STATE: AlarmState = {
  lastId: 0,
  lastAt: 0,
  rules: new Map(),
  alarms: new Map(),
  annunciations: [],
  floodSince: null,
  quietSince: null,
}

/** More than this many annunciations within FLOOD_WINDOW_MS begin a flood; fewer than FLOOD_END end it (ISA-18.2). */
export const FLOOD_BEGIN = 10
export const FLOOD_END = 5
export const FLOOD_WINDOW_MS = 600_000
/** More than this many raises and returns within CHATTER_WINDOW_MS is chattering. */
export const CHATTER_TRANSITIONS = 5
export const CHATTER_WINDOW_MS = 300_000
/** An alarm that stands longer than this is stale (ISA-18.2). */
export const STALE_MS = 86_400_000

/** The states of ISA-18.2 as a screen shows them: the first that applies. */
export const ALARM_STATES = [
  'out-of-service',
  'suppressed',
  'shelved',
  'unacknowledged',
  'acknowledged',
  'returned-unacknowledged',
  'latched',
  'normal',
] as const
export type AlarmStanding = (typeof ALARM_STATES)[number]
