// Where most rain fell in 24 hours: summed from the readings of each gauge, so derived.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { historyQuery } from '../../history/history-query.ts'
import { TREND_POINTS } from '../../history/trend-line.tsx'
import { agePhrase } from '../../i18n/phrases.ts'
import { valuesOf } from '../../overview/extremes.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { mostRain } from '../field-figures.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'
import { usePeriods } from './use-periods.ts'

const DRY_MM = 0.05
const DAY_HOURS = 24

export function RainTile({ villageId }: SceneProps) {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const gauges = now ? valuesOf(now.state, 'rainfall', now.judged, villageId) : []
  const histories = useQueries({
    queries: gauges.map(({ series }) => historyQuery(series.id, now?.serverNow, TREND_POINTS)),
  })
  const rain = mostRain(
    gauges,
    histories.map(({ data }) => data),
  )
  const most = rain.kind === 'found' ? rain : undefined
  const village = registry?.villages.find(({ id }) => id === most?.gauge.series.village)?.name
  return (
    <Tile
      testId="kpi-rain"
      label={t('scenes.rain.label')}
      freshness={most?.gauge.freshness ?? 'none'}
      raw={most?.millimetres}
      value={most && formatNumber(most.millimetres, 1)}
      unit="mm"
      state={most && { mark: undefined, words: most.millimetres < DRY_MM ? t('scenes.rain.dry') : (village ?? '') }}
      meaning={rain.kind === 'found' ? hoursWords(rain.hours) : t(`scenes.rain.${rain.kind}`)}
      when={
        most && now && most.gauge.freshness !== 'live'
          ? agePhrase(general, now.serverNow - most.gauge.measuredAt, most.gauge.freshness)
          : periods.day
      }
      sources={most && new Set(['derived' as const, most.gauge.series.source])}
    />
  )

  function hoursWords(hours: number): string {
    return hours < DAY_HOURS ? t('scenes.rain.hours', { count: hours }) : t('scenes.rain.derived')
  }
}
