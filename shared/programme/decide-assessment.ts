// Checks of an indicator's result: the step's turn, who may give it, and that value, outcome and evidence fit the indicator.

import type { CommandData } from './command.ts'
import { type FlatIndicator, indicatorsOf, judge, targetWords } from './criteria.ts'
import { knownSet } from './decide-criteria.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { authorityOf, carriersOf, communeOf, criteriaOwnersOf, leadOf, requireRight } from './decide-rights.ts'
import { checkFiles, checkNote, hasText } from './decide-values.ts'
import { knownVillage } from './decide-villages.ts'
import { newestDossier, stageOf } from './dossier.ts'
import { subjectOf } from './event.ts'
import { ASSESSMENT_STEPS, type AssessmentStep, type DossierStage, type Indicator } from './facts.ts'
import { keyOf, type VillageState } from './state.ts'
import { districtStepOf } from './units.ts'

/**
 * Where a village's dossier must stand for a step of the province, illustrative sets included: the plan's departments appraise
 * a file that is complete, then it is consolidated, then decided. A stage later a result may still be corrected.
 * The village's own steps come before the file and need none.
 */
const STAGES_FOR: Readonly<Partial<Record<AssessmentStep, readonly DossierStage[]>>> = {
  department: ['complete', 'appraised'],
  consolidation: ['appraised', 'consolidated'],
  recognition: ['consolidated', 'recognised', 'refused'],
}

export const judgeAssessment: Judges<'assess-indicator'> = {
  'assess-indicator': (j, data) => {
    const { set: setId, indicator: id, step, note, evidence } = data
    const village = knownVillage(j, data.village)
    const set = knownSet(j, setId)
    const found = set && indicatorsOf(set).find(({ indicator }) => indicator.id === id)
    if (set && !found) j.refuse('indicator-unknown', 'indicator', id.slice(0, 64), set.id)
    const isOn = j.state.settings.steps.includes(step)
    if (!isOn) j.refuse('step-disabled', 'step', step)
    if (village && found) {
      checkStepRight(j, village, found, step)
      if (isOn) checkTurn(j, village, data)
      checkResult(j, found.indicator, data)
    }
    checkNote(j, 'note', note)
    checkFiles(j, 'evidence', evidence)
    const subject = subjectOf.result(data.village, setId, id)
    return [{ type: 'programme.indicator-assessed', subject, data: { ...data, unit: j.actor.unit } }]
  },
}

function checkStepRight(j: Judgement, village: VillageState, { indicator }: FlatIndicator, step: AssessmentStep): void {
  switch (step) {
    case 'self':
      return requireRight(j, communeOf(j, village), leadOf(j))
    case 'district': {
      const holder = districtStepOf(j.state, j.units, village, j.today)
      if (holder.kind === 'nobody') return j.refuse('district-step-unset', 'step')
      return requireRight(j, [holder.unit], leadOf(j))
    }
    case 'department': {
      const owners = indicator.owner === null ? criteriaOwnersOf(j) : carriersOf(j, indicator.owner)
      return requireRight(j, owners, leadOf(j))
    }
    case 'consolidation':
      return requireRight(j, leadOf(j))
    case 'recognition':
      return requireRight(j, authorityOf(j))
    default:
      return step satisfies never
  }
}

function checkTurn(
  j: Judgement,
  village: VillageState,
  { set, indicator, step }: CommandData['assess-indicator'],
): void {
  const needs = STAGES_FOR[step]
  const dossier = newestDossier(j.state, village.id)
  const stage = dossier?.set === set ? stageOf(dossier) : null
  if (needs && (stage === null || !needs.includes(stage))) j.refuse('dossier-not-ready', 'step', needs, stage)
  const before = stepBefore(j, village, step)
  const given = j.state.results.get(keyOf.result(village.id, set, indicator))?.steps
  if (before && !given?.[before]) j.refuse('previous-step-missing', 'step', before)
}

/** The step that must have a result first. One that nobody holds (the district's, by default) can't be waited for. */
function stepBefore(j: Judgement, village: VillageState, step: AssessmentStep): AssessmentStep | undefined {
  const hasDistrict = districtStepOf(j.state, j.units, village, j.today).kind === 'unit'
  return ASSESSMENT_STEPS.slice(0, ASSESSMENT_STEPS.indexOf(step)).findLast(
    one => j.state.settings.steps.includes(one) && (one !== 'district' || hasDistrict),
  )
}

function checkResult(
  j: Judgement,
  { target, evidence: needed, measure }: Indicator,
  data: CommandData['assess-indicator'],
): void {
  const { outcome, value, step, note, evidence } = data
  if (target.kind !== 'number') {
    if (value !== null) j.refuse('value-unexpected', 'value')
  } else {
    const words = { vi: targetWords(target, 'vi'), en: targetWords(target, 'en') }
    const judged = judge(target, value)
    if (value === null) j.refuse('value-missing', 'value', words)
    else if (judged === null) j.refuse('number-malformed', 'value')
    else if (judged !== outcome) j.refuse('outcome-contradicts-value', 'outcome', outcome, words)
  }
  // Later steps judge the evidence that the village gave; what the system measures itself is its own.
  const isOwed = step === 'self' && outcome === 'met' && measure === null
  if (isOwed && needed !== null && evidence.length === 0 && !hasText(note))
    j.refuse('evidence-missing', 'evidence', needed)
}
