// Which CAP messages stand now, and any that ever was: reads the events of alarms that are published, keeps what it read while it is
// current. Knows the log and the state, no XML.
import type { Rule } from '../../shared/alarms/rule.ts'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { subjectOfAlarm, subjectOfRule } from '../../shared/alarms/target.ts'
import { MAX_EVENTS_A_READ, type Store, type StoredEvent } from '../store/store.ts'
import type { Published } from './alert.ts'
import { capEventOf } from './mapping.ts'
import { type CapMessage, eventNamed, type LoggedEvent, messagesOf } from './messages.ts'

/** A Cancel stays in the feed so long, for those who look once a day. */
export const CANCELLED_MS = 24 * 3_600_000
export const MAX_ENTRIES = 500
/** Read about one alarm, the newest: what lies further back is no longer to be had. */
export const MAX_EVENTS = 2_000
const MAX_OLD_RULES = 500

export type CurrentMessages = {
  /** Open ones first, then those cancelled of late; each newest first, at most MAX_ENTRIES. */
  readonly all: () => Promise<readonly Published[]>
  /** Undefined when there never was one of that identifier. */
  readonly named: (identifier: string) => Promise<Published | undefined>
}
export type CurrentMessagesDeps = {
  readonly alarms: () => AlarmState
  readonly store: Pick<Store, 'event' | 'eventsAbout'>
  readonly now: () => number
}

type Read = { readonly version: number; readonly events: readonly LoggedEvent[]; readonly isCut: boolean }

export function createCurrentMessages({ alarms, store, now }: CurrentMessagesDeps): CurrentMessages {
  /** By alarm: of those in the feed only. */
  let held: ReadonlyMap<string, Read> = new Map()
  const oldRules = new Map<string, Rule | null>()

  async function eventsOf(alarm: Alarm): Promise<Read> {
    const newestFirst = await store.eventsAbout(subjectOfAlarm(alarm.id), MAX_EVENTS)
    const events = newestFirst.toReversed().map(asLogged)
    return { version: alarm.version, events, isCut: events.length === MAX_EVENTS }
  }

  const messagesAbout = (alarm: Alarm, { events, isCut }: Read): readonly CapMessage[] =>
    messagesOf(alarm.id, events, now(), isCut ? alarm : null)

  /** Undefined = not a rule whose alarms are published. */
  async function publish(message: CapMessage): Promise<Published | undefined> {
    const rule = await ruleOf(message.rule, message.ruleVersion)
    const event = rule && capEventOf(rule)
    return event ? { message, rule, event } : undefined
  }

  /** The rule as it stood when the alarm was raised; today's where that can't be found. */
  async function ruleOf(id: string, version: number): Promise<Rule | undefined> {
    const current = alarms().rules.get(id)
    if (current?.version === version) return current.rule
    const key = `${id}:${version}`
    const known = oldRules.get(key)
    if (known !== undefined) return known ?? current?.rule
    const published = (await store.eventsAbout(subjectOfRule(id), MAX_EVENTS_A_READ)).map(asLogged)
    const found = published.flatMap(({ type, data }) =>
      type === 'alarm.rule-published' && data.version === version ? data.rule : [],
    )
    oldRules.set(key, found[0] ?? null)
    const [oldest] = oldRules.keys()
    if (oldRules.size > MAX_OLD_RULES && oldest !== undefined) oldRules.delete(oldest)
    return found[0] ?? current?.rule
  }

  async function readAll(): Promise<readonly Published[]> {
    const since = now() - CANCELLED_MS
    const reads = new Map<string, Read>()
    const current: Published[] = []
    for (const alarm of alarms().alarms.values()) {
      const isRecent = alarm.isActive || (alarm.returnedAt !== null && alarm.returnedAt >= since)
      if (!isRecent) continue
      const rule = await ruleOf(alarm.rule, alarm.ruleVersion)
      if (!rule || !capEventOf(rule)) continue
      const known = held.get(alarm.id)
      // One after the other: the store has one thread, and readings come first.
      const read = known?.version === alarm.version ? known : await eventsOf(alarm)
      reads.set(alarm.id, read)
      for (const message of currentOf(messagesAbout(alarm, read), since)) {
        const published = await publish(message)
        if (published) current.push(published)
      }
    }
    held = reads
    return current.toSorted(openThenNewest).slice(0, MAX_ENTRIES)
  }

  return {
    all: readAll,
    async named(identifier) {
      const named = eventNamed(identifier)
      const event = named === undefined ? null : await store.event(named)
      if (!event) return undefined
      const alarm = alarms().alarms.get(event.subject.slice(subjectOfAlarm('').length))
      if (!alarm) return undefined
      const messages = messagesAbout(alarm, await eventsOf(alarm))
      const message = messages.find(one => one.identifier === identifier)
      return message && publish(message)
    },
  }
}

/** What stands of an alarm's messages: the last, unless it was a Cancel, and each Cancel of late. */
export const currentOf = (messages: readonly CapMessage[], since: number): readonly CapMessage[] =>
  messages.filter(({ kind, sentAt }, at) => (kind === 'Cancel' ? sentAt >= since : at === messages.length - 1))

function openThenNewest({ message: a }: Published, { message: b }: Published): number {
  const closed = Number(a.kind === 'Cancel') - Number(b.kind === 'Cancel')
  return closed === 0 ? b.sentAt - a.sentAt : closed
}

/** Subjects of alarms hold alarm events only, and the log is ours. */
const asLogged = (event: StoredEvent): LoggedEvent => event as unknown as LoggedEvent
