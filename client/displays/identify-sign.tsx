// Which display this is, large enough to be found from the other end of the room.
import { useTranslation } from 'react-i18next'
import { type Display, useDisplayState } from './display-hooks.tsx'
import { shortId } from './display-id.ts'
import styles from './identify-sign.module.css'

export function IdentifySign({ display }: { readonly display: Display }) {
  const { t } = useTranslation('displays')
  const name = useDisplayState()?.displays.get(display.id)?.name
  const { profile, screen } = display
  return (
    <div className={styles.sign} role="status">
      <strong>{name ?? t('unnamed')}</strong>
      <p>
        {profile ? `${profile.name} · ` : ''}
        {screen ? t('screen', { id: screen.id }) : t('wholeCanvas')}
      </p>
      <p className={styles.id}>{shortId(display.id)}</p>
    </div>
  )
}
