// A cell of the matrix as a sign with its words. Pure.
import type { TFunction } from 'i18next'
import type { IndicatorStanding } from '../../../shared/programme/assessment-standing.ts'
import { ASSESSMENT_STEPS, type AssessmentStep, type Outcome } from '../../../shared/programme/facts.ts'
import { formatDate } from '../../design/time-format.ts'
import type { MatrixCell } from '../../kit/matrix-row.tsx'
import type { ProgrammeState as Sign } from '../../kit/state-shapes.ts'

type Words = TFunction<'programme'>

export const outcomeSign = (outcome: Outcome | null): Sign =>
  outcome === null ? 'unknown' : outcome === 'met' ? 'done' : 'late'

/** 1 to 5, as the legend numbers the steps. */
export const stepNumber = (step: AssessmentStep): number => ASSESSMENT_STEPS.indexOf(step) + 1

/** "Đạt, sở thẩm định ngày 20/11/2026"; the label is the number of the furthest step. */
export function cellOf(t: Words, standing: Pick<IndicatorStanding, 'outcome' | 'step' | 'result'>): MatrixCell {
  const { outcome, step, result } = standing
  if (outcome === null || step === null || result === null) return { mark: 'unknown', words: t('term.outcome.none') }
  return {
    mark: outcomeSign(outcome),
    label: String(stepNumber(step)),
    words: t('criteria.cellWords', {
      outcome: t(`term.outcome.${outcome}`),
      step: t(`term.step.${step}`),
      day: formatDate(result.at),
    }),
  }
}
