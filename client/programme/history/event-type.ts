// The types of events, in the order of the programme's areas, and what can be read from any event: its village, its reason. Pure.
import type { AnyEvent, EventType } from '../../../shared/programme/event.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'

export type ShortType = EventType extends infer T ? (T extends `programme.${infer Name}` ? Name : never) : never

/** The compiler insists that none is missing. */
const AREAS = {
  'village-added': 'villages',
  'village-linked': 'villages',
  'village-fact-recorded': 'villages',
  'village-milestone-set': 'villages',
  'recognition-recorded': 'villages',
  'criteria-set-published': 'criteria',
  'results-carried-over': 'criteria',
  'indicator-assessed': 'criteria',
  'dossier-moved': 'criteria',
  'task-updated': 'tasks',
  'task-requested': 'tasks',
  'task-request-closed': 'tasks',
  'task-deadline-set': 'tasks',
  'plan-milestone-reached': 'tasks',
  'funding-planned': 'funding',
  'funding-booked': 'funding',
  'supervision-noted': 'funding',
  'report-submitted': 'reports',
  'reports-consolidated': 'reports',
  'obstacle-raised': 'obstacles',
  'obstacle-moved': 'obstacles',
  'record-set': 'records',
  'plan-adopted': 'settings',
  'calendar-published': 'settings',
  'setting-changed': 'settings',
} as const satisfies Readonly<Record<ShortType, string>>

export const EVENT_TYPES = Object.keys(AREAS) as readonly ShortType[]
export const areaOfType = (type: ShortType): (typeof AREAS)[ShortType] => AREAS[type]

export const shortTypeOf = (event: Pick<AnyEvent, 'type'>): string => event.type.slice(event.type.indexOf('.') + 1)

const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {}
const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** Why: the reason or note that somebody gave, or the text that was the point of it. */
export function reasonOf({ data }: Pick<AnyEvent, 'data'>): string | undefined {
  const { reason, note, text } = fieldsOf(data)
  return textIn(reason) ?? textIn(note) ?? textIn(text)
}

/** Where a fact is known from, when it says so. */
export function sourceOf({ subject, data }: Pick<AnyEvent, 'subject' | 'data'>): string | undefined {
  // Of money the source is the purse it comes from.
  if (subject.startsWith('funding:')) return undefined
  const { source, year, plan, set } = fieldsOf(data)
  return (
    textIn(source) ?? [year, plan, set].map(part => textIn(fieldsOf(part)['source'])).find(text => text !== undefined)
  )
}

/** The village an event is about, when it is about one. */
export function villageOf(
  { subject, data }: AnyEvent,
  { obstacles }: Pick<ProgrammeState, 'obstacles'>,
): string | undefined {
  const [kind, id = ''] = subject.split(':')
  if (kind === 'village') return id
  if (kind === 'obstacle') return obstacles.get(id)?.village ?? undefined
  return textIn(fieldsOf(data)['village'])
}

const ACTOR_KINDS = ['system', 'seed', 'simulated', 'declared', 'person'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** How we know who it was; undefined for one that a newer station writes. */
export const actorKindOf = (actor: string): ActorKind | undefined =>
  ACTOR_KINDS.find(kind => actor.startsWith(`${kind}:`))
