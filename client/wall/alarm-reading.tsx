// An alarm's number with its unit, and the flood level it is beyond. Words what was found; judges nothing.
import { useTranslation } from 'react-i18next'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { signalWords } from '../alarms/alarm-names.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import styles from './alarm-reading.module.css'

type Props = { readonly alarm: Alarm; readonly state: AlarmState }

export function AlarmReading({ alarm, state }: Props) {
  const { t } = useTranslation('alarms')
  const names = useAlarmNames(state)
  const isFlood = state.rules.get(alarm.rule)?.rule.signal.kind === 'flood'
  return (
    <span className={styles.reading}>
      <data value={alarm.value ?? undefined}>{signalWords(t, names, alarm, alarm.value) ?? t('shell.unknown')}</data>
      {isFlood && <span>{alarm.level}</span>}
    </span>
  )
}
