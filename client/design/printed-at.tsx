// On paper only: of which instant the page is, and how the link stood then. A sheet outlives what it shows.
import { useTranslation } from 'react-i18next'
import { useMoment } from '../live/live-hooks.tsx'
import styles from './page-head.module.css'
import { formatClock, formatDate } from './time-format.ts'

export function PrintedAt() {
  const { t } = useTranslation()
  const { serverNow, link } = useMoment()
  if (serverNow === undefined) return null
  const when = { time: formatClock(serverNow), date: formatDate(serverNow) }
  return (
    <p className={styles.printed} data-testid="printed-at">
      {t(`printed.${link.kind === 'live' || link.kind === 'past' ? link.kind : 'lost'}`, when)}
    </p>
  )
}
