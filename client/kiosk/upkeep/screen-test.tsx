// Whether the glass feels every finger and shows every colour: bands of the palette, a ring under each touch.
import { type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KioskButton } from '../card.tsx'
import { Overlay } from './overlay.tsx'
import styles from './upkeep.module.css'

const COLOURS = ['text', 'muted', 'river', 'reached', 'caution', 'warning', 'critical', 'lotus'] as const

type Touch = { readonly x: number; readonly y: number }

export function ScreenTest({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('kiosk')
  const [touches, setTouches] = useState<ReadonlyMap<number, Touch>>(new Map())
  const put = ({ pointerId, currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect()
    setTouches(before => new Map(before).set(pointerId, { x: clientX - left, y: clientY - top }))
  }
  const drop = ({ pointerId }: PointerEvent) =>
    setTouches(before => new Map([...before].filter(([id]) => id !== pointerId)))
  return (
    <Overlay title={t('service.screenTest')} isWhole>
      <p className={styles.hint}>{t('service.testHint')}</p>
      <p role="status">{t('service.touches', { count: touches.size })}</p>
      <div
        className={styles.glass}
        onPointerDown={put}
        onPointerMove={event => touches.has(event.pointerId) && put(event)}
        onPointerUp={drop}
        onPointerCancel={drop}
      >
        {COLOURS.map(colour => (
          <span key={colour} data-colour={colour} />
        ))}
        <svg aria-hidden="true">
          {[...touches].map(([id, { x, y }]) => (
            <circle key={id} cx={x} cy={y} r="36" />
          ))}
        </svg>
      </div>
      <KioskButton onPress={onClose}>{t('service.close')}</KioskButton>
    </Overlay>
  )
}
