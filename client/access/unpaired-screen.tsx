// What a wall or a kiosk shows while the station doesn't know it: calm, from far away, nothing to press.
import { useTranslation } from 'react-i18next'
import styles from './unpaired-screen.module.css'

export function UnpairedScreen() {
  const { t } = useTranslation()
  return (
    <main className={styles.screen}>
      <p className={styles.brand}>{t('brand')}</p>
      <h1>{t('who.unpaired')}</h1>
      <p>{t('who.unpairedHint')}</p>
    </main>
  )
}
