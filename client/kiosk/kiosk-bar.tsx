// The bar at the bottom: the pages of the unit, each with sign and word; entries are the main thing to do.
import { useTranslation } from 'react-i18next'
import type { KioskSection } from '../../shared/unit-board/section.ts'
import { LinkTo } from '../app/link-to.tsx'
import { QueueBadge } from './entry/queue-badge.tsx'
import { entryAddress, kioskAddress } from './kiosk-address.ts'
import styles from './kiosk-frame.module.css'
import { KioskIcon } from './kiosk-icons.tsx'

const PLACES = ['home', 'tasks', 'reports', 'alarms', 'stations', 'map', 'citizens'] as const

type Props = { readonly unitId: string; readonly section: KioskSection | undefined }

export function KioskBar({ unitId, section }: Props) {
  const { t } = useTranslation('kiosk')
  return (
    <div className={styles.foot}>
      <QueueBadge />
      <nav className={styles.bar} aria-label={t('nav')}>
        {PLACES.map(place => (
          <LinkTo
            key={place}
            to={kioskAddress(unitId, place === 'home' ? undefined : place)}
            className={styles.place}
            isCurrent={(section ?? 'home') === place}
          >
            <KioskIcon name={place} />
            <span>{t(`section.${place}`)}</span>
          </LinkTo>
        ))}
        <LinkTo
          to={entryAddress(unitId)}
          className={styles.place}
          isCurrent={section === 'entry'}
          isMain={section !== 'entry'}
        >
          <KioskIcon name="entry" />
          <span>{t('section.entry')}</span>
        </LinkTo>
      </nav>
    </div>
  )
}
