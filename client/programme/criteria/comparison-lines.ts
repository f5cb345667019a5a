// Two sets side by side as lines to read: in the order of the later set, what was dropped at the end. Pure.
import {
  carryPairsOf,
  compareSets,
  type FlatIndicator,
  type IndicatorField,
} from '../../../shared/programme/criteria.ts'
import type { CriteriaSet } from '../../../shared/programme/facts.ts'

export type ComparisonLine = {
  readonly key: string
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  readonly before: FlatIndicator | null
  readonly after: FlatIndicator | null
  readonly fields: readonly IndicatorField[]
}
export type SideBySide = {
  readonly lines: readonly ComparisonLine[]
  readonly counts: Readonly<Record<ComparisonLine['change'], number>>
  /** Whose results may be carried over. */
  readonly pairs: readonly { readonly from: string; readonly to: string }[]
}

export function sideBySide(before: CriteriaSet, after: CriteriaSet): SideBySide {
  const comparison = compareSets(before, after)
  const { same, changed, added, removed } = comparison
  const later = [
    ...same.map(pair => ({ ...pair, change: 'same' as const, fields: [] })),
    ...changed.map(pair => ({
      before: pair.before,
      after: pair.after,
      change: 'changed' as const,
      fields: pair.fields,
    })),
    ...added.map(one => ({ before: null, after: one, change: 'added' as const, fields: [] })),
  ].toSorted((a, b) => a.after.position - b.after.position)
  const dropped = removed.map(one => ({ before: one, after: null, change: 'removed' as const, fields: [] }))
  return {
    lines: [...later, ...dropped].map(line => ({
      ...line,
      key: `${line.before?.indicator.id ?? ''}:${line.after?.indicator.id ?? ''}`,
    })),
    counts: { same: same.length, changed: changed.length, added: added.length, removed: removed.length },
    pairs: carryPairsOf(comparison),
  }
}
