// The head of a page that people sit in front of: whose it is, what it is, the areas there are, the time and the link.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '../access/account-menu.tsx'
import { useMe } from '../access/me.ts'
import { mayOpen } from '../access/page-rights.ts'
import { AlarmBadge } from '../alarms/alarm-badge.tsx'
import { AREAS, type Area, addressOfArea, PAGE_OF_AREA } from '../app/areas.ts'
import { LinkTo } from '../app/link-to.tsx'
import { LanguageSwitch } from '../i18n/language-switch.tsx'
import { SearchEntry } from '../search/search-entry.tsx'
import { PastSwitch } from '../time-machine/past-switch.tsx'
import { LinkState } from './link-state.tsx'
import styles from './page-head.module.css'
import { PrintedAt } from './printed-at.tsx'
import { ServerClock } from './server-clock.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

type Props = {
  readonly title: ReactNode
  /** Undefined on pages that belong to none. */
  readonly area: Area | undefined
  /** False on pages that show nothing of now. */
  readonly isLive?: boolean
}

export function PageHead({ title, area, isLive = true }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <header className={styles.header} data-has-account={me?.who.kind === 'person'}>
      <h1>
        <span className={styles.brand}>{t('brand')}</span> <span className="spoken">{title}</span>
        <span className={area && styles.title} aria-hidden="true">
          {title}
        </span>
      </h1>
      <nav className={styles.areas} aria-label={t('areas.label')}>
        {AREAS.filter(one => mayOpen(me, PAGE_OF_AREA[one])).map(one => (
          <LinkTo key={one} to={addressOfArea(one)} className={styles.area} isCurrent={one === area}>
            {t(`areas.${one}`)}
            {one === 'alarms' && <AlarmBadge />}
          </LinkTo>
        ))}
      </nav>
      <div className={styles.now}>
        <SearchEntry />
        {isLive && (
          <>
            <ServerClock />
            <LinkState />
            <PastSwitch />
          </>
        )}
        <ThemeSwitch />
        <LanguageSwitch />
        <AccountMenu />
      </div>
      {isLive && <PrintedAt />}
    </header>
  )
}
