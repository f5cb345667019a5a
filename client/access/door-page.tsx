// The quiet page around every form that stands before the station: whose it is, one sheet, the language.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ThemeSwitch } from '../design/theme-switch.tsx'
import { LanguageSwitch } from '../i18n/language-switch.tsx'
import styles from './door-page.module.css'

type Props = {
  readonly title: string
  readonly about?: ReactNode
  readonly children: ReactNode
  /** The last words of the sheet. */
  readonly foot?: ReactNode
}

export function DoorPage({ title, about, children, foot }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          <span className={styles.brand}>{t('brand')}</span> <span className={styles.tagline}>{t('tagline')}</span>
        </p>
        <ThemeSwitch />
        <LanguageSwitch />
      </header>
      <main className={styles.body} id="main">
        <div className={styles.sheet}>
          <div className={styles.title}>
            <h1>{title}</h1>
            {about !== undefined && <p>{about}</p>}
          </div>
          {children}
          {foot !== undefined && <p className={styles.foot}>{foot}</p>}
        </div>
      </main>
    </div>
  )
}
