// What lies over the whole kiosk: a native modal dialog, so that nothing under it is reached. Esc closes nothing here.
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useHeldKiosk } from '../kiosk-use.ts'
import styles from './upkeep.module.css'

type Props = { readonly title: string; readonly isWhole?: boolean; readonly children: ReactNode }

export function Overlay({ title, isWhole = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useHeldKiosk()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.overlay}
      data-whole={isWhole}
      aria-labelledby={titleId}
      onCancel={event => event.preventDefault()}
    >
      <div className={styles.sheet}>
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
