// What a mail says: one alarm in full, or many as at most ten lines. Pure; links come in.
import { type AlarmGroup, groupAlarms, MAX_LINES } from '../../shared/alarms/groups.ts'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import { INTERNAL_LIMIT } from '../../shared/alarms/signal-words.ts'
import { asksForAttention } from '../../shared/alarms/standing.ts'
import { momentWords } from '../../shared/programme/province-day.ts'
import type { Words } from '../../shared/words.ts'
import type { Language } from './channel.ts'
import { headline, isSimulated } from './headline.ts'
import { type MailPart, type MailText, mailText } from './mail-parts.ts'
import {
  actorWords,
  alarmsWords,
  LABELS,
  PRIORITY_WORDS,
  SOURCE_WORDS,
  TEXTS,
  TRANSITION_WORDS,
  withinWords,
} from './notice-words.ts'

export type MailAbout = {
  readonly language: Language
  /** Epoch milliseconds. */
  readonly now: number
  /** One-time link that acknowledges it; undefined = it has none. */
  readonly linkOf: (message: AlarmMessage) => string | undefined
  /** Undefined = the station has no public address. */
  readonly desk: string | undefined
}
/** Titles a group's line shows. */
const NAMED = 3

/** Of each alarm its newest message, in the order of their events. */
export function newestOfEach(messages: readonly AlarmMessage[]): readonly AlarmMessage[] {
  const newest = new Map<string, AlarmMessage>()
  for (const message of messages.toSorted((a, b) => a.event - b.event)) {
    newest.delete(message.alarm.id)
    newest.set(message.alarm.id, message)
  }
  return [...newest.values()]
}

/** Those that a mail of these shows with a link of their own. */
export const linkedIn = (messages: readonly AlarmMessage[]): readonly AlarmMessage[] =>
  messages.length > MAX_LINES ? [] : messages.filter(({ alarm }) => asksForAttention(alarm))

/** @param messages newest of each alarm, at least one */
export function mailOf(messages: readonly AlarmMessage[], about: MailAbout): MailText {
  const [first] = messages
  if (first && messages.length === 1) return mailOfOne(first, about)
  return mailOfMany(messages, about)
}

function mailOfOne(message: AlarmMessage, { language, linkOf, desk }: MailAbout): MailText {
  const link = linkOf(message)
  return mailText(headline(message, language), language, [
    ...(isSimulated(message) ? [{ kind: 'text', text: SOURCE_WORDS.simulated[language] } as const] : []),
    {
      kind: 'heading',
      text: `${TRANSITION_WORDS[message.transition][language]}: ${message.alarm.about.title[language]}`,
    },
    { kind: 'rows', rows: rowsOf(message, language) },
    ...(link === undefined ? [] : [{ kind: 'link', label: LABELS.acknowledge[language], url: link } as const]),
    ...deskPart(desk, language),
  ])
}

function rowsOf({ alarm, place, value, limit, rule, actor, comment }: AlarmMessage, language: Language) {
  const level = `${alarm.level} · ${PRIORITY_WORDS[alarm.priority][language]}`
  const rows: readonly (readonly [{ readonly [L in Language]: string }, string | undefined])[] = [
    [LABELS.rule, rule?.name[language]],
    [LABELS.place, place ?? undefined],
    [LABELS.level, level],
    [LABELS.value, (value ?? TEXTS.unknown)[language]],
    [LABELS.limit, limit ? `${limit[language]}${basisText(rule, language)}` : undefined],
    [LABELS.measuredAt, momentWords(alarm.t)],
    [LABELS.since, momentWords(alarm.since)],
    [LABELS.source, SOURCE_WORDS[alarm.about.source][language]],
    [LABELS.acknowledgedBy, actor === null ? undefined : actorWords(actor)[language]],
    [LABELS.comment, comment ?? undefined],
    [LABELS.cause, rule?.cause[language]],
    [LABELS.consequence, rule?.consequence[language]],
    [LABELS.action, rule?.action[language]],
    [
      LABELS.responder,
      rule ? `${rule.responder[language]}, ${withinWords(rule.respondWithinMs)[language]}` : undefined,
    ],
  ]
  return rows.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [[label[language], text] as const]))
}

