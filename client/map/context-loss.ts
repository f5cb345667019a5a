// What to do when the graphics context is lost: draw the map anew, or, when that keeps failing, the page. Pure; time is an argument.
const WINDOW_MS = 10 * 60_000
const TRIES = 3

/**
 * @param losses monotonic times of earlier losses on this page
 * @returns `reload` once per session; who has spent that does without the drawn map
 */
export function nextStepAfterLoss(losses: readonly number[], now: number): 'remount' | 'reload' {
  return losses.filter(at => now - at < WINDOW_MS).length < TRIES ? 'remount' : 'reload'
}
