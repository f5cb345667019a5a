// A stage, and what becomes of values put into it.
import {
  createStage,
  hold,
  type LimitStage,
  type SignalValue,
  type StageSettings,
  type StageStep,
  setLevel,
  step,
} from '../../../shared/alarms/limit-stage.ts'

export const HIGH: StageSettings = { side: 'high', limits: [10, 20], deadband: 2, onDelayMs: 60, offDelayMs: 120 }
export const AT_ONCE: StageSettings = { ...HIGH, onDelayMs: 0, offDelayMs: 0 }

/** A value for ever, good enough to raise by. */
export function put(stage: LimitStage, at: number, value: SignalValue): void {
  hold(stage, value, at, Infinity, Infinity)
}

export function stepsUntil(stage: LimitStage, limit: number): StageStep[] {
  const steps: StageStep[] = []
  for (let one = step(stage, limit); one; one = step(stage, limit)) steps.push(one)
  return steps
}

/** What happens when values come one after the other, each taken when it comes; then the clock goes on to `until`. */
export function course(
  settings: StageSettings,
  values: readonly (readonly [at: number, value: SignalValue])[],
  until = 1e6,
) {
  const stage = createStage(settings)
  const steps = values.flatMap(([at, value]) => {
    const before = stepsUntil(stage, at)
    put(stage, at, value)
    return [...before, ...stepsUntil(stage, at)]
  })
  return [...steps, ...stepsUntil(stage, until)].map(({ level, at, since }) => [level, at, since])
}

export function standingAt(level: number): LimitStage {
  const stage = createStage(HIGH)
  setLevel(stage, level)
  return stage
}
