// A series below its row: the last 24 hours, and of a water level the flood stages of its gauge that the readings come near.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { type ChartLimit, DayChart } from '../history/day-chart.tsx'
import { gaugeFinder } from '../overview/overview.ts'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './series-chart.module.css'

const LEVELS = ['I', 'II', 'III'] as const

type Props = { readonly series: CatalogueSeries }

export function SeriesChart({ series }: Props) {
  const { t } = useTranslation()
  const { data: registry } = useRegistry()
  const levels = series.quantity === 'water_level' ? gaugeFinder(registry)(series.village)?.levels : undefined
  const limits = LEVELS.flatMap((name): readonly ChartLimit[] => {
    const at = levels?.[name] ?? null
    return at === null ? [] : [{ at, words: t('stage.level', { level: name }), mark: 'warning', isKept: false }]
  })
  return (
    <div className={styles.below} data-testid="series-chart">
      <DayChart series={series} limits={limits} />
    </div>
  )
}
