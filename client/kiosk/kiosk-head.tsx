// The head of every page of the kiosk: whose it is at the upper left, text size, language and help always in the same place.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { changeLanguage } from '../i18n/language.ts'
import styles from './kiosk-frame.module.css'
import { KioskIcon } from './kiosk-icons.tsx'
import { makeLarger, makeSmaller, useTextSize } from './text-size.ts'

type Props = {
  readonly name: string
  readonly about: string
  /** Where help is; undefined before a unit is chosen. */
  readonly help: string | undefined
  readonly isHelp?: boolean
  /** Clock and link, where there are any. */
  readonly now?: ReactNode
}

export function KioskHead({ name, about, help, isHelp = false, now }: Props) {
  const { t } = useTranslation('kiosk')
  const { t: general, i18n } = useTranslation()
  const { size, isLargest } = useTextSize()
  const other = i18n.language === 'en' ? 'vi' : 'en'
  const changeTo = () => {
    navigate(withParameters({ lang: other === 'en' ? 'en' : undefined }))
    void changeLanguage(other)
  }
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <h1>{name}</h1>
        <p>{about}</p>
      </div>
      <div className={styles.tools} role="group" aria-label={t('tools')}>
        <button type="button" className={styles.tool} disabled={size === 0} onClick={makeSmaller}>
          A− <span className="spoken">{t('smaller')}</span>
        </button>
        <button type="button" className={styles.tool} disabled={isLargest} onClick={makeLarger}>
          A+ <span className="spoken">{t('larger')}</span>
        </button>
        <button type="button" className={styles.tool} lang={other} onClick={changeTo}>
          {general('desktop.otherLanguage')}
        </button>
        {help !== undefined && (
          <LinkTo to={help} className={styles.tool} isCurrent={isHelp} label={t('section.help')}>
            <KioskIcon name="help" />
            <span className={styles.toolWord}>{t('section.help')}</span>
          </LinkTo>
        )}
      </div>
      <div className={styles.now}>{now}</div>
    </header>
  )
}
