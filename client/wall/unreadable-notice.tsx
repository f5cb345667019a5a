// Instead of a wall that nobody could read: why it is not shown, and what would help.
import { useTranslation } from 'react-i18next'
import { LEAST_TILES } from '../../shared/displays/canvas-layout.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import type { Unreadable } from '../../shared/displays/readability.ts'
import { formatNumber } from '../design/number-format.ts'
import styles from './unreadable-notice.module.css'

type Props = Pick<DisplayProfile, 'inches' | 'distanceMetres'> & { readonly refused: Unreadable }

export function UnreadableNotice({ inches, distanceMetres, refused }: Props) {
  const { t } = useTranslation('wall')
  const metres = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1)
  return (
    <section className={styles.notice} data-testid="unreadable" role="alert">
      <h1>{t('frame.unreadable.heading')}</h1>
      <p>
        {t('frame.unreadable.reason', {
          distance: metres(distanceMetres),
          inches: metres(inches),
          least: LEAST_TILES,
        })}
      </p>
      {(refused.farthestMetres !== null || refused.leastInches !== null) && <h2>{t('frame.unreadable.proposal')}</h2>}
      <ul>
        {refused.farthestMetres !== null && (
          <li>{t('frame.unreadable.nearer', { distance: metres(refused.farthestMetres) })}</li>
        )}
        {refused.leastInches !== null && <li>{t('frame.unreadable.larger', { inches: refused.leastInches })}</li>}
      </ul>
    </section>
  )
}
