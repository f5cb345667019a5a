// The thin line over the whole page that says what the page is not: not the present when the link is lost, not measured when all is simulated.
import { useTranslation } from 'react-i18next'
import { linkWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import styles from './ribbon.module.css'
import { isAllSimulated } from './source-mark.tsx'

export function Ribbon() {
  const { t } = useTranslation()
  const { link, refusal } = useMoment()
  const overview = useOverview()
  const isSimulated = overview !== undefined && isAllSimulated(overview.sources)
  const isLost = link.kind === 'lost' || refusal !== undefined
  return (
    <div
      className={styles.ribbons}
      {...(isLost || isSimulated ? { role: 'region', 'aria-label': t('simulated.label') } : {})}
    >
      {isLost && (
        <p className={styles.lost} role="alert" data-testid="ribbon-lost">
          <strong>{linkWords(t, link, refusal)}</strong>
          <span> · {t('link.lostMeaning')}</span>
        </p>
      )}
      {isSimulated && (
        <p className={styles.simulated} data-testid="ribbon-simulated">
          {t('simulated.ribbon')}
        </p>
      )}
    </div>
  )
}
