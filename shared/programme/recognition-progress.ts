// Which villages are recognised since when, and how that stands against the plan's targets by year. Pure.
// What it counts is what is known: a village whose recognition nobody knows isn't counted, and the count of those is told.
import { newestDossier } from './dossier.ts'
import type { Day } from './facts.ts'
import { provinceDayOf } from './province-day.ts'
import type { ProgrammeState, VillageState } from './state.ts'
import { yearOf } from './working-calendar.ts'

/**
 * What the day is: of the decision, of a report of it, of the dossier's last move, or (nothing better known) of the day it was
 * written down here, by which it was so at the latest.
 */
export type RecognitionBasis = 'decided' | 'reported' | 'dossier' | 'recorded'
export type RecognitionStanding =
  | { readonly kind: 'recognised'; readonly on: Day; readonly basis: RecognitionBasis }
  | { readonly kind: 'withdrawn' }
  /** Nobody said, or what was found doesn't tell. */
  | { readonly kind: 'unknown' }

export type RecognitionCounts = {
  readonly villages: number
  readonly recognised: number
  readonly withdrawn: number
  readonly unknown: number
}

export type RecognitionYear = {
  readonly year: number
  /** Cumulative, by the last target until then; null = the plan has none yet. */
  readonly planned: number | null
  /** The plan names this year. */
  readonly hasTarget: boolean
  /** Cumulative: known to be recognised by the end of the year (of this one: by today). Null = to come, or no villages. */
  readonly actual: number | null
  /** How many more it may be: villages whose recognition isn't known. Null like `actual`. */
  readonly unknown: number | null
  readonly isFuture: boolean
}

/** A dossier that ended in recognition counts where no day of it was recorded, unless it was taken back afterwards. */
export function recognitionOf(state: ProgrammeState, village: VillageState): RecognitionStanding {
  const { recognition } = village
  const last = newestDossier(state, village.id)?.moves.at(-1)
  if (recognition?.state === 'recognised') {
    if (recognition.decidedOn !== null) return { kind: 'recognised', on: recognition.decidedOn, basis: 'decided' }
    if (recognition.reportedOn !== null) return { kind: 'recognised', on: recognition.reportedOn, basis: 'reported' }
  }
  const isTakenBack = recognition?.state === 'withdrawn' && recognition.eventId > (last?.eventId ?? 0)
  if (last?.to === 'recognised' && !isTakenBack) return { kind: 'recognised', on: last.on, basis: 'dossier' }
  if (recognition?.state === 'recognised')
    return { kind: 'recognised', on: provinceDayOf(recognition.at), basis: 'recorded' }
  return { kind: recognition?.state === 'withdrawn' ? 'withdrawn' : 'unknown' }
}

/** What the counts are made of, in the order of the plan. */
export function recognitions(
  state: ProgrammeState,
): readonly { readonly village: VillageState; readonly standing: RecognitionStanding }[] {
  return [...state.villages.values()]
    .toSorted((a, b) => a.order - b.order)
    .map(village => ({ village, standing: recognitionOf(state, village) }))
}

export function recognitionCounts(state: ProgrammeState): RecognitionCounts {
  const kinds = recognitions(state).map(({ standing }) => standing.kind)
  const count = (kind: RecognitionStanding['kind']) => kinds.filter(one => one === kind).length
  return {
    villages: kinds.length,
    recognised: count('recognised'),
    withdrawn: count('withdrawn'),
    unknown: count('unknown'),
  }
}

/** Every year from the first target or recognition to the last target or `day`'s year, whichever is later. */
export function planAgainstActual(state: ProgrammeState, day: Day): readonly RecognitionYear[] {
  const targets = state.plan?.targets ?? []
  const { villages, unknown } = recognitionCounts(state)
  const days = recognitions(state).flatMap(({ standing }) => (standing.kind === 'recognised' ? standing.on : []))
  const thisYear = yearOf(day)
  const named = [thisYear, ...targets.map(({ year }) => year), ...days.filter(on => on <= day).map(yearOf)]
  const first = Math.min(...named)
  return Array.from({ length: Math.max(...named) - first + 1 }, (_, index) => {
    const year = first + index
    const isFuture = year > thisYear
    const isCounted = !isFuture && villages > 0
    return {
      year,
      planned: lastTarget(targets, year),
      hasTarget: targets.some(target => target.year === year),
      actual: isCounted ? days.filter(on => on <= day && yearOf(on) <= year).length : null,
      unknown: isCounted ? unknown : null,
      isFuture,
    }
  })
}

/** A cumulative target holds until the next one: what was to be reached by 2025 is still to be there in 2026. */
function lastTarget(
  targets: readonly { readonly year: number; readonly cumulative: number }[],
  year: number,
): number | null {
  const until = targets.filter(target => target.year <= year)
  return until.length === 0 ? null : Math.max(...until.map(({ cumulative }) => cumulative))
}
