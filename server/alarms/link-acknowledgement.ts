// An acknowledgement by a one-time link: the receiver of a message, known by address only, for the occurrence they were told of. Pure.

import type { AlarmRefusal, SeenAlarm } from '../../shared/alarms/command.ts'
import type { AlarmDecision, AlarmScene } from '../../shared/alarms/decide.ts'
import { judgeAlarm } from '../../shared/alarms/decide-alarm.ts'
import { checkAlarmsCommand } from '../../shared/alarms/decide-alarms.ts'
import { alarmRefusalOf } from '../../shared/alarms/refusal.ts'

export function decideByLink(scene: AlarmScene, seen: SeenAlarm, comment: string | null): AlarmDecision {
  const request = { command: 'acknowledge', data: { alarms: [seen], comment } } as const
  const refusals: AlarmRefusal[] = []
  checkAlarmsCommand(
    scene,
    request,
    (code, field, ...about) => void refusals.push({ ...alarmRefusalOf(code, field, ...about), alarm: null }),
    refusal => void refusals.push({ ...refusal, alarm: null }),
  )
  const alarm = scene.state.alarms.get(seen.id)
  const event = alarm
    ? judgeAlarm({ now: scene.now, via: 'link' }, request, alarm, seen, (code, ...about) => {
        refusals.push({ ...alarmRefusalOf(code, 'alarms.0', ...about), alarm: seen.id })
      })
    : void refusals.push({ ...alarmRefusalOf('unknown-alarm', 'alarms.0', seen.id), alarm: seen.id })
  if (!alarm || !event || refusals.length > 0) return { events: [], expected: [], refusals }
  return { events: [event], expected: [{ subject: event.subject, version: alarm.version }], refusals }
}
