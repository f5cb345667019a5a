// An alarm's number with its unit and the level it is beyond. Words what was found; judges nothing.
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/state.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { signalText } from '../alarms/signal-text.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import styles from './alarm-reading.module.css'

export function AlarmReading({ alarm }: { readonly alarm: Alarm }) {
  const { t } = useTranslation('alarms')
  const quantities = useQuantities()
  const { state } = useAlarmPicture()
  const rule = state?.rules.get(alarm.rule)?.rule
  const reading = rule && signalText(t, quantities, rule, alarm.value)
  return (
    <span className={styles.reading}>
      <data value={alarm.value ?? undefined}>{reading?.value ?? t('shell.unknown')}</data>
      {reading && reading.unit !== '' && <span className={styles.unit}>{reading.unit}</span>}
      <span className={styles.level}>{alarm.level}</span>
    </span>
  )
}
