// The CAP messages that follow from an alarm's events: what was issued, when, and which earlier ones each takes the place of. The same
// events always give the same messages, so that an address once given out stays true. Pure; no XML, no texts.
import type { AlarmAbout, AlarmEvent } from '../../shared/alarms/event.ts'
import { foldingAlarms } from '../../shared/alarms/fold.ts'
import type { Priority } from '../../shared/alarms/rule.ts'
import { type Alarm, EMPTY_ALARM_STATE } from '../../shared/alarms/state.ts'

/** An alarm's event as it stands in the log. */
export type LoggedEvent = AlarmEvent & { readonly hash: string }

export type CapReason =
  | 'raised'
  | 'level-changed'
  | 're-alarmed'
  /** It still stands, and the message before is about to expire. */
  | 'renewed'
  /** The alarm counts again: back in service, or no longer suppressed. */
  | 'resumed'
  | 'signal'
  | 'rule-changed'
  | 'target-gone'
  | 'out-of-service'
  | 'suppressed'

export type CapMessage = {
  /** `alarm-<event id>-<start of its hash>`, and `-r<n>` for the nth renewal: unique also after a log was begun anew. */
  readonly identifier: string
  readonly kind: 'Alert' | 'Update' | 'Cancel'
  readonly reason: CapReason
  readonly sentAt: number
  /** Earlier messages that it takes the place of, oldest first; at most MAX_REFERENCES, the newest. */
  readonly references: readonly Pick<CapMessage, 'identifier' | 'sentAt'>[]
  readonly rule: string
  readonly ruleVersion: number
  readonly about: AlarmAbout
  readonly level: string
  readonly priority: Priority
  readonly limit: number | null
  readonly value: number | null
  /** Reading time of `value`. */
  readonly t: number
  readonly since: number
}

/** An alarm that stands is said again before its message expires. */
export const RENEW_MS = 24 * 3_600_000
export const MAX_RENEWALS = 1_000
export const MAX_REFERENCES = 50
const HASH_LENGTH = 12

export const identifierOf = ({ id, hash }: Pick<LoggedEvent, 'id' | 'hash'>): string =>
  `alarm-${id}-${hash.slice(0, HASH_LENGTH)}`

/** Id of the event that an identifier names; undefined when it can't be one of ours. */
export function eventNamed(identifier: string): number | undefined {
  const id = /^alarm-(\d{1,15})-[0-9a-f]{12}(?:-r[1-9]\d{0,6})?$/.exec(identifier)?.[1]
  return id === undefined ? undefined : Number(id)
}

/** What every message of an alarm says of it. */
const factsOf = ({ rule, ruleVersion, about, level, priority, limit, value, t, since }: Alarm) => {
  return { rule, ruleVersion, about, level, priority, limit, value, t, since }
}

/** It stands, and counts. Acknowledged, assigned, shelved: that quiets the desk, not the river. */
const isPublic = (alarm: Alarm | undefined): alarm is Alarm =>
  alarm !== undefined && alarm.isActive && alarm.suppressed === null && alarm.outOfService === null

/**
 * All messages about one alarm until `now`, oldest first.
 * @param events about that alarm, oldest first
 * @param cut the alarm as it stands, when events before these weren't read: what began before goes on from there
 */
export function messagesOf(
  alarm: string,
  events: readonly LoggedEvent[],
  now: number,
  cut: Alarm | null = null,
): readonly CapMessage[] {
  const thread = createThread()
  const begun = cut ? new Map([[alarm, beforeEvents(cut, events)]]) : new Map<string, Alarm>()
  const folding = foldingAlarms({ ...EMPTY_ALARM_STATE, alarms: begun })
  const current = () => folding.state().alarms.get(alarm)

  for (const event of events) {
    if (event.at > now) break
    const before = current()
    if (isPublic(before)) thread.renewUntil(event.at, before)
    folding.take(event)
    const after = current()
    if (!after) continue
    const reason = reasonOf(event, before, after)
    if (reason) thread.issue(isPublic(after), { identifier: identifierOf(event), reason, sentAt: event.at }, after)
  }
  const standing = current()
  const last = events.findLast(({ at }) => at <= now)
  if (last && isPublic(standing)) {
    // Only where its beginning wasn't read: what stands is said in any case.
    if (!thread.isOpen())
      thread.issue(true, { identifier: identifierOf(last), reason: 'renewed', sentAt: last.at }, standing)
    thread.renewUntil(now, standing)
  }
  return thread.messages
}

/** As far as an alarm can be known as it was before these events: what they don't begin was there already. */
function beforeEvents(alarm: Alarm, events: readonly LoggedEvent[]): Alarm {
  const first = events[0]?.id ?? alarm.version
  const ifOlder = <S extends { readonly eventId: number }>(stamp: S | null) =>
    stamp && stamp.eventId < first ? stamp : null
  return {
    ...alarm,
    isActive: alarm.isActive && !events.some(({ type }) => type === 'alarm.raised'),
    shelved: ifOlder(alarm.shelved),
    suppressed: ifOlder(alarm.suppressed),
    outOfService: ifOlder(alarm.outOfService),
  }
}

/** Why an event makes a message; null = it makes none. */
function reasonOf(event: LoggedEvent, before: Alarm | undefined, after: Alarm): CapReason | null {
  const [was, is] = [isPublic(before), isPublic(after)]
  if (is && event.type === 'alarm.level-changed') return before?.level === after.level ? null : 'level-changed'
  if (is && event.type === 'alarm.re-alarmed') return after.occurrence === event.id ? 're-alarmed' : null
  if (was === is) return null
  if (is) return event.type === 'alarm.raised' ? 'raised' : 'resumed'
  if (event.type === 'alarm.returned') return event.data.reason
  return event.type === 'alarm.suppressed' ? 'suppressed' : 'out-of-service'
}

type Issued = Pick<CapMessage, 'identifier' | 'reason' | 'sentAt'>

/** Messages in order, each after the first of an episode naming those before it; a Cancel ends the episode. */
function createThread() {
  const messages: CapMessage[] = []
  let episode: readonly CapMessage['references'][number][] = []
  /** The last that an event led to, and how often it was renewed. */
  let last: Issued | null = null
  let renewals = 0

  function add(stands: boolean, issued: Issued, alarm: Alarm): void {
    const kind = stands ? (episode.length === 0 ? 'Alert' : 'Update') : 'Cancel'
    // Without anything to cancel nobody has to be told.
    if (kind === 'Cancel' && episode.length === 0) return
    messages.push({ ...issued, kind, references: episode, ...factsOf(alarm) })
    const { identifier, sentAt } = issued
    episode = stands ? [...episode, { identifier, sentAt }].slice(-MAX_REFERENCES) : []
  }

  return {
    messages: messages as readonly CapMessage[],
    isOpen: (): boolean => episode.length > 0,
    issue(stands: boolean, issued: Issued, alarm: Alarm): void {
      add(stands, issued, alarm)
      last = issued
      renewals = 0
    },
    /** What was due between the last message and this moment. */
    renewUntil(at: number, alarm: Alarm): void {
      if (!last) return
      const { identifier, sentAt } = last
      const due = Math.floor((at - sentAt) / RENEW_MS)
      renewals = Math.max(renewals, due - MAX_RENEWALS)
      while (renewals < due) {
        renewals += 1
        const renewed = { identifier: `${identifier}-r${renewals}`, sentAt: sentAt + renewals * RENEW_MS }
        add(true, { ...renewed, reason: 'renewed' }, alarm)
      }
    },
  }
}
