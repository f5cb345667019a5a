// What of a preview is shown: the first lines of a long list, and the count of the rest. Pure.
import type { ComparisonRow } from '../../../shared/programme/village-row-schema.ts'

/** More than these nobody reads in a dialog. */
export const MOST_LINES = 200

export type ShownLines<Line> = {
  /** `at` = its place in the whole list, which tells equal lines apart. */
  readonly lines: readonly (Line & { readonly at: number })[]
  readonly more: number
}

export function shownLines<Line extends object>(lines: readonly Line[], most = MOST_LINES): ShownLines<Line> {
  return {
    lines: lines.slice(0, most).map((line, at) => ({ ...line, at })),
    more: Math.max(0, lines.length - most),
  }
}

export function changeCounts(rows: readonly Pick<ComparisonRow, 'change'>[]): Record<ComparisonRow['change'], number> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0 }
  for (const { change } of rows) counts[change] += 1
  return counts
}
