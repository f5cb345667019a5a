// Whether one alarm takes what is asked of it, by where it stands and by what the person saw of it. Pure.
import type { AlarmCommandData, SeenAlarm } from './command.ts'
import type { AlarmsCommand, AlarmsCommandName } from './decide-alarms.ts'
import type { AlarmDraft, AlarmEventData } from './event.ts'
import type { AlarmRefusalAbout, AlarmRefusalCode } from './refusal.ts'
import type { Alarm } from './state.ts'
import { subjectOfAlarm } from './target.ts'

export type RefuseAlarm = <C extends AlarmRefusalCode>(code: C, ...about: AlarmRefusalAbout<C>) => undefined

type Scene = { readonly now: number; readonly via?: AlarmEventData['alarm.acknowledged']['via'] }
type Made = { [T in AlarmDraft['type']]: { readonly type: T; readonly data: AlarmEventData[T] } }[AlarmDraft['type']]
type Judge<N extends AlarmsCommandName> = (
  alarm: Alarm,
  data: AlarmCommandData[N],
  scene: Scene,
  refuse: RefuseAlarm,
) => Made | undefined

/** What silences or closes an alarm counts only for the occurrence that the person saw. */
const MUST_BE_SEEN: { readonly [N in AlarmsCommandName]: boolean } = {
  acknowledge: true,
  reset: true,
  shelve: true,
  'take-out-of-service': true,
  unshelve: false,
  'return-to-service': false,
  assign: false,
  comment: false,
}

/** One entry for each command there is: the compiler insists. */
const JUDGES: { readonly [N in AlarmsCommandName]: Judge<N> } = {
  acknowledge: (alarm, { comment }, { via = 'desk' }, refuse) => {
    if (alarm.outOfService) return refuseOutOfService(alarm.outOfService, refuse)
    if (!alarm.isAcknowledged) return { type: 'alarm.acknowledged', data: { comment, via } }
    const { acknowledged } = alarm
    return acknowledged
      ? refuse('already-acknowledged', acknowledged.by, acknowledged.at)
      : refuse('nothing-to-acknowledge')
  },
  reset: (alarm, { comment }, _scene, refuse) => {
    if (alarm.outOfService) return refuseOutOfService(alarm.outOfService, refuse)
    if (alarm.isActive) return refuse('still-active')
    if (!alarm.isLatched) return refuse('not-latched')
    return alarm.isAcknowledged ? { type: 'alarm.reset', data: { comment } } : refuse('not-acknowledged')
  },
  shelve: (alarm, { forMs, reason }, { now }, refuse) => {
    if (alarm.outOfService) return refuseOutOfService(alarm.outOfService, refuse)
    if (alarm.shelved) return refuse('already-shelved', alarm.shelved.by, alarm.shelved.until)
    return { type: 'alarm.shelved', data: { until: now + forMs, reason } }
  },
  unshelve: (alarm, { reason }, _scene, refuse) =>
    alarm.shelved ? { type: 'alarm.unshelved', data: { cause: 'person', reason } } : refuse('not-shelved'),
  'take-out-of-service': (alarm, { reason }, _scene, refuse) =>
    alarm.outOfService
      ? refuseOutOfService(alarm.outOfService, refuse)
      : { type: 'alarm.taken-out-of-service', data: { reason } },
  'return-to-service': (alarm, { reason }, _scene, refuse) =>
    alarm.outOfService ? { type: 'alarm.returned-to-service', data: { reason } } : refuse('not-out-of-service'),
  assign: (_alarm, { to, comment }) => ({ type: 'alarm.assigned', data: { to, comment } }),
  comment: (_alarm, { text }) => ({ type: 'alarm.commented', data: { text } }),
}

/** The event, or undefined when it was refused. */
export function judgeAlarm(
  scene: Scene,
  { command, data }: AlarmsCommand,
  alarm: Alarm,
  seen: SeenAlarm,
  refuse: RefuseAlarm,
): AlarmDraft | undefined {
  if (MUST_BE_SEEN[command] && alarm.occurrence !== seen.occurrence) return refuse('asked-again', alarm.annunciatedAt)
  // Name and data belong together; TypeScript can't follow that through the table.
  const judge = JUDGES[command] as (...args: [Alarm, typeof data, Scene, RefuseAlarm]) => Made | undefined
  const made = judge(alarm, data, scene, refuse)
  return made && { ...made, subject: subjectOfAlarm(alarm.id) }
}

const refuseOutOfService = ({ by, reason }: NonNullable<Alarm['outOfService']>, refuse: RefuseAlarm): undefined =>
  refuse('out-of-service', by, reason)
