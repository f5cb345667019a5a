// The readings behind an alarm: the last 24 hours with the limit as a line, and the value now with its age, quality and source.
import { useTranslation } from 'react-i18next'
import { freshnessOf, underLink } from '../../../shared/freshness.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { ClockSign } from '../../design/clock-sign.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock } from '../../design/time-format.ts'
import { pathsOf, ticksBetween } from '../../history/chart-path.ts'
import { useHistory } from '../../history/history-query.ts'
import { agePhrase } from '../../i18n/phrases.ts'
import { judgedAt } from '../../live/link.ts'
import { useLatest, useMoment } from '../../live/live-hooks.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import { clockWords } from '../alarm-names.ts'
import type { DeskRow } from './desk-rows.ts'
import styles from './detail-chart.module.css'
import { chartFrame, sixHourMarks } from './limit-chart.ts'

const WIDTH = 480
const HEIGHT = 150
const POINTS = 240
const TICKS = 3

type Props = { readonly series: CatalogueSeries; readonly row: DeskRow; readonly names: AlarmNames }

export function ValueNow({ series, names }: Pick<Props, 'series' | 'names'>) {
  const { t } = useTranslation('alarms')
  const { t: word } = useTranslation()
  const latest = useLatest(series)
  const { serverNow, link } = useMoment()
  const at = serverNow === undefined ? undefined : judgedAt(link, serverNow)
  const ageMs = latest && at !== undefined ? at - latest.t : undefined
  const freshness = underLink(freshnessOf(ageMs, series.intervalMs), link.kind === 'lost')
  const isOld = freshness === 'stale' || freshness === 'dead'
  return (
    <div className={styles.now} data-freshness={freshness} data-quality={latest?.q}>
      <p className={styles.label}>{t('desk.detail.now')}</p>
      <p className={styles.value}>
        {latest
          ? `${names.quantities.value(series.quantity, latest.v)}\u00a0${names.quantities.unit(series.quantity)}`.trim()
          : t('desk.detail.noValue')}
      </p>
      <p className={styles.about}>
        {isOld && <ClockSign />}{' '}
        {[
          ageMs === undefined ? undefined : agePhrase(word, ageMs, freshness),
          latest && word(`quality.${latest.q}`),
          word(`source.${series.source}`),
        ]
          .filter(part => part !== undefined)
          .join(' · ')}
      </p>
    </div>
  )
}

export function LimitChart({ series, row: { alarm, rule }, names }: Props) {
  const { t } = useTranslation('alarms')
  const { serverNow } = useMoment()
  const { data: history, failureCount } = useHistory(series.id, serverNow, POINTS)
  if (!history)
    return (
      <p className={styles.about}>{t(failureCount > 0 ? 'desk.detail.chartFailed' : 'desk.detail.chartLoading')}</p>
    )
  const decimals = names.quantities.decimals(series.quantity)
  const frame = chartFrame(history, alarm, rule?.signal, 4 * 10 ** -decimals)
  if (!frame) return <p className={styles.about}>{t('desk.detail.chartEmpty')}</p>
  const { low, high, limit, since } = frame
  const { line, band } = pathsOf(history, series.intervalMs, { width: WIDTH, height: HEIGHT, low, high })
  const fromTop = (value: number) => `${(((high - value) / (high - low)) * 100).toFixed(2)}%`
  const fromLeft = (time: number) => `${(((time - history.from) / (history.to - history.from)) * 100).toFixed(2)}%`
  const unit = names.quantities.unit(series.quantity)
  const shown = (value: number) => `${formatNumber(value, decimals)}\u00a0${unit}`.trim()
  const summary = t('desk.detail.chartSummary', {
    min: shown(Math.min(...history.buckets.map(({ min }) => min))),
    max: shown(Math.max(...history.buckets.map(({ max }) => max))),
  })
  const limitWords =
    limit === undefined ? undefined : t('desk.detail.limitAt', { level: alarm.level, limit: shown(limit) })
  return (
    <figure className={styles.chart}>
      <div
        className={styles.plot}
        role="img"
        aria-label={[`${t('desk.detail.chart')}: ${summary}`, limitWords].filter(Boolean).join('; ')}
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
        {limit !== undefined && (
          <span className={styles.limit} data-priority={alarm.priority} style={{ top: fromTop(limit) }}>
            {limitWords}
          </span>
        )}
        {since !== undefined && (
          <span
            className={styles.since}
            data-side={since - history.from > (history.to - history.from) / 2 ? 'start' : 'end'}
            style={{ left: fromLeft(since) }}
          >
            <span>{t('desk.detail.beyondSince', { moment: clockWords(since, history.to) })}</span>
          </span>
        )}
      </div>
      <div className={styles.hours} aria-hidden="true">
        {sixHourMarks(history.from, history.to).map(time => (
          <span key={time} style={{ left: fromLeft(time) }}>
            {formatClock(time)}
          </span>
        ))}
      </div>
      <figcaption>
        {t('desk.detail.chart')} · {summary}
      </figcaption>
    </figure>
  )
}
