// The start: the communes and wards of today that have a smart village, as large buttons.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { Identified } from '../displays/display-frame.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { unitsWithVillages } from '../registry/village-units.ts'
import { kioskAddress } from './kiosk-address.ts'
import frame from './kiosk-frame.module.css'
import { KioskHead } from './kiosk-head.tsx'
import styles from './unit-choice.module.css'

const FOLLOWS = [] as const

/** Shows nothing of the link; has one, so that it reports as a display. */
export function UnitChoice() {
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <Choice />
    </ScreenProvider>
  )
}

function Choice() {
  const { t } = useTranslation('kiosk')
  const { t: displayWord } = useTranslation('displays')
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
      <Identified words={{ name: general('brand'), about: displayWord('kiosk') }} />
    </div>
  )
}
