// Plan against actual by year as lengths of bars. Pure; unknown recognitions stand on top of what is known, never in it.
import type { RecognitionYear } from '../../../shared/programme/recognition-progress.ts'

export type YearBar = RecognitionYear & {
  /** Per cent of the highest bar of all. */
  readonly plannedShare: number
  readonly actualShare: number
  readonly unknownShare: number
}

export function yearBars(years: readonly RecognitionYear[]): readonly YearBar[] {
  const top = Math.max(
    0,
    ...years.flatMap(({ planned, actual, unknown }) => [planned ?? 0, (actual ?? 0) + (unknown ?? 0)]),
  )
  const shareOf = (count: number | null) => (top === 0 || count === null ? 0 : (count / top) * 100)
  return years.map(year => ({
    ...year,
    plannedShare: shareOf(year.planned),
    actualShare: shareOf(year.actual),
    unknownShare: shareOf(year.unknown),
  }))
}
