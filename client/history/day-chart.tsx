// The last 24 hours of a series: band between minimum and maximum, mean as a line, gaps as gaps, limits labelled.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { formatNumber } from '../design/number-format.ts'
import { formatClock } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useQuantities } from '../registry/quantity-words.ts'
import { isWithin, pathsOf, rangeWith, sixHourMarks, ticksBetween, valueRange } from './chart-path.ts'
import styles from './day-chart.module.css'
import { useHistory } from './history-query.ts'

const WIDTH = 480
const HEIGHT = 160
const POINTS = 240
const TICKS = 4

export type ChartLimit = {
  readonly at: number
  readonly words: string
  readonly mark: 'caution' | 'warning' | 'critical'
  /** In sight also when no reading comes near it. */
  readonly isKept: boolean
}
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
  const { from, to, buckets } = history
  const decimals = words.decimals(series.quantity)
  const readings = valueRange(buckets, 4 * 10 ** -decimals)
  if (!readings) return <p className={styles.notice}>{t('desktop.historyEmpty')}</p>
  const kept = limits.filter(({ isKept }) => isKept).map(({ at }) => at)
  const { low, high } = rangeWith(readings, kept)
  const inSight = limits.filter(({ at }) => at > low && at < high)
  const { line, band } = pathsOf(history, series.intervalMs, { width: WIDTH, height: HEIGHT, low, high })
  const fromTop = (value: number) => `${(((high - value) / (high - low)) * 100).toFixed(2)}%`
  const fromLeft = (time: number) => `${(((time - from) / (to - from)) * 100).toFixed(2)}%`
  const last = buckets.at(-1)
  const shown = (value: number) => `${formatNumber(value, decimals)}\u00a0${words.unit(series.quantity)}`.trim()
  const summary = t('desktop.historySummary', {
    min: shown(Math.min(...buckets.map(({ min }) => min))),
    max: shown(Math.max(...buckets.map(({ max }) => max))),
  })
  return (
    <figure className={styles.chart}>
      <div
        className={styles.plot}
        role="img"
        aria-label={[`${t('desktop.history')}: ${summary}`, ...inSight.map(limit => limit.words)].join('; ')}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.band} d={band} />
          <path className={styles.line} d={line} />
        </svg>
        {ticksBetween(low, high, TICKS).map(tick => (
          <span key={tick} className={styles.tick} style={{ top: fromTop(tick) }}>
            {formatNumber(tick, decimals)}
          </span>
        ))}
        {inSight.map(limit => (
          <span key={limit.words} className={styles.limit} data-mark={limit.mark} style={{ top: fromTop(limit.at) }}>
            {limit.words}
          </span>
        ))}
        {since && isWithin(history, since.at) && (
          <span
            className={styles.since}
            data-side={since.at > (from + to) / 2 ? 'start' : 'end'}
            style={{ left: fromLeft(since.at) }}
          >
            <span>{since.words}</span>
          </span>
        )}
        {last && (
          <span className={styles.last} style={{ left: fromLeft(Math.min(last.t, to)), top: fromTop(last.mean) }} />
        )}
      </div>
      <div className={styles.hours} aria-hidden="true">
        {sixHourMarks(from, to).map(time => (
          <span key={time} style={{ left: fromLeft(time) }}>
            {formatClock(time)}
          </span>
        ))}
      </div>
      <figcaption>
        {t('desktop.history')} · {summary}
      </figcaption>
    </figure>
  )
}