function basisText(rule: AlarmMessage['rule'], language: Language): string {
  if (!rule) return ''
  const { kind, source } = rule.basis
  return kind === 'internal' ? ` (${INTERNAL_LIMIT[language]})` : ` (${TEXTS.regulation[language]} ${source[language]})`
}

function mailOfMany(messages: readonly AlarmMessage[], about: MailAbout): MailText {
  const { language, now, linkOf, desk } = about
  const byAlarm = new Map(messages.map(message => [message.alarm.id, message]))
  const messagesIn = (group: AlarmGroup) => group.ids.flatMap(id => byAlarm.get(id) ?? [])
  const groups = groupAlarms(
    messages.map(({ alarm }) => alarm),
    now,
  )
  const parts = groups.flatMap((group): MailPart[] => {
    const members = messagesIn(group)
    const [only] = members
    const link = only && members.length === 1 ? linkOf(only) : undefined
    return [
      { kind: 'text', text: lineOf(group, members, language) },
      ...(link === undefined ? [] : [{ kind: 'link', label: LABELS.acknowledge[language], url: link } as const]),
    ]
  })
  return mailText(subjectOfMany(messages, language), language, [
    { kind: 'heading', text: alarmsWords(messages.length)[language] },
    ...parts,
    ...deskPart(desk, language),
  ])
}

/** "[CAO] 37 cảnh báo: Mỹ Đông 12, Tân Thuận 9 …" */
function subjectOfMany(messages: readonly AlarmMessage[], language: Language): string {
  const mark = simulatedMark(messages)
  const priority = PRIORITIES.findLast(one => messages.some(({ alarm }) => alarm.priority === one)) ?? 'low'
  const places = [...Map.groupBy(messages, ({ place }) => place ?? TEXTS.noPlace[language])]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([place, members]) => `${place} ${members.length}`)
  const more = places.length > NAMED ? ' …' : ''
  const marks = [...(mark ? [mark[language]] : []), PRIORITY_WORDS[priority][language]].map(one => `[${one}]`).join(' ')
  return `${marks} ${alarmsWords(messages.length)[language]}: ${places.slice(0, NAMED).join(', ')}${more}`
}

function lineOf(group: AlarmGroup, members: readonly AlarmMessage[], language: Language): string {
  const [first] = members
  const firstOut = group.isFirstOut ? ` (${TEXTS.firstOut[language]})` : ''
  if (first && members.length === 1)
    return `${headline(first, language)} · ${momentWords(first.alarm.since)}${firstOut}`
  const counts = PRIORITIES.toReversed()
    .filter(priority => group.counts[priority] > 0)
    .map(priority => `${PRIORITY_WORDS[priority][language]} ${group.counts[priority]}`)
  const told = [...Map.groupBy(members, ({ transition }) => transition)].map(
    ([transition, ones]) => `${TRANSITION_WORDS[transition][language]} ${ones.length}`,
  )
  const names = members.slice(0, NAMED).map(({ alarm }) => alarm.about.title[language])
  const parts = [
    onlyOf(members, ({ rule }) => rule?.name[language]) ?? TEXTS.severalRules[language],
    onlyOf(members, ({ place }) => place ?? TEXTS.noPlace[language]) ?? TEXTS.severalPlaces[language],
    `${alarmsWords(members.length)[language]} (${counts.join(', ')}; ${told.join(', ')})`,
    momentWords(Math.min(...members.map(({ alarm }) => alarm.since))),
    `${names.join('; ')}${members.length > NAMED ? ' …' : ''}`,
  ]
  const mark = simulatedMark(members)
  return `${mark ? `[${mark[language]}] ` : ''}${parts.join(' · ')}${firstOut}`
}

/** What all of them have in common. */
function onlyOf(
  members: readonly AlarmMessage[],
  read: (message: AlarmMessage) => string | undefined,
): string | undefined {
  const [only, ...others] = new Set(members.map(read))
  return others.length === 0 ? only : undefined
}

function simulatedMark(messages: readonly AlarmMessage[]): Words | null {
  const simulated = messages.filter(isSimulated).length
  if (simulated === 0) return null
  return simulated === messages.length ? TEXTS.simulated : TEXTS.partlySimulated
}

const deskPart = (desk: string | undefined, language: Language): readonly MailPart[] =>
  desk === undefined ? [] : [{ kind: 'link', label: LABELS.desk[language], url: desk }]
