// /kiosk: a touch page for visitors. Chooses a unit, then shows that unit's villages; goes back to the start when left alone.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ThemeSwitch } from '../design/theme-switch.tsx'
import { useOwnReach } from '../displays/display-gate.tsx'
import { changeLanguage } from '../i18n/language.ts'
import { LanguageSwitch } from '../i18n/language-switch.tsx'
import { BROWSER_CLOCK } from '../live/live-store.ts'
import { createIdleWatch } from './idle-watch.ts'
import styles from './kiosk-page.module.css'
import { UnitChoice } from './unit-choice.tsx'
import { UnitPage } from './unit-page.tsx'

type Props = { readonly unitId: string | undefined }

const FOLLOWS = [] as const

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

export function KioskPage({ unitId: chosen }: Props) {
  const { t } = useTranslation()
  // One that was let in for one unit shows that one.
  const own = useOwnReach(FOLLOWS).unit
  const unitId = own ?? chosen
  const secondsLeft = useIdleReset()
  return (
    <div className={styles.kiosk}>
      <header className={styles.corner}>
        <ThemeSwitch />
        <LanguageSwitch />
      </header>
      <PanelBoundary>
        {unitId === undefined ? <UnitChoice /> : <UnitPage key={unitId} unitId={unitId} isOnly={own !== undefined} />}
      </PanelBoundary>
      {secondsLeft !== undefined && unitId !== undefined && (
        <div className={styles.veil} role="alertdialog" aria-label={t('kiosk.idle')} data-testid="kiosk-idle">
          <div className={styles.question}>
            <h2>{t('kiosk.idle')}</h2>
            <p>{t('kiosk.idleHint', { count: secondsLeft })}</p>
            {/* Any touch counts; the button says so. */}
            <button type="button" className={styles.main}>
              {t('kiosk.stay')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

/** @returns seconds until the reset while it is being counted down */
function useIdleReset(): number | undefined {
  const [secondsLeft, setSecondsLeft] = useState<number>()
  useEffect(() => {
    const watch = createIdleWatch(BROWSER_CLOCK, setSecondsLeft, () => {
      void changeLanguage('vi')
      navigate('/kiosk')
      window.scrollTo(0, 0)
    })
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, watch.stir, { passive: true })
    return () => {
      watch.stop()
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, watch.stir)
    }
  }, [])
  return secondsLeft
}
