// How many alarms asked for attention over time, with the lines they are held against, and the floods in words.
import { useTranslation } from 'react-i18next'
import type { Bucket, ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { SCORECARD_TARGETS } from '../../../shared/alarms/scorecard-targets.ts'
import { FLOOD_BEGIN } from '../../../shared/alarms/state.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { momentWords, spanWords } from '../alarm-names.ts'
import { PriorityBars } from '../charts/priority-bars.tsx'
import parts from '../parts.module.css'

const HOURS_OF_A_SHORT_CHART = 48
/** A flood that lasts: FLOOD_BEGIN in every ten minutes. */
const TEN_MINUTES_IN = { hour: 6, day: 144 } as const

type Props = { readonly figures: ScorecardFigures }

export function LoadChart({ figures }: Props) {
  const { t } = useTranslation('alarms')
  const { chart, busiest, floods, watched } = figures
  const { unit, buckets } = chart
  const target = SCORECARD_TARGETS[unit === 'hour' ? 'perHour' : 'perDay']
  const titleOf = ({ at }: Bucket) => (unit === 'hour' ? momentWords(at) : formatDate(at))
  if (buckets.length === 0) return null
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.chart')}</h3>
      <p className={parts.muted}>{t(`scorecard.chartOf.${unit}`)}</p>
      <PriorityBars
        label={t('scorecard.chart')}
        bars={buckets.map(bucket => ({
          ...bucket,
          key: String(bucket.at),
          title: titleOf(bucket),
          label: labelOf(bucket, chart),
          isUnknown: !watched || endOf(bucket, unit) <= watched.from,
        }))}
        limits={[
          { at: target.target, words: t('scorecard.line.target', { number: formatNumber(target.target) }) },
          { at: target.limit, words: t('scorecard.line.limit', { number: formatNumber(target.limit) }) },
          { at: FLOOD_BEGIN * TEN_MINUTES_IN[unit], words: t('scorecard.line.flood') },
        ]}
        tableWords={t('scorecard.table')}
        titleWords={t('scorecard.when')}
        totalWords={t('scorecard.count')}
        unknownWords={t('scorecard.unknown')}
      />
      {busiest && (
        <p>{t('scorecard.busiest', { number: formatNumber(busiest.count), when: momentWords(busiest.at) })}</p>
      )}
      {watched && (
        <p className={parts.muted}>
          {floods.longest
            ? t('scorecard.floods', {
                number: formatNumber(floods.count),
                time: spanWords(t, floods.totalMs),
                longest: spanWords(t, floods.longest.until - floods.longest.from),
                when: momentWords(floods.longest.from),
              })
            : t('scorecard.noFloods')}
        </p>
      )}
    </section>
  )
}

const UNIT_MS = { hour: 3_600_000, day: 86_400_000 } as const
const endOf = ({ at }: Bucket, unit: 'hour' | 'day'): number => at + UNIT_MS[unit]

/** The words under a bar: its day; of hours the clock, and where there are many of them only the beginnings of days. */
function labelOf({ at }: Bucket, { unit, buckets }: ScorecardFigures['chart']): string {
  const clock = formatClock(at)
  if (unit === 'hour' && buckets.length <= HOURS_OF_A_SHORT_CHART) return clock
  return unit === 'day' || clock === '00:00' ? formatDate(at).slice(0, 5) : ''
}
