// The series that an address names, measured or computed, as a chart shows them; and the names that nobody knows.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DerivedSeries } from '../../../shared/history/api-schema.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { useQuantities } from '../../registry/quantity-words.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { derivedListQuery } from './page-queries.ts'
import { type PlotSeries, plotSeriesOf } from './plot-series.ts'

export type NamedSeries = {
  /** The same array while it says the same: a chart is made anew with another. */
  readonly series: readonly PlotSeries[]
  /** All that are computed; empty until they are here. */
  readonly derived: readonly DerivedSeries[]
  readonly unknown: readonly string[]
}

const NONE: readonly DerivedSeries[] = []

export function usePlotSeries(ids: readonly string[]): NamedSeries {
  const { t } = useTranslation('history')
  const {
    state: { catalogue },
  } = useMoment()
  const { data: registry } = useRegistry()
  const words = useQuantities()
  const { data: derived } = useQuery(derivedListQuery)
  const asked = ids.join()
  /* oxlint-disable-next-line react/preserve-manual-memoization -- the chart is made anew with other arrays, so they stay while they say the same */
  const series = useMemo(
    () =>
      plotSeriesOf(asked.split(','), {
        catalogue,
        derived: derived ?? NONE,
        words,
        villageName: id => registry?.villages.find(one => one.id === id)?.name ?? id,
        derivedName: kind => t(`derived.short.${kind}`),
        isSum: code => registry?.quantities.find(one => one.code === code)?.kind === 'interval',
      }),
    [asked, catalogue, derived, words, registry, t],
  )
  const unknown = derived ? ids.filter(id => !series.some(one => one.id === id)) : []
  return { series, derived: derived ?? NONE, unknown }
}
