// From a command about alarms to the events it makes, and the reasons why not. Pure: the same judgement in a form before sending and
// in the station before appending. Each alarm is judged for itself: those that can are done.
import type { Refusal } from '../programme/command.ts'
import type { Units } from '../programme/units.ts'
import type { AlarmCommandRequest, AlarmRefusal } from './command.ts'
import { judgeAlarm, type RefuseAlarm } from './decide-alarm.ts'
import { checkAlarmsCommand } from './decide-alarms.ts'
import { checkPerson } from './decide-person.ts'
import { judgeRule } from './decide-rule.ts'
import type { AlarmDraft } from './event.ts'
import { alarmRefusalOf, type Refuse } from './refusal.ts'
import type { AlarmState } from './state.ts'

export type AlarmScene = {
  readonly state: AlarmState
  readonly units: Units
  /** Epoch milliseconds. */
  readonly now: number
  /** How an acknowledgement came; `desk` when not said. */
  readonly via?: 'desk' | 'link'
}
export type AlarmDecision = {
  /** One for each alarm that it is done to, in the order named. */
  readonly events: readonly AlarmDraft[]
  /** Id of the newest event about each subject that it was decided on. */
  readonly expected: readonly { readonly subject: string; readonly version: number }[]
  /** Those of the whole command (`alarm` null) come first, and then nothing is done. */
  readonly refusals: readonly AlarmRefusal[]
}

export function decideAlarmCommand(scene: AlarmScene, request: AlarmCommandRequest): AlarmDecision {
  const { state } = scene
  const whole: Refusal[] = []
  const refuse: Refuse = (code, field, ...about) => whole.push(alarmRefusalOf(code, field, ...about))
  checkPerson(scene, request.actor, refusal => whole.push(refusal))
  if (request.command === 'publish-rule') {
    const event = judgeRule(state.rules, request.data, refuse)
    return decisionOf(whole, [{ event, version: state.rules.get(request.data.rule.id)?.eventId ?? 0 }], [])
  }
  checkAlarmsCommand(scene, request, refuse, refusal => whole.push(refusal))
  const done: Judged[] = []
  const refused: AlarmRefusal[] = []
  const named = new Set<string>()
  for (const [place, seen] of request.data.alarms.entries()) {
    // Named twice is meant once.
    if (named.has(seen.id)) continue
    named.add(seen.id)
    const refuseIt: RefuseAlarm = (code, ...about) =>
      void refused.push({ ...alarmRefusalOf(code, `alarms.${place}`, ...about), alarm: seen.id })
    const alarm = state.alarms.get(seen.id)
    const event = alarm
      ? judgeAlarm(scene, request, alarm, seen, refuseIt)
      : refuseIt('unknown-alarm', seen.id.slice(0, 300))
    if (event && alarm) done.push({ event, version: alarm.version })
  }
  return decisionOf(whole, done, refused)
}

type Judged = { readonly event: AlarmDraft; readonly version: number }

function decisionOf(
  whole: readonly Refusal[],
  done: readonly Judged[],
  refused: readonly AlarmRefusal[],
): AlarmDecision {
  const doing = whole.length === 0 ? done : []
  return {
    events: doing.map(({ event }) => event),
    expected: doing.map(({ event, version }) => ({ subject: event.subject, version })),
    refusals: [...whole.map(refusal => ({ ...refusal, alarm: null })), ...refused],
  }
}
