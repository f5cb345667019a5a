// The readings behind an alarm: the value now with its age, quality and source, and the last 24 hours with the limit as a line.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { ReadingAbout } from '../../design/reading-about.tsx'
import { DayChart } from '../../history/day-chart.tsx'
import { useReadingNow } from '../../live/reading-now.ts'
import { type AlarmNames, clockWords, limitWords } from '../alarm-names.ts'
import { PRIORITY_MARK } from '../priority-mark.ts'
import type { DeskRow } from './desk-rows.ts'
import styles from './detail-chart.module.css'
import { beyondSince, limitOfReading } from './limit-chart.ts'

type Props = {
  readonly series: CatalogueSeries
  readonly row: DeskRow
  readonly names: AlarmNames
  readonly now: number
}

export function ValueNow({ series, names: { quantities } }: Pick<Props, 'series' | 'names'>) {
  const { t } = useTranslation('alarms')
  const reading = useReadingNow(series)
  const { latest, freshness } = reading
  return (
    <div className={styles.now} data-freshness={freshness} data-quality={latest?.q}>
      <p className={styles.about}>{t('desk.detail.now')}</p>
      <p className={styles.value}>
        {latest
          ? `${quantities.value(series.quantity, latest.v)}\u00a0${quantities.unit(series.quantity)}`.trim()
          : t('shell.unknown')}
      </p>
      <p className={styles.about}>
        <ReadingAbout series={series} reading={reading} />
      </p>
    </div>
  )
}

export function LimitChart({ series, row: { alarm, rule }, names, now }: Props) {
  const { t } = useTranslation('alarms')
  const limit = limitOfReading(alarm, rule?.signal)
  const since = beyondSince(alarm)
  return (
    <DayChart
      series={series}
      limits={
        limit === undefined
          ? []
          : [{ at: limit, words: limitWords(t, names, alarm), mark: PRIORITY_MARK[alarm.priority], isKept: true }]
      }
      since={
        since === undefined
          ? undefined
          : { at: since, words: t('desk.detail.beyondSince', { moment: clockWords(since, now) }) }
      }
    />
  )
}
