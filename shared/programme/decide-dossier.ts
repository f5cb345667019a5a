// Checks of a dossier's moves: rounds one after the other, stages in their order, each by the unit whose turn it is.
import type { CommandData } from './command.ts'
import { indicatorsOf } from './criteria.ts'
import { knownSet } from './decide-criteria.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { MOST } from './decide-limits.ts'
import { authorityOf, leadOf, requireRight, villageHoldersOf } from './decide-rights.ts'
import { checkNote, checkPastDay } from './decide-values.ts'
import { knownVillage } from './decide-villages.ts'
import { DOSSIER_MOVES, newestDossier, stageOf } from './dossier.ts'
import { subjectOf } from './event.ts'
import type { CriteriaSet, DossierStage } from './facts.ts'
import { type DossierState, keyOf, type VillageState } from './state.ts'

type Move = CommandData['move-dossier']

/** Nothing comes before it, so it isn't in DOSSIER_MOVES. */
const FIRST: DossierStage = 'open'

export const judgeDossier: Judges<'move-dossier'> = {
  'move-dossier': (j, data) => {
    const village = knownVillage(j, data.village)
    const set = knownSet(j, data.set)
    checkNote(j, 'note', data.note)
    const onIsDay = checkPastDay(j, 'on', data.on)
    if (village) {
      checkMoveRight(j, village, data.to)
      const newest = newestDossier(j.state, village.id)
      if (newest && newest.round === data.round) checkNext(j, newest, data, onIsDay)
      else checkNewRound(j, newest, data, onIsDay)
      if (set && data.to === 'appraised') checkAppraised(j, village, set)
    }
    return [
      {
        type: 'programme.dossier-moved',
        subject: subjectOf.dossier(data.village, data.round),
        data: { ...data, unit: j.actor.unit },
      },
    ]
  },
}

function checkMoveRight(j: Judgement, village: VillageState, to: DossierStage): void {
  switch (to) {
    case 'open':
    case 'submitted':
    case 'withdrawn':
      return requireRight(j, villageHoldersOf(j, village), leadOf(j))
    // The lead receives the file, says whether it is whole, and gathers what the departments found.
    case 'returned':
    case 'complete':
    case 'appraised':
    case 'consolidated':
      return requireRight(j, leadOf(j))
    case 'recognised':
    case 'refused':
      return requireRight(j, authorityOf(j))
    default:
      return to satisfies never
  }
}

function checkNext(j: Judgement, dossier: DossierState, { to, set, on }: Move, onIsDay: boolean): void {
  const stage = stageOf(dossier)
  const allowed = DOSSIER_MOVES[stage]
  if (!allowed.includes(to)) j.refuse('dossier-move', 'to', stage, to, allowed)
  if (set !== dossier.set) j.refuse('dossier-set-differs', 'set', dossier.set)
  if (dossier.moves.length >= MOST.dossierMoves) j.refuse('limit-reached', null, MOST.dossierMoves)
  if (onIsDay) checkAfter(j, dossier, on)
}

function checkNewRound(
  j: Judgement,
  newest: DossierState | undefined,
  { round, to, on }: Move,
  onIsDay: boolean,
): void {
  const next = (newest?.round ?? 0) + 1
  const stage = newest && stageOf(newest)
  const isFinished = stage === undefined || DOSSIER_MOVES[stage].length === 0
  if (round !== next) return j.refuse('round-unknown', 'round', isFinished ? next : next - 1)
  if (newest && stage && !isFinished) j.refuse('round-unfinished', 'round', newest.round, stage)
  if (to !== FIRST) j.refuse('dossier-move', 'to', null, to, [FIRST])
  if (round > MOST.rounds) j.refuse('limit-reached', null, MOST.rounds)
  if (newest && onIsDay) checkAfter(j, newest, on)
}

function checkAfter(j: Judgement, { moves }: DossierState, on: string): void {
  const last = moves.at(-1)
  if (last && on < last.on) j.refuse('before-last-move', 'on', last.on)
}

/** The departments' clock stops here, so every indicator whose text is known must have their answer. */
function checkAppraised(j: Judgement, village: VillageState, set: CriteriaSet): void {
  if (!j.state.settings.steps.includes('department')) return
  const open = indicatorsOf(set).filter(
    ({ indicator }) => !j.state.results.get(keyOf.result(village.id, set.id, indicator.id))?.steps.department,
  ).length
  if (open > 0) j.refuse('appraisal-incomplete', 'to', open)
}
