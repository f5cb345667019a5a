// What to do so that alarms leave the station: the one thing to know while there is no channel.
import { useTranslation } from 'react-i18next'
import { Notice } from '../../kit/notice.tsx'
import styles from './outbox.module.css'

/** As channels-file.ts of the station reads it; secrets stand in files of their own. */
const EXAMPLE = `[
  {
    "id": "nhom-truc-ban", "kind": "webhook", "language": "vi",
    "url": "https://chat.example.vn/hooks/truc-ban",
    "secretFile": "truc-ban.key",
    "filter": { "priorities": ["medium", "high"], "villages": null, "transitions": null }
  },
  { "id": "thu-lanh-dao", "kind": "email", "to": ["truc-ban@example.vn"] }
]`

export function NoChannels() {
  const { t } = useTranslation('alarms')
  return (
    <>
      <Notice kind="info" title={t('outbox.empty')}>
        {t('outbox.emptyHow')}
      </Notice>
      <figure className={styles.example}>
        <figcaption>{t('outbox.emptyExample')}</figcaption>
        <pre tabIndex={0}>{EXAMPLE}</pre>
      </figure>
    </>
  )
}
