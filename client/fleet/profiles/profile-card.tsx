// One profile: its canvas to scale, what its readers get, how long its scenes take, who uses it.

import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import { useMay } from '../../access/me.ts'
import { formatNumber } from '../../design/number-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { numberText } from '../../kit/number-text.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { wallType } from '../../wall/canvas/wall-type.ts'
import { addressOf } from '../section.ts'
import { CanvasSketch } from './canvas-sketch.tsx'
import styles from './profile-card.module.css'
import { readingsOf } from './sketch.ts'
import { roundMs, spanWords } from './span-words.ts'

type Props = { readonly profile: DisplayProfile /** Names of displays. */; readonly usedBy: readonly string[] }

export function ProfileCard({ profile, usedBy }: Props) {
  const { t } = useTranslation('fleet')
  const mayManage = useMay()({ kind: 'display', command: 'save-profile' })
  const { t: common } = useTranslation()
  const { data: registry } = useRegistry()
  const titleId = useId()
  const { id, name, screens, groups, inches, distanceMetres } = profile
  const villageIds = registry?.villages.map(village => village.id)
  const rounds = villageIds && groups.map(({ turns }) => spanWords(common, roundMs(turns, villageIds)))
  const tiles = [...new Set(readingsOf(profile).map(reading => reading.tiles))]
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.sketch}>
        <CanvasSketch profile={profile} />
      </div>
      <div className={styles.words}>
        <h3 id={titleId}>{name}</h3>
        <p>
          {t('profiles.screens', { count: screens.length })} ·{' '}
          {t('profiles.viewing', { inches: numberText(inches), metres: numberText(distanceMetres) })}
        </p>
        <p>
          {t('profiles.type', { label: formatNumber(wallType(screens, profile).label) })} ·{' '}
          {t('profiles.tiles', { count: Math.max(0, ...tiles) })}
        </p>
        {rounds && <p>{t('profiles.cycle', { span: [...new Set(rounds)].join(' · ') })}</p>}
        <p data-used={usedBy.length > 0}>
          {usedBy.length === 0 ? t('profiles.unused') : t('profiles.usedBy', { names: usedBy.join(', ') })}
        </p>
      </div>
      {mayManage && (
        <div className={styles.actions}>
          <ButtonLink to={addressOf('profiles', { id })}>{t('profiles.edit')}</ButtonLink>
          <ButtonLink to={addressOf('profiles', { id, task: 'copy' })}>{t('profiles.copy')}</ButtonLink>
          <ButtonLink kind="quiet" to={addressOf('profiles', { id, task: 'remove' })}>
            {t('profiles.remove')}
          </ButtonLink>
        </div>
      )}
    </article>
  )
}
