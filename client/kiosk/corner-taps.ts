// The hidden way to the service page: five touches in the upper right corner within three seconds. Pure; nothing tells of it.
export const CORNER_PX = 88
export const TAPS = 5
export const WITHIN_MS = 3_000

export type Tap = { readonly x: number; readonly y: number; readonly at: number }

/**
 * The taps that count after one more; as many as TAPS = the way is open. A touch elsewhere begins anew.
 * @param width of the window in CSS pixels
 */
export function cornerTaps(before: readonly number[], { x, y, at }: Tap, width: number): readonly number[] {
  if (x < width - CORNER_PX || y > CORNER_PX) return []
  return [...before.filter(one => at - one <= WITHIN_MS), at]
}
