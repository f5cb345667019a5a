// What the alarms come to after their events, the same code in the station and on every screen. Pure; trusts what was checked before
// it was appended. An event that doesn't apply where its alarm stands (two nodes said the same) moves only the alarm's version.
import type { AnyEvent, EventHead } from '../programme/event.ts'
import { stampOf } from '../programme/stamp.ts'
import { ALARM_FAMILY, type AlarmEvent, type AlarmEventType } from './event.ts'
import { type AlarmDraftState, alarmDraftOf } from './fold-draft.ts'
import { isQuiet, standingOf } from './standing.ts'
import { type Alarm, type AlarmState, CHATTER_TRANSITIONS } from './state.ts'
import { subjectOfAlarm } from './target.ts'

type EventOf<T extends AlarmEventType> = Extract<AlarmEvent, { type: T }>
/** What becomes of an alarm that was raised before. */
type Change<T extends AlarmEventType> = (alarm: Alarm, event: EventOf<T>, state: AlarmState) => Alarm

const SUBJECT = subjectOfAlarm('')

/** One entry for each type about an alarm that is there already: the compiler insists. */
const CHANGES: { readonly [T in Exclude<AlarmEventType, 'alarm.rule-published' | 'alarm.raised'>]: Change<T> } = {
  'alarm.level-changed': (alarm, event) => {
    if (!alarm.isActive) return alarm
    const { level, priority, limit, isSeverer, value, t } = event.data
    const moved = { ...alarm, level, priority, limit, value, t }
    return isSeverer ? asking(moved, event) : moved
  },
  'alarm.returned': (alarm, event, { rules }) => {
    if (!alarm.isActive) return alarm
    const { value, t } = event.data
    const isLatched = rules.get(alarm.rule)?.rule.isLatching ?? false
    return { ...alarm, isActive: false, isLatched, value, t, returnedAt: event.at, ...transitionsAfter(alarm, event) }
  },
  'alarm.re-alarmed': (alarm, event) => (alarm.isActive && alarm.isAcknowledged ? asking(alarm, event) : alarm),

  'alarm.acknowledged': (alarm, event) =>
    alarm.isAcknowledged
      ? alarm
      : { ...alarm, isAcknowledged: true, acknowledged: { ...stampOf(event), comment: event.data.comment } },
  'alarm.reset': alarm => (alarm.isLatched && alarm.isAcknowledged ? { ...alarm, isLatched: false } : alarm),
  'alarm.shelved': (alarm, event) => {
    const { until, reason } = event.data
    return alarm.shelved ? alarm : { ...alarm, shelved: { ...stampOf(event), until, reason } }
  },
  'alarm.unshelved': (alarm, event) => (alarm.shelved ? askingIfActive({ ...alarm, shelved: null }, event) : alarm),
  /** Also from one cause to another, without a moment between them. */
  'alarm.suppressed': (alarm, event) => {
    const { cause, by } = event.data
    return { ...alarm, suppressed: { ...stampOf(event), cause, because: by } }
  },
  'alarm.unsuppressed': (alarm, event) =>
    alarm.suppressed ? askingIfActive({ ...alarm, suppressed: null }, event) : alarm,
  'alarm.taken-out-of-service': (alarm, event) =>
    alarm.outOfService ? alarm : { ...alarm, outOfService: { ...stampOf(event), reason: event.data.reason } },
  'alarm.returned-to-service': (alarm, event) =>
    alarm.outOfService ? askingIfActive({ ...alarm, outOfService: null }, event) : alarm,
  'alarm.assigned': (alarm, event) => {
    const { to } = event.data
    return { ...alarm, assigned: to && { ...stampOf(event), name: to.name, unit: to.unit } }
  },
  'alarm.commented': (alarm, event) => ({
    ...alarm,
    comments: alarm.comments + 1,
    lastComment: { ...stampOf(event), text: event.data.text },
  }),
}

/** Unacknowledged again, as a new occurrence; not while it is set aside. */
function asking(alarm: Alarm, { id, at }: EventHead): Alarm {
  if (isQuiet(alarm)) return alarm
  return { ...alarm, isAcknowledged: false, acknowledged: null, annunciatedAt: at, occurrence: id }
}
const askingIfActive = (alarm: Alarm, event: EventHead): Alarm => (alarm.isActive ? asking(alarm, event) : alarm)

