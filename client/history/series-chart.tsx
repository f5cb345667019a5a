// One series over a range: band between minimum and maximum, mean as a line, gaps as gaps, limits labelled, a moment marked. Asks nothing.
import { formatNumber } from '../design/number-format.ts'
import { isWithin, pathsOf, type Scale, ticksBetween } from './chart-path.ts'
import type { History } from './history-query.ts'
import styles from './series-chart.module.css'
import { type TimeMark, timeMarks } from './time-marks.ts'

const WIDTH = 480
const HEIGHT = 160
const TICKS = 4

export type ChartLimit = {
  readonly at: number
  readonly words: string
  readonly mark: 'caution' | 'warning' | 'critical'
  /** In sight also when no reading comes near it. */
  readonly isKept: boolean
}
type Props = {
  readonly history: History
  readonly intervalMs: number | null
  readonly scale: Pick<Scale, 'low' | 'high'>
  readonly decimals: number
  readonly limits: readonly ChartLimit[]
  /** What it shows, for readers that listen; the limits in sight are added. */
  readonly label: string
  readonly caption: string
  /** A moment that is marked when it lies within. */
  readonly since?: { readonly at: number; readonly words: string } | undefined
}

export function SeriesChart({ history, intervalMs, scale, decimals, limits, label, caption, since }: Props) {
  const { from, to, buckets } = history
  const { low, high } = scale
  const inSight = limits.filter(({ at }) => at > low && at < high)
  const { line, band } = pathsOf(history, intervalMs, { width: WIDTH, height: HEIGHT, low, high })
  const fromTop = (value: number) => `${(((high - value) / (high - low)) * 100).toFixed(2)}%`
  const fromLeft = (time: number) => `${(((time - from) / (to - from)) * 100).toFixed(2)}%`
  const last = buckets.at(-1)
  return (
    <figure className={styles.chart}>
      <div className={styles.plot} role="img" aria-label={[label, ...inSight.map(({ words }) => words)].join('; ')}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.band} d={band} />
          <path className={styles.line} d={line} />
        </svg>
        {ticksBetween(low, high, TICKS).map(tick => (
          <span key={tick} className={styles.tick} style={{ top: fromTop(tick) }}>
            {formatNumber(tick, decimals)}
          </span>
        ))}
        {inSight.map(({ at, words, mark }) => (
          <span key={`${words} ${at}`} className={styles.limit} data-mark={mark} style={{ top: fromTop(at) }}>
            {words}
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
        {timeMarks(from, to).map(({ at, words }: TimeMark) => (
          <span key={at} style={{ left: fromLeft(at) }}>
            {words}
          </span>
        ))}
      </div>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}
