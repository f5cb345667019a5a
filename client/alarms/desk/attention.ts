// What a change of the picture asks of people's ears and eyes: which alarms ask anew, which no longer do, and from that the tones,
// the browser's notifications and what is read aloud. Pure.
import { PRIORITIES, type Priority } from '../../../shared/alarms/rule.ts'
import { asksForAttention, byUrgency } from '../../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../../shared/alarms/state.ts'

type Alarms = Pick<AlarmState, 'alarms'>

export type Attention = {
  /** Ask since this change, or again; most urgent first. */
  readonly fresh: readonly Alarm[]
  /** Ids of those that asked before and no longer do. */
  readonly settled: readonly string[]
}
const NOTHING: Attention = { fresh: [], settled: [] }

/** Without a picture before, nothing is new: the screen has just been opened. */
export function attentionOf(before: Alarms | undefined, after: Alarms): Attention {
  if (!before || before.alarms === after.alarms) return NOTHING
  const fresh: Alarm[] = []
  const settled: string[] = []
  for (const alarm of after.alarms.values()) {
    const held = before.alarms.get(alarm.id)
    if (held === alarm) continue
    const asked = held !== undefined && asksForAttention(held)
    if (!asksForAttention(alarm)) {
      if (asked) settled.push(alarm.id)
    } else if (!asked || alarm.occurrence > held.occurrence) fresh.push(alarm)
  }
  // Of another log (the station was set up anew) nothing is left.
  for (const held of before.alarms.values())
    if (asksForAttention(held) && !after.alarms.has(held.id)) settled.push(held.id)
  return { fresh: fresh.sort(byUrgency), settled }
}

/** One tone a change, the gravest. */
export const toneOf = ({ fresh }: Attention): Priority | undefined =>
  PRIORITIES.findLast(priority => fresh.some(alarm => alarm.priority === priority))

/** The tone that repeats until somebody acknowledges; only high ones do. */
export const mustRepeat = ({ alarms }: Alarms): boolean => {
  for (const alarm of alarms.values()) if (alarm.priority === 'high' && asksForAttention(alarm)) return true
  return false
}

export const REPEAT_MS = 30_000

/** From which priority on the browser notifies. */
export const NOTIFIED = ['off', 'high', 'medium'] as const
export type Notified = (typeof NOTIFIED)[number]

/** More at once than anybody reads: the others come as one line. */
export const MAX_NOTIFICATIONS = 3

export type Notifications = {
  readonly show: readonly Alarm[]
  /** How many more there were. */
  readonly others: number
  readonly close: readonly string[]
}

export function notificationsOf({ fresh, settled }: Attention, from: Notified): Notifications {
  const wanted = from === 'off' ? [] : fresh.filter(({ priority }) => priority === 'high' || priority === from)
  return {
    show: wanted.slice(0, MAX_NOTIFICATIONS),
    others: Math.max(0, wanted.length - MAX_NOTIFICATIONS),
    close: settled,
  }
}
