// The start: the communes and wards of today that have a smart village, as large buttons.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { unitsWithVillages } from '../registry/village-units.ts'
import styles from './unit-choice.module.css'

export function UnitChoice() {
  const { t } = useTranslation()
  const { data: registry, failureCount } = useRegistry()
  return (
    <main className={styles.choice} id="main">
      <header>
        <p className={styles.brand}>{t('title')}</p>
        <h1>{t('kiosk.start')}</h1>
        <p className={styles.hint}>{t('kiosk.startHint')}</p>
      </header>
      {!registry && <p className={styles.hint}>{failureCount > 0 ? t('desktop.failed') : t('desktop.loading')}</p>}
      <ul className={styles.units}>
        {registry &&
          unitsWithVillages(registry, registry.asOf).map(({ unit, villages }) => (
            <li key={unit.id}>
              <LinkTo to={`/kiosk/${unit.id}${location.search}`} className={styles.unit}>
                <strong>{unit.name}</strong>
                <span>{t('kiosk.villagesOf', { names: villages.map(({ name }) => name).join(', ') })}</span>
              </LinkTo>
            </li>
          ))}
      </ul>
    </main>
  )
}
