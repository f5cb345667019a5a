// What stands under a village's name: what the layers that are on are about; else which of its stations aren't heard.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { programmeOverview } from '../../../shared/programme/overview.ts'
import { formatNumber } from '../../design/number-format.ts'
import { sumOf } from '../../history/day-figures.ts'
import { historyQuery } from '../../history/history-query.ts'
import { TREND_POINTS } from '../../history/trend-line.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { extremeOf, valuesOf } from '../../overview/extremes.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import type { MapLayerId } from './layer-ids.ts'

/** By village; a village of which nothing is to be said isn't there. */
export function useVillageNotes(layers: ReadonlySet<MapLayerId>): ReadonlyMap<string, string> {
  const { t } = useTranslation('map')
  const { state, serverNow } = useMoment()
  const overview = useOverview()
  const view = useProgramme()
  const gauges = layers.has('rain') && overview ? valuesOf(state, 'rainfall', overview) : []
  const rains = useQueries({ queries: gauges.map(({ series }) => historyQuery(series.id, serverNow, TREND_POINTS)) })
  if (layers.has('rain'))
    return new Map(
      gauges.flatMap(({ series }, i) => {
        const history = rains[i]?.data
        const sum = history && sumOf(history)
        return sum === undefined ? [] : [[series.village, `${formatNumber(sum, 1)} mm`] as const]
      }),
    )
  if (layers.has('standing') && view)
    return new Map(
      programmeOverview(view.state, view.units, view.day).villages.flatMap(({ id, counts: { met, total } }) =>
        typeof total === 'number' && total > 0 ? [[id, t('note.met', { met, total })] as const] : [],
      ),
    )
  if (!overview) return new Map()
  const villages = [...overview.villages.values()]
  const measured = layers.has('water') ? 'water_level' : layers.has('pests') ? 'light_trap_count' : undefined
  if (measured !== undefined)
    return new Map(
      villages.flatMap(({ villageId }) => {
        const found = extremeOf(valuesOf(state, measured, overview, villageId), 'highest')
        if (!found) return []
        const isWater = measured === 'water_level'
        const text = isWater ? `${formatNumber(found.value, 2)} m` : t('note.trap', { count: found.value })
        return [[villageId, found.freshness === 'live' ? text : t('note.old', { text })] as const]
      }),
    )
  return new Map(
    villages.flatMap(({ villageId, online, total }) =>
      online < total ? [[villageId, t('stationCount', { online, total })] as const] : [],
    ),
  )
}
