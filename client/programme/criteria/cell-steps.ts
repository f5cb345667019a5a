// The steps of one cell of the matrix, and which of them is to be filled next. Pure: what may be done is asked of decide.ts.
import type { CommandActor, CommandData } from '../../../shared/programme/command.ts'
import { type DecideContext, decide } from '../../../shared/programme/decide.ts'
import { ASSESSMENT_STEPS, type AssessmentStep, type StepResult } from '../../../shared/programme/facts.ts'
import type { ResultState } from '../../../shared/programme/state.ts'

export type CellStep = {
  readonly step: AssessmentStep
  readonly result: StepResult | null
  /** Has a result from a time when the step was still taken. */
  readonly isOff: boolean
}

/** The steps that are taken now, and those that left a result. */
export const cellSteps = (taken: readonly AssessmentStep[], results: ResultState['steps']): readonly CellStep[] =>
  ASSESSMENT_STEPS.filter(step => taken.includes(step) || results[step]).map(step => ({
    step,
    result: results[step] ?? null,
    isOff: !taken.includes(step),
  }))

export type CellSubject = Pick<CommandData['assess-indicator'], 'village' | 'set' | 'indicator'>

/**
 * The step a form begins with: of those the person may take now, the first without a result, or the furthest when all
 * have one. When nothing is theirs to take, the same of those whose turn it is, so that the form says who may.
 */
export function stepToTake(
  context: DecideContext,
  actor: CommandActor,
  subject: CellSubject,
  results: ResultState['steps'],
): AssessmentStep {
  const { steps } = context.state.settings
  const faults = new Map(steps.map(step => [step, faultsOf(context, actor, subject, step)]))
  const inTurn = steps.filter(step => faults.get(step)?.isOutOfTurn === false)
  const own = inTurn.filter(step => faults.get(step)?.isOthers === false)
  const among = own.length > 0 ? own : inTurn.length > 0 ? inTurn : steps
  return among.find(step => !results[step]) ?? among.at(-1) ?? 'self'
}

type Faults = { readonly isOutOfTurn: boolean; readonly isOthers: boolean }

function faultsOf(context: DecideContext, actor: CommandActor, subject: CellSubject, step: AssessmentStep): Faults {
  const data = { ...subject, step, outcome: 'met', value: null, note: null, evidence: [] } as const
  const decision = decide(context, { command: 'assess-indicator', data, actor, expected: 0 })
  const fields = decision.kind === 'refused' ? decision.refusals.map(({ field }) => field) : []
  return { isOutOfTurn: fields.includes('step'), isOthers: fields.includes('actor.unit') }
}
