// What to do when the graphics context is lost: draw the map anew, then the page, then do without. Pure; time is an argument.
const WINDOW_MS = 10 * 60_000
const TRIES = 3

export type NextStep = 'remount' | 'reload' | 'give-up'

/**
 * @param losses monotonic times of earlier losses on this page
 * @param hasReloaded whether this session has already spent its one reload
 */
export function nextStepAfterLoss(losses: readonly number[], now: number, hasReloaded: boolean): NextStep {
  const recent = losses.filter(at => now - at < WINDOW_MS).length
  if (recent < TRIES) return 'remount'
  return hasReloaded ? 'give-up' : 'reload'
}
