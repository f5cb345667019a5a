// Which display this is, large enough to be found from the other end of the room.
import { useTranslation } from 'react-i18next'
import { type Display, useDisplayState } from './display-hooks.tsx'
import { shortId } from './display-id.ts'
import styles from './identify-sign.module.css'

/** What a display is called that shows no profile of a wall. */
export type SignWords = { readonly name: string; readonly about: string }
type Props = { readonly display: Display; readonly words?: SignWords | undefined }

export function IdentifySign({ display, words }: Props) {
  const { t } = useTranslation('displays')
  const name = useDisplayState()?.displays.get(display.id)?.name
  const { profile, screen } = display
  return (
    <div className={styles.sign} role="status">
      <strong>{name ?? words?.name ?? t('unnamed')}</strong>
      {words ? (
        <p>{words.about}</p>
      ) : (
        <p>
          {profile ? `${profile.name} · ` : ''}
          {screen ? t('screen', { id: screen.id }) : t('wholeCanvas')}
        </p>
      )}
      <p className={styles.id}>{shortId(display.id)}</p>
    </div>
  )
}
