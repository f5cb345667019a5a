// Drives the time machine of a replay along its plan, by server time. Knows no React.
import type { TimeMachine } from '../../time-machine/time-machine.ts'
import { type ReplayPlan, replayDeed, replayStage } from './replay-plan.ts'

type Clock = {
  /** Server time; undefined before the station's first word. */
  readonly now: () => number | undefined
  /** Told on every second of it. */
  readonly onSecond: (listener: () => void) => () => void
}

/** @returns the way to stop */
export function runReplay(
  machine: TimeMachine,
  plan: ReplayPlan,
  since: number,
  clock: Clock,
  onOver: () => void,
): () => void {
  machine.setSpeed(plan.speed)
  const step = () => {
    const now = clock.now()
    if (now === undefined) return
    const { at, target, phase, isPlaying } = machine.view()
    const shown = { at: at ?? target, isPlaying, isLoading: phase === 'loading' || phase === 'failed' }
    const deed = replayDeed(replayStage(plan, since, now), shown, plan)
    if (deed.kind === 'over') onOver()
    if (deed.kind === 'play') machine.play()
    if (deed.kind === 'seek') machine.seek(deed.at)
  }
  step()
  return clock.onSecond(step)
}
