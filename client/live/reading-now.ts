// The newest reading of one series as it may be shown now: how old it is, and how fresh it may look.
import { type Freshness, freshnessOf, underLink } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { judgedAt } from './link.ts'
import { type LatestReading, useLatest, useMoment } from './live-hooks.tsx'

export type ReadingNow = {
  /** Undefined = never measured. */
  readonly latest: LatestReading | undefined
  /** Goes on while the link is lost. */
  readonly ageMs: number | undefined
  readonly freshness: Freshness
}

export function useReadingNow(series: CatalogueSeries): ReadingNow {
  const latest = useLatest(series)
  const { serverNow, link } = useMoment()
  if (!latest || serverNow === undefined) return { latest, ageMs: undefined, freshness: 'none' }
  const freshness = freshnessOf(judgedAt(link, serverNow) - latest.t, series.intervalMs)
  return { latest, ageMs: serverNow - latest.t, freshness: underLink(freshness, link.kind === 'lost') }
}
