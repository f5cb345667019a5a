// /kiosk: the touch page of a district office. Chooses a unit, then shows that unit's pages; left alone it goes back to the start with
// everything typed wiped; nothing but its browser's end leads out of it.
import '../programme/words/vocabulary.ts'
import '../alarms/words/vocabulary.ts'
import './words/vocabulary.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskSection } from '../../shared/unit-board/section.ts'
import { navigate, replaceAddress } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { useOwnReach } from '../displays/display-gate.tsx'
import { changeLanguage } from '../i18n/language.ts'
import { BROWSER_CLOCK } from '../live/live-store.ts'
import { KioskButton } from './card.tsx'
import { createIdleWatch } from './idle-watch.ts'
import { isKioskPath } from './kiosk-address.ts'
import { lockKiosk } from './kiosk-lock.ts'
import styles from './kiosk-page.module.css'
import { wipeKiosk } from './kiosk-wipe.ts'
import { useTextSize } from './text-size.ts'
import { UnitChoice } from './unit-choice.tsx'
import { UnitPage } from './unit-page.tsx'
import { UpkeepDoor } from './upkeep/upkeep-door.tsx'

type Props = { readonly unitId: string | undefined; readonly section: KioskSection | undefined }

const FOLLOWS = [] as const
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

export function KioskPage({ unitId: chosen, section }: Props) {
  const { t } = useTranslation('kiosk')
  // One that was let in for one unit shows that one.
  const own = useOwnReach(FOLLOWS).unit
  const unitId = own ?? chosen
  const { size } = useTextSize()
  const { secondsLeft, round } = useIdleReset()
  useLock(own)
  return (
    <div className={styles.kiosk} data-text={size}>
      <PanelBoundary key={round}>
        {unitId === undefined ? (
          <UnitChoice />
        ) : (
          <UnitPage key={unitId} unitId={unitId} section={section} isOnly={own !== undefined} />
        )}
        <UpkeepDoor unitId={own} />
      </PanelBoundary>
      {secondsLeft !== undefined && unitId !== undefined && (
        <div
          className={styles.veil}
          role="alertdialog"
          aria-modal="true"
          aria-label={t('idle')}
          data-testid="kiosk-idle"
        >
          <div className={styles.question}>
            <h2>{t('idle')}</h2>
            <p>{t('idleHint', { count: secondsLeft })}</p>
            {/* Any touch counts; the button says so. */}
            <KioskButton kind="main" onPress={() => {}}>
              {t('stay')}
            </KioskButton>
          </div>
        </div>
      )}
    </div>
  )
}

/** Keeps the page within the kiosk, and a display of one unit within that unit. */
function useLock(own: string | undefined): void {
  useEffect(() => {
    const isWithin = (pathname: string) => isKioskPath(pathname, own)
    const comeBack = () => replaceAddress(own === undefined ? '/kiosk' : `/kiosk/${own}`)
    if (!isWithin(location.pathname)) comeBack()
    return lockKiosk({ window, isWithin, comeBack })
  }, [own])
}

/** `secondsLeft` until the reset while it is being counted down; `round` is another after each. */
function useIdleReset() {
  const [secondsLeft, setSecondsLeft] = useState<number>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    const watch = createIdleWatch(BROWSER_CLOCK, setSecondsLeft, () => {
      wipeKiosk()
      void changeLanguage('vi')
      navigate('/kiosk')
      setRound(before => before + 1)
    })
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, watch.stir, { passive: true })
    return () => {
      watch.stop()
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, watch.stir)
    }
  }, [])
  return { secondsLeft, round }
}
