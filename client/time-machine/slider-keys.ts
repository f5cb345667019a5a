// What a key does to the slider of the time bar. Pure.
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export type SliderKey = { readonly key: string; readonly shiftKey: boolean }
export type SliderRange = { readonly from: number; readonly to: number }

/** The instant after the key, inside the range; undefined for a key that means nothing here. */
export function instantAfterKey(
  { key, shiftKey }: SliderKey,
  at: number,
  { from, to }: SliderRange,
): number | undefined {
  const wanted = wantedBy(key, shiftKey, at, from, to)
  return wanted === undefined ? undefined : Math.min(Math.max(wanted, from), to)
}

function wantedBy(key: string, shiftKey: boolean, at: number, from: number, to: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + (shiftKey ? HOUR_MS : MINUTE_MS)
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - (shiftKey ? HOUR_MS : MINUTE_MS)
    case 'PageUp':
      return at + DAY_MS
    case 'PageDown':
      return at - DAY_MS
    case 'Home':
      return from
    case 'End':
      return to
    default:
      return undefined
  }
}
