// When a village may be recognised, what that rests on, and the indicator it waits for. Pure. A plain extrapolation that says
// when it has nothing to go by, rather than a date that nobody can stand for.
import { type IndicatorStanding, indicatorStandings } from './assessment-standing.ts'
import { type FlatIndicator, setOn } from './criteria.ts'
import { type DossierClock, dossierClock, newestDossier } from './dossier.ts'
import type { CriteriaSet, Day } from './facts.ts'
import { provinceDayOf } from './province-day.ts'
import { recognitionOf } from './recognition-progress.ts'
import type { DossierState, ProgrammeState, VillageState } from './state.ts'
import { addDays, addWorkingDays, daysBetween } from './working-calendar.ts'

/** The pace is what was newly met within so many days. */
export const PACE_DAYS = 180
/** Ten years: further off than that a pace says nothing. */
export const MAX_FORECAST_DAYS = 3_652

export type Blocking = {
  readonly indicator: FlatIndicator
  /** The unit that appraises it; null = not known. */
  readonly owner: string | null
  readonly openDays: number
}
export type Forecast =
  | { readonly kind: 'recognised' }
  /** Nothing to count a date from: no set, no indicator newly met, or only decisions left that no limit of time is known for. */
  | { readonly kind: 'no-basis'; readonly blocking: Blocking | null }
  | {
      readonly kind: 'expected'
      readonly on: Day
      /** False when working days were counted through a year whose calendar isn't known, or the clock has run out. */
      readonly isCertain: boolean
      readonly blocking: Blocking | null
    }

export type WaitingIndicator = {
  readonly standing: IndicatorStanding
  readonly since: Day
  readonly openDays: number
}
/** What a forecast is made of. */
export type ForecastBasis = {
  /** Not met or not assessed, longest waiting first. */
  readonly waiting: readonly WaitingIndicator[]
  /** Met within the last `PACE_DAYS`, and met still; results carried over from another set were met before. */
  readonly newlyMet: readonly IndicatorStanding[]
  /** Working days of the appraisal that are still to come. */
  readonly appraisalWorkingDays: number
}

/**
 * Assumptions, in this order:
 * - Recognised is recognised (`recognitionOf`).
 * - While the departments' clock runs, the day it runs out; the day itself when it has run out already. The consolidation and
 *   the decision have no limit of time in the plan, so nothing is added for them: the date is the earliest one.
 * - When the clock is finished and no refusal came, only those two are left: no basis.
 * - Otherwise the open indicators are met at the pace of the last 180 days, the dossier is complete on the day the last one
 *   is, and the whole appraisal follows (what is left of it, when the dossier was returned). An indicator counts from the
 *   day its result was entered. No pace, or more than ten years: no basis.
 */
export function forecastOf(state: ProgrammeState, villageId: string, day: Day): Forecast {
  const village = state.villages.get(villageId)
  if (!village) return { kind: 'no-basis', blocking: null }
  if (recognitionOf(state, village).kind === 'recognised') return { kind: 'recognised' }

  const basis = forecastBasis(state, villageId, day)
  const blocking = blockingOf(basis)
  const clock = clockOf(state, newestDossier(state, villageId), day)
  if (clock?.phase === 'running') return byClock(clock, day, blocking)
  if (clock?.phase === 'finished' || !basis) return { kind: 'no-basis', blocking }
  return byPace(state, basis, day)
}

/** Null when there is no set in use, or its indicators aren't known. */
export function forecastBasis(state: ProgrammeState, villageId: string, day: Day): ForecastBasis | null {
  const village = state.villages.get(villageId)
  const { set } = setOn(state, day)
  const standings = village && set ? indicatorStandings(state, villageId, set) : []
  if (!village || !set || standings.length === 0) return null
  const clock = clockOf(state, newestDossier(state, villageId), day)
  const isHalfway = clock?.phase === 'running' || clock?.phase === 'paused'
  return {
    waiting: standings
      .filter(({ outcome }) => outcome !== 'met')
      .map(standing => waitingOf(standing, village, set, day))
      .toSorted(byWaiting),
    newlyMet: standings.filter(standing => isNewlyMet(standing, day)),
    appraisalWorkingDays: isHalfway ? Math.max(0, clock.leftDays) : state.settings.appraisalWorkingDays,
  }
}

function byClock(clock: DossierClock, day: Day, blocking: Blocking | null): Forecast {
  const isAhead = clock.dueOn !== null && clock.dueOn >= day
  const on = isAhead && clock.dueOn !== null ? clock.dueOn : day
  return { kind: 'expected', on, isCertain: isAhead && clock.isCertain, blocking }
}

function byPace(state: ProgrammeState, basis: ForecastBasis, day: Day): Forecast {
  const blocking = blockingOf(basis)
  const { waiting, newlyMet, appraisalWorkingDays } = basis
  const days = waiting.length === 0 ? 0 : Math.ceil((waiting.length * PACE_DAYS) / newlyMet.length)
  if (days > MAX_FORECAST_DAYS) return { kind: 'no-basis', blocking }
  const { on, isCertain } = addWorkingDays(state.calendar, addDays(day, days), appraisalWorkingDays)
  if (daysBetween(day, on) > MAX_FORECAST_DAYS) return { kind: 'no-basis', blocking }
  return { kind: 'expected', on, isCertain, blocking }
}

function blockingOf(basis: ForecastBasis | null): Blocking | null {
  const [longest] = basis?.waiting ?? []
  if (!longest) return null
  const { indicator } = longest.standing
  return { indicator, owner: indicator.indicator.owner, openDays: longest.openDays }
}

/** A refused or withdrawn dossier leaves the village where it was before it: no clock. */
function clockOf(state: ProgrammeState, dossier: DossierState | undefined, day: Day): DossierClock | undefined {
  const stage = dossier?.moves.at(-1)?.to
  if (!dossier || stage === 'refused' || stage === 'withdrawn') return undefined
  return dossierClock(dossier, state.calendar, state.settings.appraisalWorkingDays, day)
}

/**
 * Since when it waits: its last negative result; never assessed, the first day of the village's planned year, or of the set
 * when that came later.
 */
function waitingOf(standing: IndicatorStanding, village: VillageState, set: CriteriaSet, day: Day): WaitingIndicator {
  const planned = `${String(village.plannedYear).padStart(4, '0')}-01-01`
  const begun = planned < set.validFrom ? set.validFrom : planned
  const since = standing.result ? provinceDayOf(standing.result.at) : begun
  return { standing, since, openDays: Math.max(0, daysBetween(since, day)) }
}

/** Of two that wait equally long, the one that nobody looked at comes first. */
function byWaiting(a: WaitingIndicator, b: WaitingIndicator): number {
  const assessed = ({ standing }: WaitingIndicator) => (standing.result ? 1 : 0)
  return (
    b.openDays - a.openDays ||
    assessed(a) - assessed(b) ||
    a.standing.indicator.position - b.standing.indicator.position
  )
}

function isNewlyMet({ metSince, steps }: IndicatorStanding, day: Day): boolean {
  if (metSince === null) return false
  const isCarried = Object.values(steps).some(result => result.carriedFrom !== null && result.at === metSince)
  const age = daysBetween(provinceDayOf(metSince), day)
  return !isCarried && age >= 0 && age < PACE_DAYS
}
