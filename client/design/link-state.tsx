// Whether what is shown is the present: shape and word together.
import { useTranslation } from 'react-i18next'
import { linkWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import styles from './link-state.module.css'

export function LinkState() {
  const { t } = useTranslation()
  const { link, refusal } = useMoment()
  const kind = refusal ? 'lost' : link.kind
  return (
    <p className={styles.link} data-testid="link-state" data-kind={kind} role="status">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {kind === 'live' && <circle cx="12" cy="12" r="8" fill="currentColor" />}
        {kind === 'connecting' && (
          <circle cx="12" cy="12" r="7.5" fill="none" stroke="currentColor" strokeWidth="3" strokeDasharray="5 4" />
        )}
        {kind === 'past' && <path d="M11 5v14L2 12zM22 5v14l-9-7z" fill="currentColor" />}
        {kind === 'lost' && (
          <path d="M5 5L19 19M19 5L5 19" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
        )}
      </svg>
      {linkWords(t, link, refusal)}
    </p>
  )
}
