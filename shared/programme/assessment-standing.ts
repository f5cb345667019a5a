// Where villages stand against a criteria set: what is met, what isn't, what nobody has looked at. Pure; the furthest step
// that has a result decides, and results of indicators that the set doesn't have are left out.
import { type FlatIndicator, indicatorsOf } from './criteria.ts'
import { isSimulated } from './event.ts'
import {
  ASSESSMENT_STEPS,
  type AssessmentStep,
  type CriteriaGroup,
  type CriteriaSet,
  type Outcome,
  type StepResult,
} from './facts.ts'
import { furthestResult } from './fold-assessment.ts'
import { keyOf, type ProgrammeState, type ResultState } from './state.ts'

export type StandingCounts = {
  /** Null when the text of the set's indicators isn't at hand (`knownIndicatorCount` may say how many there are). */
  readonly total: number | null
  readonly met: number
  readonly notMet: number
  /** Not assessed yet; null together with `total`. met + notMet + open = total. */
  readonly open: number | null
}

/** One indicator of one village. */
export type IndicatorStanding = {
  readonly village: string
  readonly indicator: FlatIndicator
  /** By the furthest step that has a result; null = nobody assessed it. */
  readonly outcome: Outcome | null
  readonly step: AssessmentStep | null
  readonly result: StepResult | null
  readonly steps: ResultState['steps']
  readonly metSince: number | null
  readonly isSimulated: boolean
}

export type VillageStanding = {
  readonly counts: StandingCounts
  readonly byGroup: readonly { readonly group: CriteriaGroup; readonly counts: StandingCounts }[]
  /** How many indicators each step found met. */
  readonly byStep: Readonly<Record<AssessmentStep, number>>
  /** When the newest result was given; null = there is none. */
  readonly lastAt: number | null
  readonly isSimulated: boolean
}

/** What every count of a village is made of, in the order of the set. */
export function indicatorStandings(
  state: ProgrammeState,
  village: string,
  set: CriteriaSet,
): readonly IndicatorStanding[] {
  return indicatorsOf(set).map(indicator => standingOf(state, village, set, indicator))
}

export function villageStanding(state: ProgrammeState, village: string, set: CriteriaSet): VillageStanding {
  const standings = indicatorStandings(state, village, set)
  const results = standings.flatMap(resultsOf)
  return {
    counts: countsOf(standings),
    byGroup: set.groups.map(group => ({
      group,
      counts: countsOf(standings.filter(({ indicator }) => indicator.group === group)),
    })),
    byStep: byStepOf(standings),
    lastAt: results.length === 0 ? null : Math.max(...results.map(({ at }) => at)),
    isSimulated: standings.some(standing => standing.isSimulated),
  }
}

/** Villages in the order given; a row for each indicator of the set. */
export function matrixOf(
  state: ProgrammeState,
  set: CriteriaSet,
  villages: readonly string[],
): readonly { readonly indicator: FlatIndicator; readonly cells: readonly IndicatorStanding[] }[] {
  return indicatorsOf(set).map(indicator => ({
    indicator,
    cells: villages.map(village => standingOf(state, village, set, indicator)),
  }))
}

export function countsOf(standings: readonly Pick<IndicatorStanding, 'outcome'>[]): StandingCounts {
  const count = (outcome: Outcome | null) => standings.filter(one => one.outcome === outcome).length
  const isKnown = standings.length > 0
  return {
    total: isKnown ? standings.length : null,
    met: count('met'),
    notMet: count('not-met'),
    open: isKnown ? count(null) : null,
  }
}

function standingOf(
  state: ProgrammeState,
  village: string,
  set: CriteriaSet,
  indicator: FlatIndicator,
): IndicatorStanding {
  const held = state.results.get(keyOf.result(village, set.id, indicator.indicator.id))
  const steps = held?.steps ?? {}
  const furthest = furthestResult(steps)
  return {
    village,
    indicator,
    outcome: furthest?.result.outcome ?? null,
    step: furthest?.step ?? null,
    result: furthest?.result ?? null,
    steps,
    metSince: held?.metSince ?? null,
    isSimulated: resultsOf({ steps }).some(({ by }) => isSimulated(by)),
  }
}

function byStepOf(standings: readonly IndicatorStanding[]): Readonly<Record<AssessmentStep, number>> {
  const met = (step: AssessmentStep) => standings.filter(({ steps }) => steps[step]?.outcome === 'met').length
  return {
    self: met('self'),
    district: met('district'),
    department: met('department'),
    consolidation: met('consolidation'),
    recognition: met('recognition'),
  }
}

const resultsOf = ({ steps }: Pick<ResultState, 'steps'>): readonly StepResult[] =>
  ASSESSMENT_STEPS.flatMap(step => steps[step] ?? [])
