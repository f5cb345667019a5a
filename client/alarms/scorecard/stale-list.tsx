// Alarms that stood for more than a day at the end of the period, the oldest first, and the worst day.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type AlarmNames, momentWords, spanWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { NamedAlarm } from './named-alarm.tsx'
import styles from './scorecard.module.css'

type Props = { readonly figures: ScorecardFigures; readonly names: AlarmNames }

export function StaleList({ figures: { stale, watched }, names }: Props) {
  const { t } = useTranslation('alarms')
  const [worst] = stale.days.toSorted((a, b) => b.count - a.count)
  return (
    <section className={parts.panel}>
      <h3>
        {t('scorecard.stale')}
        {stale.count > 0 && <span className={parts.count}>{formatNumber(stale.count)}</span>}
      </h3>
      {worst && (
        <p className={parts.muted}>
          {t('scorecard.staleWorst', { number: formatNumber(worst.count), day: formatIsoDate(worst.day) })}
        </p>
      )}
      {stale.count === 0 && (
        <p className={parts.muted}>{watched ? t('scorecard.staleNone') : t('scorecard.unknown')}</p>
      )}
      <ul className={styles.rows}>
        {stale.alarms.map(alarm => (
          <li key={alarm.id}>
            <NamedAlarm alarm={alarm} names={names} />
            {watched && (
              <span className={parts.muted}>
                {t('scorecard.since', {
                  when: momentWords(alarm.raisedAt),
                  age: spanWords(t, watched.until - alarm.raisedAt),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
