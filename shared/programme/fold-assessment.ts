// Criteria sets, results by step, and each village's dossier.
import type { Draft } from './draft.ts'
import { ASSESSMENT_STEPS, type AssessmentStep, type StepResult } from './facts.ts'
import type { Handlers } from './handlers.ts'
import { stampOf } from './stamp.ts'
import { keyOf, type ResultState } from './state.ts'

type Types =
  | 'programme.criteria-set-published'
  | 'programme.results-carried-over'
  | 'programme.indicator-assessed'
  | 'programme.dossier-moved'

/** The result that counts: the furthest step that has one. */
export function furthestResult(
  steps: ResultState['steps'],
): { readonly step: AssessmentStep; readonly result: StepResult } | undefined {
  for (const step of ASSESSMENT_STEPS.toReversed()) {
    const result = steps[step]
    if (result) return { step, result }
  }
  return undefined
}

export const foldAssessment: Handlers<Types> = {
  'programme.criteria-set-published': (draft, event) => {
    const { set } = event.data
    draft.table('criteriaSets').set(set.id, { ...set, ...stampOf(event) })
  },
  'programme.results-carried-over': (draft, event) => {
    const { from, to, pairs } = event.data
    const target = new Map(pairs.map(pair => [pair.from, pair.to]))
    for (const held of draft.state.results.values().toArray()) {
      const indicator = held.set === from ? target.get(held.indicator) : undefined
      const furthest = furthestResult(held.steps)
      if (indicator === undefined || !furthest) continue
      // What was found under the old set is where the new one starts: each village confirms it itself.
      const result = { ...furthest.result, ...stampOf(event), carriedFrom: { set: from, indicator: held.indicator } }
      if (!draft.state.results.has(keyOf.result(held.village, to, indicator)))
        record(draft, { village: held.village, set: to, indicator, step: 'self', result })
    }
  },
  'programme.indicator-assessed': (draft, event) => {
    const { village, set, indicator, step, outcome, value, note, evidence, unit } = event.data
    const result = { outcome, value, note, evidence, unit, ...stampOf(event), carriedFrom: null }
    record(draft, { village, set, indicator, step, result })
  },
  'programme.dossier-moved': (draft, event) => {
    const { village, round, set, to, on, unit, note } = event.data
    const key = keyOf.dossier(village, round)
    const held = draft.state.dossiers.get(key)
    const moves = [...(held?.moves ?? []), { to, on, unit, note, ...stampOf(event) }]
    draft.table('dossiers').set(key, { village, round, set, moves })
  },
}

type NewResult = {
  readonly village: string
  readonly set: string
  readonly indicator: string
  readonly step: AssessmentStep
  readonly result: StepResult
}

function record(draft: Draft, { village, set, indicator, step, result }: NewResult): void {
  const key = keyOf.result(village, set, indicator)
  const held = draft.state.results.get(key)
  const steps = { ...held?.steps, [step]: result }
  const isMet = furthestResult(steps)?.result.outcome === 'met'
  const metSince = isMet ? (held?.metSince ?? result.at) : null
  draft.table('results').set(key, { village, set, indicator, steps, metSince })
}
