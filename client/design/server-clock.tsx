// The server's clock and date in the province's zone; never the screen's own.
import { useTranslation } from 'react-i18next'
import { useMoment } from '../live/live-hooks.tsx'
import styles from './server-clock.module.css'
import { formatClock, formatDate, formatSeconds, weekdayOf } from './time-format.ts'

export function ServerClock() {
  const { t } = useTranslation()
  const { serverNow } = useMoment()
  if (serverNow === undefined) return <time className={styles.clock} data-testid="clock" />
  const day = `${t(`weekday.${weekdayOf(serverNow)}`)} ${formatDate(serverNow)}`
  return (
    <time className={styles.clock} data-testid="clock" dateTime={new Date(serverNow).toISOString()} title={day}>
      <span>
        <span className={styles.hours}>{formatClock(serverNow)}</span>
        <span className={styles.seconds} data-part="seconds">
          :{formatSeconds(serverNow)}
        </span>
      </span>
      <span className={styles.date} data-part="date">
        <span className={styles.weekday}>{t(`weekday.${weekdayOf(serverNow)}`)}</span> {formatDate(serverNow)}
      </span>
    </time>
  )
}
