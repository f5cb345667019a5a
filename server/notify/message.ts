// From an event of the alarms' log to the message it makes, or to none. Reads the alarm's own events back to its raise, so that a
// message says what stood at the event even when it is written long after. Knows no channel.
import type { AlarmEvent, AlarmEventType } from '../../shared/alarms/event.ts'
import { foldAlarms, isKnownAlarmEvent } from '../../shared/alarms/fold.ts'
import type { AlarmMessage, RuleNotice, Transition } from '../../shared/alarms/notification.ts'
import { PRIORITIES, type Priority, type Rule } from '../../shared/alarms/rule.ts'
import { limitWords, measureOf, signalWords } from '../../shared/alarms/signal-words.ts'
import { isQuiet } from '../../shared/alarms/standing.ts'
import { type Alarm, EMPTY_ALARM_STATE, type HeldRule } from '../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../shared/alarms/target.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { Registry } from '../../shared/registry.ts'
import { MAX_EVENTS_A_READ } from '../store/store.ts'

/**
 * Events of its alarm that are read back: as a rule its raise is among them, else all that one may read. What began before those
 * shows only in what the alarm stands at now.
 */
const READ_BACK = [200, MAX_EVENTS_A_READ] as const
const SUBJECT = subjectOfAlarm('')

export type MessageDeps = {
  /** Newest first, of one subject. */
  readonly historyOf: (subject: string, limit: number) => Promise<readonly AnyEvent[]>
  /** As it stands now, at or after every event that is asked about. */
  readonly alarmOf: (id: string) => Alarm | undefined
  readonly ruleOf: (id: string) => HeldRule | undefined
  readonly registry: Pick<Registry, 'villages' | 'quantities'>
}

/** What an event is told as, where it did what it says. */
const TOLD_AS: Partial<Readonly<Record<AlarmEventType, Transition>>> = {
  'alarm.raised': 'raised',
  'alarm.unshelved': 'raised',
  'alarm.unsuppressed': 'raised',
  'alarm.returned-to-service': 'raised',
  'alarm.level-changed': 'worsened',
  'alarm.re-alarmed': 're-alarmed',
  'alarm.returned': 'returned',
  'alarm.acknowledged': 'acknowledged',
}

export type MessageWriter = {
  /** Null when nobody outside is told: nothing that matters, or the alarm is set aside. */
  readonly messageOf: (event: AnyEvent) => Promise<AlarmMessage | null>
}

export function createMessageWriter({ historyOf, alarmOf, ruleOf, registry }: MessageDeps): MessageWriter {
  const villages = new Map(registry.villages.map(({ id, name }) => [id, name]))
  const quantities = new Map(registry.quantities.map(one => [one.code, one]))

  return {
    async messageOf(event) {
      if (!isKnownAlarmEvent(event)) return null
      const transition = TOLD_AS[event.type]
      const id = event.subject.slice(SUBJECT.length)
      const now = alarmOf(id)
      if (!transition || !now || isQuiet(now)) return null
      const history = await historyUntil(event)
      const before = standAfter(history.slice(0, -1), id)
      const alarm = standAfter(history, id) ?? now
      if (isQuiet(alarm) || !didHappen(transition, event, before, [alarm, now])) return null
      return {
        transition,
        event: event.id,
        at: event.at,
        ...saidIn(event),
        alarm,
        peakPriority: peakOf(history, alarm),
        place: alarm.about.village === null ? null : (villages.get(alarm.about.village) ?? alarm.about.village),
        ...figuresOf(alarm, ruleOf(alarm.rule)),
      }
    },
  }

  /** Oldest first, up to and with an event. */
  async function historyUntil({ id, subject }: AnyEvent): Promise<readonly AnyEvent[]> {
    let until: readonly AnyEvent[] = []
    for (const limit of READ_BACK) {
      const newestFirst = await historyOf(subject, limit)
      until = newestFirst.filter(one => one.id <= id).toReversed()
      if (newestFirst.length < limit || until.some(({ type }) => type === 'alarm.raised')) break
    }
    return until
  }

  function figuresOf(
    alarm: Alarm,
    held: HeldRule | undefined,
  ): Pick<AlarmMessage, 'value' | 'limit' | 'unit' | 'rule'> {
    if (!held) return { value: null, limit: null, unit: { vi: '', en: '' }, rule: null }
    const { signal } = held.rule
    const quantity = alarm.about.quantity === null ? undefined : quantities.get(alarm.about.quantity)
    return {
      value: alarm.value === null ? null : signalWords(signal, alarm.value, quantity),
      limit: alarm.limit === null ? null : limitWords(signal, alarm.limit, quantity),
      unit: measureOf(signal, quantity).label,
      rule: noticeOf(held.rule, held.version),
    }
  }
}

const standAfter = (events: readonly AnyEvent[], id: string): Alarm | undefined =>
  foldAlarms(EMPTY_ALARM_STATE, events).alarms.get(id)

/** Two nodes may have said the same; only the first event changed anything. */
function didHappen(
  transition: Transition,
  event: AlarmEvent,
  before: Alarm | undefined,
  after: readonly [Alarm, Alarm],
): boolean {
  if (transition === 'returned') return before?.isActive !== false
  if (transition === 'acknowledged') return before?.isAcknowledged !== true
  return after.some(({ occurrence }) => occurrence === event.id)
}

const saidIn = (event: AlarmEvent): Pick<AlarmMessage, 'actor' | 'comment'> =>
  event.type === 'alarm.acknowledged'
    ? { actor: event.actor, comment: event.data.comment }
    : { actor: null, comment: null }

function peakOf(events: readonly AnyEvent[], alarm: Alarm): Priority {
  const seen = new Set<Priority>([alarm.priority])
  for (const event of events.filter(isKnownAlarmEvent))
    if (event.at >= alarm.raisedAt && (event.type === 'alarm.raised' || event.type === 'alarm.level-changed'))
      seen.add(event.data.priority)
  return PRIORITIES.findLast(priority => seen.has(priority)) ?? alarm.priority
}

const noticeOf = (
  { id, name, cause, consequence, action, responder, respondWithinMs, basis }: Rule,
  version: number,
): RuleNotice => ({ id, version, name, cause, consequence, action, responder, respondWithinMs, basis })
