// The last 24 hours as a line behind a number: no axis, no words, only where it came from.
import { pathsOf, valueRange } from './chart-path.ts'
import { useHistory } from './history-query.ts'
import styles from './trend-line.module.css'

const WIDTH = 600
const HEIGHT = 100
export const TREND_POINTS = 96

type Props = {
  readonly seriesId: string
  readonly intervalMs: number | null
  readonly serverNow: number
  /** Smallest range worth drawing, in the series' unit: noise must not look like a flood. */
  readonly smallestRange: number
}

export function TrendLine({ seriesId, intervalMs, serverNow, smallestRange }: Props) {
  const { data: history } = useHistory(seriesId, serverNow, TREND_POINTS)
  const range = history && valueRange(history.buckets, smallestRange)
  if (!history || !range) return null
  const { line } = pathsOf(history, intervalMs, { width: WIDTH, height: HEIGHT, ...range })
  return (
    <svg className={styles.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={line} />
    </svg>
  )
}
