// The last small picture that a display sent, in its own shape; says so where there is none.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import styles from './display-card.module.css'

type Props = { readonly row: FleetRow; readonly name: string; readonly isOld: boolean }

export function DisplayPicture({ row: { display, thumbnailAt, isAlive }, name, isOld }: Props) {
  const { t } = useTranslation('fleet')
  /** The one that couldn't be had: a newer one is tried. */
  const [failedAt, setFailedAt] = useState<number>()
  const isShown = thumbnailAt !== null && thumbnailAt !== failedAt
  return (
    <div className={styles.picture} data-past={!isAlive || isOld}>
      {isShown ? (
        <img
          src={`/api/v1/displays/${display}/thumbnail?at=${thumbnailAt}`}
          alt={t('picture.alt', { name })}
          onError={() => setFailedAt(thumbnailAt)}
        />
      ) : (
        <p className={styles.noPicture}>{thumbnailAt === null ? t('picture.none') : t('picture.gone')}</p>
      )}
    </div>
  )
}
