// The last small picture that a display sent, in its own shape, and how old it is; says so where there is none.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import { ageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import styles from './display-card.module.css'

type Props = { readonly row: FleetRow; readonly name: string; readonly isOld: boolean }

export function DisplayPicture({ row: { display, thumbnailAt, isAlive }, name, isOld }: Props) {
  const { t } = useTranslation('fleet')
  const { t: common } = useTranslation()
  const { serverNow } = useMoment()
  /** The one that couldn't be had: a newer one is tried. */
  const [failedAt, setFailedAt] = useState<number>()
  const isShown = thumbnailAt !== null && thumbnailAt !== failedAt
  return (
    <figure className={styles.picture} data-past={!isAlive || isOld}>
      {isShown ? (
        <img
          src={`/api/v1/displays/${display}/thumbnail?at=${thumbnailAt}`}
          alt={t('picture.alt', { name })}
          onError={() => setFailedAt(thumbnailAt)}
        />
      ) : (
        <p className={styles.noPicture}>{thumbnailAt === null ? t('picture.none') : t('picture.gone')}</p>
      )}
      {isShown && serverNow !== undefined && (
        <figcaption>{t('picture.age', { age: ageWords(common, serverNow - thumbnailAt) })}</figcaption>
      )}
    </figure>
  )
}
