// The start: the communes and wards of today that have a smart village, as large buttons.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { unitsWithVillages } from '../registry/village-units.ts'
import { kioskAddress } from './kiosk-address.ts'
import frame from './kiosk-frame.module.css'
import { KioskHead } from './kiosk-head.tsx'
import styles from './unit-choice.module.css'

export function UnitChoice() {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const { data: registry, failureCount } = useRegistry()
  return (
    <div className={frame.frame}>
      <KioskHead name={general('brand')} about={general('tagline')} help={undefined} />
      <span />
      <main id="main" className={frame.main}>
        <div className={styles.choice}>
          <header>
            <h2>{t('start')}</h2>
            <p className={styles.hint}>{t('startHint')}</p>
          </header>
          {!registry && <p className={styles.hint}>{failureCount > 0 ? t('failed') : t('loading')}</p>}
          <ul className={styles.units}>
            {registry &&
              unitsWithVillages(registry, registry.asOf).map(({ unit, villages }) => (
                <li key={unit.id}>
                  <LinkTo to={kioskAddress(unit.id)} className={styles.unit}>
                    <strong>{unit.name}</strong>
                    <span>{t('villagesOf', { names: villages.map(({ name }) => name).join(', ') })}</span>
                  </LinkTo>
                </li>
              ))}
          </ul>
        </div>
      </main>
    </div>
  )
}
