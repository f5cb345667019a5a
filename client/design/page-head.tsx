// The head of a page that people sit in front of: whose it is, what it is, where else to go, the time and the link.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { LanguageSwitch } from '../i18n/language-switch.tsx'
import { LinkState } from './link-state.tsx'
import styles from './page-head.module.css'
import { ServerClock } from './server-clock.tsx'

type Props = {
  readonly title: ReactNode
  /** The other page. */
  readonly to: string
  readonly toWords: string
}

export function PageHead({ title, to, toWords }: Props) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <h1>
        <span className={styles.brand}>{t('brand')}</span> {title}
      </h1>
      <div className={styles.now}>
        <LinkTo to={to} className={styles.other}>
          {toWords}
        </LinkTo>
        <ServerClock />
        <LinkState />
        <LanguageSwitch />
      </div>
    </header>
  )
}
