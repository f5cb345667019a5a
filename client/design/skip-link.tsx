// The first stop of the keyboard on every page that people sit in front of: past the head, to what the page is about.
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './skip-link.module.css'

export function SkipLink() {
  const { t } = useTranslation()
  const skip = (event: MouseEvent) => {
    const main = document.querySelector('main')
    if (!main) return
    // The address stays: what stands behind its # is read by some pages.
    event.preventDefault()
    main.tabIndex = -1
    main.focus()
  }
  return (
    <a href="#main" className={styles.skip} onClick={skip}>
      {t('skip')}
    </a>
  )
}
