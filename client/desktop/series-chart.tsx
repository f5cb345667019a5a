// The last 24 hours of a series: band between minimum and maximum, mean as a line, gaps as gaps, limits labelled.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { formatNumber } from '../design/number-format.ts'
import { formatClock } from '../design/time-format.ts'
import { pathsOf, ticksBetween, valueRange } from '../history/chart-path.ts'
import { useHistory } from '../history/history-query.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { gaugeFinder } from '../overview/overview.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './series-chart.module.css'

const WIDTH = 480
const HEIGHT = 180
const POINTS = 240
const SIX_HOURS_MS = 6 * 3_600_000
const LEVELS = ['I', 'II', 'III'] as const

type Props = { readonly series: CatalogueSeries }

export function SeriesChart({ series }: Props) {
  const { t } = useTranslation()
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const words = useQuantities()
  const { data: history, failureCount } = useHistory(series.id, serverNow, POINTS)
  if (!history)
    return (
      <p className={styles.notice}>{failureCount > 0 ? t('desktop.historyFailed') : t('desktop.historyLoading')}</p>
    )
  const decimals = words.decimals(series.quantity)
  const range = valueRange(history.buckets, 4 * 10 ** -decimals)
  if (!range) return <p className={styles.notice}>{t('desktop.historyEmpty')}</p>
  const { low, high } = range
  const { line, band } = pathsOf(history, series.intervalMs, { width: WIDTH, height: HEIGHT, low, high })
  const fromTop = (value: number) => `${(((high - value) / (high - low)) * 100).toFixed(2)}%`
  const fromLeft = (time: number) => `${(((time - history.from) / (history.to - history.from)) * 100).toFixed(2)}%`
  const last = history.buckets.at(-1)
  const hours = sixHourMarks(history.from, history.to)
  const levels = series.quantity === 'water_level' ? gaugeFinder(registry)(series.village)?.levels : undefined
  const limits = LEVELS.flatMap(name => {
    const at = levels?.[name] ?? null
    return at !== null && at > low && at < high ? [{ name, at }] : []
  })
  const shown = (value: number) => `${formatNumber(value, decimals)}\u00a0${words.unit(series.quantity)}`.trim()
  const summary = t('desktop.historySummary', {
    min: shown(Math.min(...history.buckets.map(({ min }) => min))),
    max: shown(Math.max(...history.buckets.map(({ max }) => max))),
  })
  return (
    <figure className={styles.chart} data-testid="series-chart">
      <div className={styles.plot} role="img" aria-label={`${t('desktop.history')}: ${summary}`}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.band} d={band} />
          <path className={styles.line} d={line} />
        </svg>
        {ticksBetween(low, high, 4).map(tick => (
          <span key={tick} className={styles.tick} style={{ top: fromTop(tick) }}>
            {formatNumber(tick, decimals)}
          </span>
        ))}
        {limits.map(({ name, at }) => (
          <span key={name} className={styles.limit} style={{ top: fromTop(at) }}>
            BĐ {name}
          </span>
        ))}
        {last && (
          <span
            className={styles.last}
            style={{ left: fromLeft(Math.min(last.t, history.to)), top: fromTop(last.mean) }}
          />
        )}
      </div>
      <div className={styles.hours} aria-hidden="true">
        {hours.map(time => (
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

/** 00, 06, 12 and 18 o'clock in the province, which lies a whole hour from UTC. */
function sixHourMarks(from: number, to: number): readonly number[] {
  const zone = 7 * 3_600_000
  const marks: number[] = []
  for (let at = Math.ceil((from + zone) / SIX_HOURS_MS) * SIX_HOURS_MS - zone; at <= to; at += SIX_HOURS_MS)
    marks.push(at)
  return marks
}
