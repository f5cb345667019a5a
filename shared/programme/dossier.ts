// A village's dossier on its way to recognition, and the clock of the departments that appraise it. Pure; the calendar and
// the number of working days are given, what may be assessed isn't its business.
import type { Day, DossierMove, DossierStage } from './facts.ts'
import type { DossierState, ProgrammeState } from './state.ts'
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from './working-calendar.ts'

/**
 * Where a dossier may go from where it is (the plan, part IV.5–6 and row 6 of its appendix). A returned one comes back whole
 * straight away, or is submitted anew first. After a refusal the next round begins.
 */
export const DOSSIER_MOVES: Readonly<Record<DossierStage, readonly DossierStage[]>> = {
  open: ['submitted', 'withdrawn'],
  submitted: ['returned', 'complete', 'withdrawn'],
  returned: ['submitted', 'complete', 'withdrawn'],
  complete: ['returned', 'appraised', 'withdrawn'],
  appraised: ['consolidated', 'withdrawn'],
  consolidated: ['recognised', 'refused', 'withdrawn'],
  recognised: [],
  refused: [],
  withdrawn: [],
}

/** @throws Error when it has no move at all, which no event makes */
export function stageOf({ village, round, moves }: DossierState): DossierStage {
  const last = moves.at(-1)
  if (!last) throw new Error(`dossier ${village}:${round} has no move`)
  return last.to
}

export const newestDossier = (state: ProgrammeState, village: string): DossierState | undefined =>
  newestDossiers(state).find(dossier => dossier.village === village)

/** The newest round of each village that has a dossier. */
export function newestDossiers(state: ProgrammeState): readonly DossierState[] {
  const newest = new Map<string, DossierState>()
  for (const dossier of state.dossiers.values())
    if (dossier.round >= (newest.get(dossier.village)?.round ?? 0)) newest.set(dossier.village, dossier)
  return [...newest.values()]
}

export type DossierClock = {
  readonly phase: 'not-started' | 'running' | 'paused' | 'finished'
  readonly usedDays: number
  /** Working days; negative = so many too many. */
  readonly leftDays: number
  /** Null before the start, and while it is paused in time: nobody knows yet when it goes on. */
  readonly dueOn: Day | null
  /** The due day is over, or was when the clock stopped. */
  readonly isLate: boolean
  /** False when a day it counted lies in a year whose calendar isn't known. */
  readonly isCertain: boolean
}

/**
 * The departments have `workingDays` working days from the day the file is whole, that day not counted. The clock stands
 * still from the day the file goes back until it is whole again, when the remaining days go on; the appraisal ends it.
 * Once late it stays late. Moves after `day` haven't happened yet.
 */
export function dossierClock(
  { moves }: DossierState,
  calendar: WorkingCalendar,
  workingDays: number,
  day: Day,
): DossierClock {
  const { phase, spans } = runOf(moves, day)
  let usedDays = 0
  let dueOn: Day | null = null
  let isLate = false
  let isCertain = true
  for (const { from, to } of spans) {
    const until = to ?? day
    if (!isLate) {
      const due = addWorkingDays(calendar, from, workingDays - usedDays)
      dueOn = due.on
      isLate = until > due.on
      isCertain &&= due.isCertain
    }
    const used = workingDaysBetween(calendar, from, until)
    usedDays += used.days
    isCertain &&= used.isCertain
  }
  if (phase === 'paused' && !isLate) dueOn = null
  return { phase, usedDays, leftDays: workingDays - usedDays, dueOn, isLate, isCertain }
}

/** The day from which its clock has been running without a pause; undefined = it doesn't run on that day. */
export function runningSince({ moves }: DossierState, day: Day): Day | undefined {
  const last = runOf(moves, day).spans.at(-1)
  return last?.to === null ? last.from : undefined
}

/** A stretch in which the clock ran; `to` null = it still does. */
type Span = { readonly from: Day; readonly to: Day | null }
type Run = { readonly phase: DossierClock['phase']; readonly spans: readonly Span[] }

function runOf(moves: readonly DossierMove[], day: Day): Run {
  const spans: Span[] = []
  let phase: Run['phase'] = 'not-started'
  let since: Day = ''
  let last: Day = ''
  for (const move of moves) {
    // A move dated before the one it follows can't have been earlier.
    last = move.on < last ? last : move.on
    if (last > day || phase === 'finished') break
    const next = phaseAfter(phase, move.to)
    if (phase === 'running' && next !== 'running') spans.push({ from: since, to: last })
    if (phase !== 'running' && next === 'running') since = last
    phase = next
  }
  if (phase === 'running') spans.push({ from: since, to: null })
  return { phase, spans }
}

function phaseAfter(phase: Run['phase'], to: DossierStage): Run['phase'] {
  switch (to) {
    case 'complete':
      return 'running'
    case 'open':
    case 'submitted':
    case 'returned':
      return phase === 'not-started' ? phase : 'paused'
    case 'appraised':
    case 'consolidated':
    case 'recognised':
    case 'refused':
    case 'withdrawn':
      return phase === 'not-started' ? phase : 'finished'
    default:
      return to satisfies never
  }
}
