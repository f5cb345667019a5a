// Which stretch of time the slider's track shows, and where an instant lies on it. Pure.
const DAY_MS = 86_400_000

export const RANGES = ['day', 'week', 'month', 'all'] as const
export type RangeName = (typeof RANGES)[number]
const SPAN: Readonly<Record<Exclude<RangeName, 'all'>, number>> = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS }

export type TrackRange = { readonly from: number; readonly to: number }

/**
 * The stretch of that name up to the present.
 * @param first the first thing the station knows of
 */
export function rangeOf(name: RangeName, now: number, first: number): TrackRange {
  const from = name === 'all' ? first : now - SPAN[name]
  return { from: Math.min(from, now - 1), to: now }
}

/** The narrowest stretch, at least as wide as the one chosen, that holds the instant. */
export function widened(chosen: RangeName, at: number, now: number): RangeName {
  const from = RANGES.indexOf(chosen)
  return RANGES.find((name, i) => i >= from && (name === 'all' || now - SPAN[name] <= at)) ?? 'all'
}

/** The stretch, longer where it must be to hold the instant. */
export const widenedTo = ({ from, to }: TrackRange, at: number): TrackRange => ({
  from: Math.min(from, at),
  to: Math.max(to, at),
})

/** 0 at the start of the track, 1 at its end. */
export const shareOf = (at: number, { from, to }: TrackRange): number =>
  Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from)))

/** Bars of a count each, as the path of one picture: `points` wide and 1 high; the highest bar fills it. */
export function barsPath(counts: readonly number[], isHanging: boolean): string {
  const most = Math.max(1, ...counts)
  return counts
    .map((count, i) => {
      if (count === 0) return ''
      // One alarm among a thousand is still to be seen.
      const height = Math.max(0.2, Math.sqrt(count / most))
      return isHanging ? `M${i} 0h1v${height}h-1z` : `M${i} 1h1v-${height}h-1z`
    })
    .join('')
}
