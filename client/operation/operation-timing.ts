// When a long operation shows itself and how often it is told aloud. Pure.

/** What is done sooner shows nothing. */
export const SHOW_AFTER_MS = 400
/** What has shown itself stays so long at least: nothing flashes. */
export const STAY_MS = 500
const TOLD_STEPS = 4

/** How much longer something stays that is over now, milliseconds. */
export const restOfStay = (shownAt: number, now: number): number => Math.max(0, shownAt + STAY_MS - now)

/** What is read out: quarters, not every percent; undefined before the first one and when nobody knows. */
export function announcedShare(share: number | undefined): number | undefined {
  if (share === undefined) return undefined
  const step = Math.floor(Math.min(1, Math.max(0, share)) * TOLD_STEPS) / TOLD_STEPS
  return step === 0 ? undefined : step
}
