// Changes the language, named in the language it leads to; the address keeps it.
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../app/address.ts'
import { changeLanguage } from './language.ts'
import styles from './language-switch.module.css'

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'vi' : 'en'
  const change = () => {
    navigate(withParameters({ lang: other === 'en' ? 'en' : undefined }))
    void changeLanguage(other)
  }
  return (
    <button type="button" className={styles.switch} lang={other} onClick={change}>
      <span data-part="long">{t('desktop.otherLanguage')}</span>
      <span className={styles.short} data-part="short" aria-hidden="true">
        {t('desktop.otherLanguageShort')}
      </span>
    </button>
  )
}
