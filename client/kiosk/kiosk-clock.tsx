// The station's clock in the head of the kiosk: the hour, and the day where there is room.
import { useTranslation } from 'react-i18next'
import { formatClock, formatDate, weekdayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import styles from './kiosk-frame.module.css'

export function KioskClock() {
  const { t } = useTranslation()
  const { serverNow } = useMoment()
  if (serverNow === undefined) return null
  return (
    <time className={styles.clock} dateTime={new Date(serverNow).toISOString()} data-testid="clock">
      <strong>{formatClock(serverNow)}</strong>
      <span>{`${t(`weekday.${weekdayOf(serverNow)}`)} ${formatDate(serverNow)}`}</span>
    </time>
  )
}
