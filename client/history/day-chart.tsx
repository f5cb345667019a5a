// The last 24 hours of a series.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { formatNumber } from '../design/number-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useQuantities } from '../registry/quantity-words.ts'
import { leastSpan, rangeWith, valueRange } from './chart-path.ts'
import { useHistory } from './history-query.ts'
import styles from './series-chart.module.css'
import { type ChartLimit, SeriesChart } from './series-chart.tsx'

const POINTS = 240

type Props = {
  readonly series: CatalogueSeries
  readonly limits: readonly ChartLimit[]
  /** A moment that is marked when it lies within. */
  readonly since?: { readonly at: number; readonly words: string } | undefined
}

export function DayChart({ series, limits, since }: Props) {
  const { t } = useTranslation()
  const { serverNow } = useMoment()
  const words = useQuantities()
  const { data: history, failureCount } = useHistory(series.id, serverNow, POINTS)
  if (!history)
    return <p className={styles.notice}>{t(failureCount > 0 ? 'desktop.historyFailed' : 'desktop.historyLoading')}</p>
  const { buckets } = history
  const decimals = words.decimals(series.quantity)
  const readings = valueRange(buckets, leastSpan(decimals))
  if (!readings) return <p className={styles.notice}>{t('desktop.historyEmpty')}</p>
  const shown = (value: number) => `${formatNumber(value, decimals)}\u00a0${words.unit(series.quantity)}`.trim()
  const summary = t('desktop.historySummary', {
    min: shown(Math.min(...buckets.map(({ min }) => min))),
    max: shown(Math.max(...buckets.map(({ max }) => max))),
  })
  return (
    <SeriesChart
      history={history}
      intervalMs={series.intervalMs}
      scale={rangeWith(
        readings,
        limits.filter(({ isKept }) => isKept).map(({ at }) => at),
      )}
      decimals={decimals}
      limits={limits}
      label={`${t('desktop.history')}: ${summary}`}
      caption={`${t('desktop.history')} · ${summary}`}
      since={since}
    />
  )
}