/** A quiet raise owes nobody an acknowledgement; what was owed before it stays owed. */
function raised(held: Alarm | undefined, event: EventOf<'alarm.raised'>): Alarm {
  const { rule, ruleVersion, target, about, level, priority, value, limit, t, since, suppressed } = event.data
  const alarm: Alarm = {
    id: idIn(event.subject),
    rule,
    ruleVersion,
    target,
    about,
    level,
    priority,
    value,
    limit,
    t,
    since,
    isActive: true,
    isAcknowledged: held?.isAcknowledged ?? true,
    isLatched: false,
    raisedAt: event.at,
    returnedAt: null,
    annunciatedAt: held?.annunciatedAt ?? event.at,
    occurrence: held?.occurrence ?? event.id,
    acknowledged: null,
    shelved: held?.shelved ?? null,
    suppressed: suppressed
      ? { ...stampOf(event), cause: suppressed.cause, because: suppressed.by }
      : (held?.suppressed ?? null),
    outOfService: held?.outOfService ?? null,
    // Whoever took care of it last time isn't thereby in charge of this one.
    assigned: held && standingOf(held) !== 'normal' ? held.assigned : null,
    comments: held?.comments ?? 0,
    lastComment: held?.lastComment ?? null,
    ...transitionsAfter(held, event),
    version: event.id,
  }
  return asking(alarm, event)
}

const transitionsAfter = (alarm: Alarm | undefined, { at }: EventHead): Pick<Alarm, 'transitions'> => ({
  transitions: [...(alarm?.transitions ?? []), at].slice(-(CHATTER_TRANSITIONS + 1)),
})

function takeKnown(draft: AlarmDraftState, event: AlarmEvent): void {
  if (event.type === 'alarm.rule-published')
    return draft.putRule({ rule: event.data.rule, version: event.data.version, ...stampOf(event) })
  const held = draft.state.alarms.get(idIn(event.subject))
  if (event.type === 'alarm.raised') {
    const alarm = held?.isActive ? held : raised(held, event)
    return draft.putAlarm({ ...alarm, version: event.id }, event)
  }
  if (!held) return
  // Type and data belong together; TypeScript can't follow that through the table.
  const change = CHANGES[event.type] as (alarm: Alarm, event: AlarmEvent, state: AlarmState) => Alarm
  draft.putAlarm({ ...change(held, event, draft.state), version: event.id }, event)
}

function takeUnknown(draft: AlarmDraftState, event: EventHead): void {
  const held = draft.state.alarms.get(idIn(event.subject))
  if (held && event.subject.startsWith(SUBJECT)) draft.putAlarm({ ...held, version: event.id }, event)
}

export type AlarmFolding = {
  /** As folded so far. Valid until the next event is taken: keep what is read of it, not itself. */
  readonly state: () => AlarmState
  readonly take: (event: AnyEvent) => void
}

/** A fold that stays open, for a caller that must see each step: every table is copied once, however many events come. */
export function foldingAlarms(from: AlarmState): AlarmFolding {
  const draft = alarmDraftOf(from)
  return {
    state: () => draft.state,
    take(event) {
      // A repeat of what is known, or another family's event, changes nothing.
      if (event.id <= draft.state.lastId || !event.type.startsWith(`${ALARM_FAMILY}.`)) return
      if (isKnownAlarmEvent(event)) takeKnown(draft, event)
      else takeUnknown(draft, event)
      draft.moveOn(event)
    },
  }
}

/**
 * The alarms after these events. Never changes the state it is given.
 * Event types it doesn't know (a newer station's) move only `lastId`, `lastAt` and their alarm's version.
 */
export function foldAlarms(state: AlarmState, events: Iterable<AnyEvent>): AlarmState {
  const open = foldingAlarms(state)
  for (const event of events) open.take(event)
  return open.state()
}

export const isKnownAlarmEvent = (event: AnyEvent): event is AlarmEvent =>
  Object.hasOwn(CHANGES, event.type) || event.type === 'alarm.rule-published' || event.type === 'alarm.raised'

/** `alarm:level-high:series:x.y` → `level-high:series:x.y`. */
const idIn = (subject: string): string => subject.slice(SUBJECT.length)
