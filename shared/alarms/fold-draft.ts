// The alarms' state while it is folded: each table is copied once, when it is first written. What follows from all alarms together
// (floods, quiet) is kept here, so that a handler only says what becomes of its alarm.
import type { EventHead } from '../programme/event.ts'
import { floodAt, withAnnunciation } from './flood.ts'
import { isOpen, isQuiet } from './standing.ts'
import type { Alarm, AlarmState, HeldRule } from './state.ts'

export type AlarmDraftState = {
  /** What stands now, for reading. */
  readonly state: AlarmState
  readonly putRule: (rule: HeldRule) => void
  /** An alarm as it stands after an event. */
  readonly putAlarm: (alarm: Alarm, event: EventHead) => void
  /** Id and time of an event that was taken, whatever it did. */
  readonly moveOn: (event: EventHead) => void
}

export function alarmDraftOf(from: AlarmState): AlarmDraftState {
  const state: { -readonly [K in keyof AlarmState]: AlarmState[K] } = { ...from }
  let rules: Map<string, HeldRule> | undefined
  let alarms: Map<string, Alarm> | undefined
  /** Counted when first needed, then kept. */
  let open: number | undefined

  return {
    state,
    putRule(rule) {
      rules ??= new Map(state.rules)
      state.rules = rules.set(rule.rule.id, rule)
    },
    putAlarm(alarm, event) {
      const before = state.alarms.get(alarm.id)
      const change = Number(isOpen(alarm)) - Number(before !== undefined && isOpen(before))
      if (change !== 0) {
        open = (open ?? openIn(state)) + change
        state.quietSince = open > 0 ? null : event.at
      }
      // An occurrence begins with the event that asks for attention; a quiet alarm's first one only names its raise.
      if (alarm.occurrence === event.id && !isQuiet(alarm)) Object.assign(state, withAnnunciation(state, event.at))
      alarms ??= new Map(state.alarms)
      state.alarms = alarms.set(alarm.id, alarm)
    },
    moveOn({ id, at }) {
      state.lastId = id
      state.lastAt = at
      state.floodSince = floodAt(state, at)?.since ?? null
    },
  }
}

function openIn({ alarms }: AlarmState): number {
  let open = 0
  for (const alarm of alarms.values()) if (isOpen(alarm)) open += 1
  return open
}
