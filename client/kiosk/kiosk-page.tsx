// /kiosk: the touch page of a district office. Chooses a unit, then shows that unit's pages; left alone it goes back to the start with
// everything typed wiped; nothing but its browser's end leads out of it.
import '../programme/words/vocabulary.ts'
import '../alarms/words/vocabulary.ts'
import './words/vocabulary.ts'
import { use, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskSection } from '../../shared/unit-board/section.ts'
import { navigate, replaceAddress } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { DisplayFrame } from '../displays/display-frame.tsx'
import { useOwnReach } from '../displays/display-gate.tsx'
import { DisplayAgentContext } from '../displays/display-hooks.tsx'
import { changeLanguage } from '../i18n/language.ts'
import { BROWSER_CLOCK } from '../live/live-store.ts'
import { KioskButton } from './card.tsx'
import { createIdleWatch, type IdleWatch } from './idle-watch.ts'
import { isKioskPath } from './kiosk-address.ts'
import { lockKiosk } from './kiosk-lock.ts'
import styles from './kiosk-page.module.css'
import { KIOSK_USE } from './kiosk-use.ts'
import { wipeKiosk } from './kiosk-wipe.ts'
import { useTextSize } from './text-size.ts'
import { UnitChoice } from './unit-choice.tsx'
import { UnitPage } from './unit-page.tsx'
import { UpkeepDoor } from './upkeep/upkeep-door.tsx'

type Props = { readonly unitId: string | undefined; readonly section: KioskSection | undefined }

const FOLLOWS = [] as const
/** Which of its pages stands there is nobody's business. */
const KIOSK_SCENE = 'kiosk'
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

export function KioskPage(props: Props) {
  return (
    <DisplayFrame pageUse={KIOSK_USE}>
      <Kiosk {...props} />
    </DisplayFrame>
  )
}

function Kiosk({ unitId: chosen, section }: Props) {
  const agent = use(DisplayAgentContext)
  useEffect(() => agent?.setScene(KIOSK_SCENE), [agent])
  // One that was let in for one unit shows that one.
  const own = useOwnReach(FOLLOWS).unit
  const unitId = own ?? chosen
  const { size } = useTextSize()
  const { secondsLeft, round, stay } = useIdleReset()
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
      {secondsLeft !== undefined && unitId !== undefined && <IdleQuestion secondsLeft={secondsLeft} onStay={stay} />}
    </div>
  )
}

type QuestionProps = { readonly secondsLeft: number; readonly onStay: () => void }

/**
 * Modal, so that it lies over whatever is open, is read aloud, and gives the focus back to where somebody typed. The touch that extends is
 * whole when it goes: else its end would press what lies below.
 */
function IdleQuestion({ secondsLeft, onStay }: QuestionProps) {
  const { t } = useTranslation('kiosk')
  const question = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = question.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={question}
      className={styles.veil}
      role="alertdialog"
      aria-label={t('idle')}
      data-testid="kiosk-idle"
      onCancel={event => event.preventDefault()}
      onPointerDown={event => event.stopPropagation()}
      onTouchMove={event => event.stopPropagation()}
      onClick={onStay}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Tab') return
        event.preventDefault()
        onStay()
      }}
    >
      <div className={styles.question}>
        <h2>{t('idle')}</h2>
        <p>{t('idleHint', { count: secondsLeft })}</p>
        {/* Any touch counts; the button says so. */}
        <KioskButton kind="main" onPress={() => {}}>
          {t('stay')}
        </KioskButton>
      </div>
    </dialog>
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
  const watching = useRef<IdleWatch>(undefined)
  useEffect(() => {
    const watch = createIdleWatch(BROWSER_CLOCK, setSecondsLeft, () => {
      wipeKiosk()
      getSelection()?.removeAllRanges()
      void changeLanguage('vi')
      navigate('/kiosk')
      setRound(before => before + 1)
    })
    watching.current = watch
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, watch.stir, { passive: true })
    return () => {
      watch.stop()
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, watch.stir)
    }
  }, [])
  return { secondsLeft, round, stay: () => watching.current?.stir() }
}
