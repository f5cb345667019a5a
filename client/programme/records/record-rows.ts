// The light records a page shows, and which sectors have given their data. Pure.
import { carriersOf, criteriaOwnersOf } from '../../../shared/programme/decide-rights.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import { RECORD_KINDS, RECORD_STATES, type RecordKind, type RecordState } from '../../../shared/programme/facts.ts'
import type { RecordItem } from '../../../shared/programme/state.ts'
import type { Unit } from '../../../shared/registry.ts'
import type { ProgrammeState as Shape } from '../../kit/state-shapes.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

type Lens = Pick<ProgrammeView, 'state' | 'units' | 'day'>

export type RecordRow = {
  readonly record: RecordItem
  /** Still planned, for a day that is over. */
  readonly isBehind: boolean
  readonly isSimulated: boolean
}
export type RecordsChoice = {
  readonly kind: RecordKind
  readonly state: RecordState | undefined
  readonly village: string | undefined
  /** The record whose details are open. */
  readonly record: string | undefined
  readonly isFormOpen: boolean
}

/** A record that is named decides the kind: its address may be all that is known of it. */
export function recordsChoice(parameters: URLSearchParams, { records }: Lens['state']): RecordsChoice {
  const text = (name: string) => parameters.get(name) || undefined
  const record = text('record')
  const named = record === undefined ? undefined : records.get(record)?.kind
  return {
    kind: named ?? RECORD_KINDS.find(kind => kind === text('kind')) ?? 'training',
    state: RECORD_STATES.find(state => state === text('state')),
    village: text('village'),
    record,
    isFormOpen: text('form') === 'set',
  }
}

/** The newest day first, what has none last. */
export function recordRows(
  { state, day }: Pick<Lens, 'state' | 'day'>,
  { kind, state: wanted, village }: Pick<RecordsChoice, 'kind' | 'state' | 'village'>,
): readonly RecordRow[] {
  return [...state.records.values()]
    .filter(record => record.kind === kind)
    .filter(record => wanted === undefined || record.state === wanted)
    .filter(record => village === undefined || record.village === village)
    .sort((a, b) => compareDays(b.on, a.on) || b.eventId - a.eventId)
    .map(record => ({
      record,
      isBehind: record.state === 'planned' && record.on !== null && record.on < day,
      isSimulated: isSimulated(record.by),
    }))
}

const compareDays = (a: string | null, b: string | null): number => {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

export const countByKind = ({ records }: Lens['state']): Readonly<Record<RecordKind, number>> => {
  const counts = Map.groupBy(records.values(), ({ kind }) => kind)
  return Object.fromEntries(RECORD_KINDS.map(kind => [kind, counts.get(kind)?.length ?? 0])) as Record<
    RecordKind,
    number
  >
}

const SHAPES = {
  planned: 'waiting',
  'in-progress': 'on-track',
  done: 'done',
  stopped: 'paused',
} as const satisfies Readonly<Record<RecordState, Shape>>
export const shapeOf = ({ record, isBehind }: Pick<RecordRow, 'record' | 'isBehind'>): Shape =>
  isBehind ? 'due-soon' : SHAPES[record.state]

export type Sector = {
  readonly unit: Unit
  /** Of this sector or of one that it carries on; empty = nothing was recorded. */
  readonly rows: readonly RecordRow[]
}

/** Every unit that must give data to the villages' system, also the ones nothing is recorded of. */
export function sectorsOf(view: Lens, rows: readonly RecordRow[]): readonly Sector[] {
  const context = { state: view.state, units: view.units, today: view.day }
  const carried = rows.map(row => ({ row, carriers: carriersOf(context, row.record.owner).map(({ id }) => id) }))
  return criteriaOwnersOf(context).map(unit => ({
    unit,
    rows: carried.flatMap(({ row, carriers }) => (carriers.includes(unit.id) ? [row] : [])),
  }))
}
