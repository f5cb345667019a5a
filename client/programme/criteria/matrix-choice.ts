// What the criteria page shows, read from its address. Pure.
import type { Outcome } from '../../../shared/programme/facts.ts'

export const VIEWS = ['matrix', 'list', 'sets'] as const
export type CriteriaViewName = (typeof VIEWS)[number]
export const OUTCOMES = ['met', 'not-met', 'none'] as const
export type OutcomeChoice = Outcome | 'none'
export const ORDERS = ['plan', 'best', 'worst'] as const
export type VillageOrder = (typeof ORDERS)[number]
/** Stands for "nobody knows which unit". */
export const NO_OWNER = 'none'

export type MatrixFilter = {
  readonly group: string | undefined
  readonly owner: string | undefined
  readonly outcome: OutcomeChoice | undefined
  readonly village: string | undefined
  readonly text: string
}
export type CriteriaChoice = MatrixFilter & {
  readonly view: CriteriaViewName
  readonly order: VillageOrder
  /** A set other than the one in use. */
  readonly set: string | undefined
}

/** What an address names wrongly is left out. */
export function criteriaChoice(parameters: URLSearchParams): CriteriaChoice {
  const text = (name: string) => parameters.get(name) || undefined
  return {
    view: VIEWS.find(one => one === text('view')) ?? 'matrix',
    order: ORDERS.find(one => one === text('order')) ?? 'plan',
    set: text('set'),
    group: text('group'),
    owner: text('owner'),
    outcome: OUTCOMES.find(one => one === text('outcome')),
    village: text('village'),
    text: text('q') ?? '',
  }
}

export const isFiltered = ({ group, owner, outcome, village, text }: MatrixFilter): boolean =>
  [group, owner, outcome, village].some(one => one !== undefined) || text !== ''
