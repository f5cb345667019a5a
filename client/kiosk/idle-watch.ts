// Notices that nobody is there any more: warns, counts down, resets. Knows no React; time comes from its clock.
import type { Clock } from '../live/live-store.ts'

export const WARN_AFTER_MS = 90_000
export const RESET_AFTER_MS = 20_000

export type IdleWatch = {
  /** Somebody touched something. */
  readonly stir: () => void
  readonly stop: () => void
}

/**
 * @param onCountdown seconds left before the reset; undefined = somebody is there again
 */
export function createIdleWatch(
  clock: Clock,
  onCountdown: (secondsLeft: number | undefined) => void,
  onReset: () => void,
): IdleWatch {
  let cancel = () => {}
  let isWarned = false

  function sleep(): void {
    cancel = clock.after(WARN_AFTER_MS, () => {
      isWarned = true
      count(RESET_AFTER_MS / 1_000)
    })
  }
  function count(secondsLeft: number): void {
    if (secondsLeft > 0) {
      onCountdown(secondsLeft)
      cancel = clock.after(1_000, () => count(secondsLeft - 1))
      return
    }
    isWarned = false
    onCountdown(undefined)
    // At rest until somebody comes: a start that nobody touched needs no going back to.
    onReset()
  }
  sleep()
  return {
    stir: () => {
      cancel()
      if (isWarned) onCountdown(undefined)
      isWarned = false
      sleep()
    },
    stop: () => cancel(),
  }
}
