// Where most rain fell in 24 hours: summed from the readings of each gauge, so derived.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { sumOf } from '../../history/day-figures.ts'
import { historyQuery } from '../../history/history-query.ts'
import { TREND_POINTS } from '../../history/trend-line.tsx'
import { valuesOf } from '../../overview/extremes.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import type { SceneProps } from '../scenes/scene.ts'
import { Tile } from './tile.tsx'
import { useJudged } from './use-judged.ts'

const DRY_MM = 0.05

export function RainTile({ villageId }: SceneProps) {
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const now = useJudged()
  const gauges = now ? valuesOf(now.state, 'rainfall', now.judged, villageId) : []
  const histories = useQueries({
    queries: gauges.map(({ series }) => historyQuery(series.id, now?.serverNow, TREND_POINTS)),
  })
  const sums = gauges.flatMap((one, i) => {
    const history = histories[i]?.data
    const sum = history && sumOf(history)
    return sum === undefined ? [] : [{ ...one, sum }]
  })
  const [most] = sums.sort((a, b) => b.sum - a.sum)
  const village = registry?.villages.find(({ id }) => id === most?.series.village)?.name
  return (
    <Tile
      testId="kpi-rain"
      label={t('scenes.rain.label')}
      freshness={most?.freshness ?? 'none'}
      raw={most?.sum}
      value={most && formatNumber(most.sum, 1)}
      unit="mm"
      state={most && { mark: undefined, words: most.sum < DRY_MM ? t('scenes.rain.dry') : (village ?? '') }}
      meaning={most ? t('scenes.rain.derived') : gauges.length > 0 ? t('scenes.rain.waiting') : t('scenes.rain.none')}
      when={t('scenes.rain.period')}
      sources={most && new Set(['derived' as const, most.series.source])}
    />
  )
}
