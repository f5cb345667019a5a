// What a demonstration stands at when its simulated people go to work.
import { alarmSeed } from '../../../server/alarms/seed.ts'
import { tellAlarms } from '../../../server/simulate/alarms/history.ts'
import { demoSeed } from '../../../server/simulate/programme/history.ts'
import { foldingAlarms } from '../../../shared/alarms/fold.ts'
import { asksForAttention } from '../../../shared/alarms/standing.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { registry } from './sample.ts'

export const TODAY = '2026-11-26'

export function demoProgramme(): { readonly events: readonly AnyEvent[]; readonly state: ProgrammeState } {
  const events = demoSeed(1, registry, TODAY).map(({ at, actor, draft }, n) => ({ id: n + 1, at, actor, ...draft }))
  return { events, state: fold(EMPTY_STATE, events) }
}

/** In the middle of the flood night, as nobody has answered yet. */
export function floodNight(): AlarmState {
  const story = tellAlarms(2026, registry, Date.parse(`${TODAY}T09:00:00+07:00`)).events
  const open = foldingAlarms(EMPTY_ALARM_STATE)
  for (const [n, event] of [...alarmSeed(), ...story].entries()) {
    open.take({ ...event, id: n + 1 })
    const { alarms, floodSince } = open.state()
    if (floodSince !== null && alarms.values().filter(asksForAttention).toArray().length > 25) break
  }
  return open.state()
}
