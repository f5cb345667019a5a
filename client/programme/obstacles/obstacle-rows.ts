// The obstacles a page shows: filters from the address, counts, and what each state looks like. Pure.
import { OBSTACLE_MOVES } from '../../../shared/programme/decide-obstacles.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import {
  OBSTACLE_KINDS,
  OBSTACLE_STATES,
  type ObstacleKind,
  type ObstacleState,
} from '../../../shared/programme/facts.ts'
import type { ObstacleStanding } from '../../../shared/programme/obstacle-standing.ts'
import type { ObstacleItem } from '../../../shared/programme/state.ts'
import type { ProgrammeState as Shape } from '../../kit/state-shapes.ts'
import { type NamedUnit, namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

/** Open = whatever isn't resolved; what a page shows unless it is asked for something else. */
export const STATE_FILTERS = ['open', 'overdue', 'all', ...OBSTACLE_STATES] as const
export type StateFilter = (typeof STATE_FILTERS)[number]
/** Nobody was named, or nobody carries on who was. */
export const NOBODY = 'nobody'
/** Not about one village. */
export const PROVINCE = 'province'

export type ObstacleFilter = {
  readonly kind: ObstacleKind | undefined
  readonly state: StateFilter
  /** Key of the responsible unit, or `nobody`. */
  readonly unit: string | undefined
  readonly village: string | undefined
}
export type ObstacleRow = {
  readonly standing: ObstacleStanding
  readonly item: ObstacleItem
  /** Undefined = nobody was named. */
  readonly responsible: NamedUnit | undefined
  readonly isSimulated: boolean
}

export function filterIn(parameters: URLSearchParams): ObstacleFilter {
  const text = (name: string) => parameters.get(name) || undefined
  return {
    kind: OBSTACLE_KINDS.find(kind => kind === text('kind')),
    state: STATE_FILTERS.find(state => state === text('state')) ?? 'open',
    unit: text('unit'),
    village: text('village'),
  }
}

type Lens = Pick<ProgrammeView, 'state' | 'units' | 'day' | 'basis'>

export const rowsOf = (view: Lens, standings: readonly ObstacleStanding[]): readonly ObstacleRow[] =>
  standings.map(standing => ({
    standing,
    item: standing.item,
    responsible: standing.item.responsible === null ? undefined : namedUnit(view, standing.item.responsible),
    isSimulated: standing.item.moves.some(({ by }) => isSimulated(by)),
  }))

/** What a row is found by in the filter of units. */
export const unitKeyOf = ({ responsible }: ObstacleRow): string =>
  responsible === undefined || responsible.name === null ? NOBODY : responsible.key

export function filterRows(rows: readonly ObstacleRow[], filter: ObstacleFilter): readonly ObstacleRow[] {
  const { kind, unit, village } = filter
  return rows.filter(
    row =>
      (kind === undefined || row.item.kind === kind) &&
      isOfState(row, filter.state) &&
      (unit === undefined || unitKeyOf(row) === unit) &&
      (village === undefined || (row.item.village ?? PROVINCE) === village),
  )
}

function isOfState({ standing, item }: ObstacleRow, state: StateFilter): boolean {
  if (state === 'open') return standing.isOpen
  if (state === 'overdue') return standing.isOverdue
  return state === 'all' || item.state === state
}

export type ObstacleCounts = {
  readonly open: number
  readonly overdue: number
  /** Open with nobody to act. */
  readonly nobody: number
  /** Null = nothing is open. */
  readonly oldest: ObstacleRow | null
}

/** Rows come oldest open first. */
export function countsOf(rows: readonly ObstacleRow[]): ObstacleCounts {
  const open = rows.filter(({ standing }) => standing.isOpen)
  return {
    open: open.length,
    overdue: open.filter(({ standing }) => standing.isOverdue).length,
    nobody: open.filter(row => unitKeyOf(row) === NOBODY).length,
    oldest: open[0] ?? null,
  }
}

/** Units that some obstacle waits for, each once, by name. */
export function unitsIn(rows: readonly ObstacleRow[]): readonly { readonly key: string; readonly name: string }[] {
  const named = rows.flatMap(({ responsible }) =>
    responsible && responsible.name !== null ? [[responsible.key, responsible.name] as const] : [],
  )
  const collator = new Intl.Collator('vi')
  return [...new Map(named)].map(([key, name]) => ({ key, name })).sort((a, b) => collator.compare(a.name, b.name))
}

const SHAPES = {
  raised: 'waiting',
  assigned: 'on-track',
  answered: 'paused',
  escalated: 'due-soon',
  resolved: 'done',
} as const satisfies Readonly<Record<ObstacleState, Shape>>

export const shapeOf = ({ standing, item }: Pick<ObstacleRow, 'standing' | 'item'>): Shape =>
  standing.isOverdue ? 'overdue' : SHAPES[item.state]
export const shapeOfState = (state: ObstacleState): Shape => SHAPES[state]

/** `reopen` in an address is the state `raised`. */
export const MOVE_FORMS = [
  'assigned',
  'answered',
  'escalated',
  'resolved',
  'raised',
] as const satisfies readonly ObstacleState[]
export type Move = (typeof MOVE_FORMS)[number]

/** What may be done with it now, in the order of the procedure. */
export const movesOf = ({ state }: ObstacleItem): readonly Move[] =>
  MOVE_FORMS.filter(move => OBSTACLE_MOVES[state].includes(move))

/** Somebody must be named for these. */
export const namesWho = (move: Move): boolean => move === 'assigned' || move === 'escalated'
