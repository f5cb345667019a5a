// An event as one sentence in the page's language. Needs a translator and the state for names; knows no component.
import type { TFunction } from 'i18next'
import { HIDDEN } from '../../shared/access/mask.ts'
import type { AnyEvent, EventData, EventType, ProgrammeEvent } from '../../shared/programme/event.ts'
import { isKnown } from '../../shared/programme/fold.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import type { Units } from '../../shared/programme/units.ts'
import { formatIsoDate } from '../design/time-format.ts'
import { moneyWords } from './money-words.ts'
import { periodWords } from './period-words.ts'

type Words = TFunction<'programme'>
export type EventNames = { readonly state: ProgrammeState; readonly units: Units }
type Parameters = Readonly<Record<string, string | number>>

/** "Mỹ Đông: chỉ tiêu 1.2 – Sở, ngành thẩm định: Đạt"; an event of a newer station goes by its type. */
export function eventWords(t: Words, names: EventNames, event: AnyEvent): string {
  if (!isKnown(event)) return t('event.unknown', { type: event.type })
  const type = event.type.slice(event.type.indexOf('.') + 1) as keyof typeof PARAMETERS
  return t(`event.${type}`, parametersOf(t, names, event))
}

/** Who, without the mark of how we know: `declared:Lan · Sở KH&CN` → `Lan · Sở KH&CN`; where names aren't shown, the unit alone. */
export const actorWords = (actor: string): string => actor.replace(/^[^:]*:(?: · )?/, '') || HIDDEN

type Describe<T extends EventType> = (context: {
  readonly t: Words
  readonly names: EventNames
  readonly data: EventData[T]
  readonly id: string
}) => Parameters
type Short<T extends string> = T extends `programme.${infer Name}` ? Name : never

const villageName = ({ state }: EventNames, id: string): string => state.villages.get(id)?.name ?? id
const unitName = ({ units }: EventNames, id: string): string => units.get(id)?.name ?? id

const PARAMETERS: { readonly [T in EventType as Short<T>]: Describe<T> } = {
  'plan-adopted': ({ data }) => ({ title: data.plan.title }),
  'calendar-published': ({ data }) => ({ year: data.year.year }),
  'setting-changed': ({ t, data }) => ({ name: t(`settings.name.${data.key}`) }),
  'village-added': ({ data }) => ({ village: data.name }),
  'village-linked': ({ names, data, id }) => ({
    village: villageName(names, id),
    unit: unitName(names, data.unit),
    from: formatIsoDate(data.from),
  }),
  'village-fact-recorded': ({ t, names, data, id }) => ({
    village: villageName(names, id),
    fact: t(`term.fact.${data.fact}`),
  }),
  'village-milestone-set': ({ names, data, id }) => ({ village: villageName(names, id), title: data.title }),
  'recognition-recorded': ({ t, names, data, id }) => ({
    village: villageName(names, id),
    state: t(`term.recognition.${data.state}`),
  }),
  'criteria-set-published': ({ data }) => ({ title: data.set.title }),
  'results-carried-over': ({ names, data }) => ({
    to: names.state.criteriaSets.get(data.to)?.title ?? data.to,
    count: data.pairs.length,
  }),
  'indicator-assessed': ({ t, names, data }) => ({
    village: villageName(names, data.village),
    indicator: data.indicator,
    step: t(`term.step.${data.step}`),
    outcome: t(`term.outcome.${data.outcome}`),
  }),
  'dossier-moved': ({ t, names, data }) => ({
    village: villageName(names, data.village),
    stage: t(`term.stage.${data.to}`),
  }),
  'task-updated': ({ t, data, id }) => ({ task: id, status: t(`term.taskStatus.${data.status}`) }),
  'task-requested': ({ id }) => ({ task: id }),
  'task-request-closed': ({ id }) => ({ task: id }),
  'task-deadline-set': ({ id }) => ({ task: id }),
  'plan-milestone-reached': ({ names, data }) => ({
    unit: unitName(names, data.unit),
    title: names.state.plan?.milestones.find(({ id }) => id === data.milestone)?.title ?? data.milestone,
  }),
  'funding-planned': ({ t, names, data }) => ({
    village: villageName(names, data.village),
    kind: t(`term.amount.${data.kind}`),
    year: data.year,
    amount: moneyWords(t, data.amount),
  }),
  'funding-booked': ({ t, names, data }) => ({
    village: villageName(names, data.village),
    kind: t(`term.amount.${data.kind}`),
    amount: moneyWords(t, data.amount),
  }),
  'supervision-noted': ({ t, names, data }) => ({
    village: data.village === null ? t('event.province') : villageName(names, data.village),
  }),
  'report-submitted': ({ t, names, data }) => ({
    unit: unitName(names, data.unit),
    period: periodWords(t, data.period),
  }),
  'reports-consolidated': ({ t, data }) => ({ period: periodWords(t, data.period) }),
  'obstacle-raised': ({ t, data }) => ({ kind: t(`term.obstacleKind.${data.kind}`), title: data.title }),
  'obstacle-moved': ({ t, names, data, id }) => ({
    title: names.state.obstacles.get(id)?.title ?? id,
    state: t(`term.obstacleState.${data.to}`),
  }),
  'record-set': ({ t, data }) => ({ kind: t(`term.recordKind.${data.kind}`), title: data.title }),
}

function parametersOf(t: Words, names: EventNames, event: ProgrammeEvent): Parameters {
  const short = event.type.slice(event.type.indexOf('.') + 1) as keyof typeof PARAMETERS
  const id = event.subject.slice(event.subject.indexOf(':') + 1)
  // The handler is the one of this event's type: the table says so, TypeScript can't follow it through the key.
  return (PARAMETERS[short] as Describe<EventType>)({ t, names, data: event.data, id })
}
