// A native modal dialog, open for as long as it stands in the tree. With unsaved work it closes only when that is
// confirmed, whatever was pressed; the focus goes back to where it came from. Knows nothing of what it holds.
import { type MouseEvent, type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

export type DialogWords = { readonly close: string }
export type ConfirmWords = { readonly question: string; readonly leave: string; readonly stay: string }

export type DialogProps = {
  readonly title: string
  readonly description?: string
  readonly words: DialogWords
  /** Asked before closing when something would be lost; without it the dialog closes at once. */
  readonly confirmClose?: ConfirmWords
  /** Whether something would be lost; without it, whether anything was typed or chosen inside. */
  readonly isDirty?: boolean
  readonly width?: 'narrow' | 'medium' | 'wide'
  readonly footer?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Dialog({
  title,
  description,
  words,
  confirmClose,
  isDirty,
  width = 'medium',
  footer,
  onClose,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isAsking, setAsking] = useState(false)
  const [isTouched, setTouched] = useState(false)
  const titleId = useId()
  const descriptionId = useId()
  useModal(dialog)

  const mustAsk = (isDirty ?? isTouched) && confirmClose !== undefined
  const askToClose = () => {
    if (mustAsk) setAsking(true)
    else onClose()
  }
  const cancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    // A file picker inside the dialog sends its own cancel, which bubbles.
    if (event.target !== dialog.current) return
    event.preventDefault()
    if (isAsking) setAsking(false)
    else askToClose()
  }
  // A browser lets a second Esc through without asking: then the dialog stands up again.
  const closedByBrowser = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== dialog.current || dialog.current.open) return
    if (!mustAsk) return onClose()
    dialog.current.showModal()
    setAsking(!isAsking)
  }
  const pressedBeside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === dialog.current) askToClose()
  }

  return (
    // Esc does for the keyboard what a press beside the dialog does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-width={width}
      aria-labelledby={titleId}
      aria-describedby={description ? descriptionId : undefined}
      onCancel={cancel}
      onClose={closedByBrowser}
      onInput={() => setTouched(true)}
      onMouseDown={pressedBeside}
    >
      <div className={styles.sheet}>
        <header className={styles.head} inert={isAsking}>
          <h2 id={titleId}>{title}</h2>
          <Button kind="quiet" icon="close" isIconOnly onClick={askToClose}>
            {words.close}
          </Button>
          {description && <p id={descriptionId}>{description}</p>}
        </header>
        <div className={styles.body} inert={isAsking}>
          {children}
        </div>
        {footer && (
          <footer className={styles.foot} inert={isAsking}>
            {footer}
          </footer>
        )}
        {isAsking && confirmClose && (
          <CloseQuestion words={confirmClose} onStay={() => setAsking(false)} onLeave={onClose} />
        )}
      </div>
    </dialog>
  )
}

/** What is filled in first; not the hidden picker behind a date. */
const FIRST_FIELD = 'form :is(input, select, textarea):not(:disabled, [tabindex="-1"], [type="hidden"])'

/** Shown while it stands on the page; the element that had the focus gets it back. */
function useModal(dialog: { readonly current: HTMLDialogElement | null }) {
  useLayoutEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    // The browser would begin at the close button; who opens a form wants to fill it in.
    element?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [dialog])
}

type QuestionProps = { readonly words: ConfirmWords; readonly onStay: () => void; readonly onLeave: () => void }

function CloseQuestion({ words, onStay, onLeave }: QuestionProps) {
  const questionId = useId()
  const stay = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    stay.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <div className={styles.question} role="alertdialog" aria-labelledby={questionId}>
      <p id={questionId}>{words.question}</p>
      <div className={styles.answers}>
        <Button kind="danger" onClick={onLeave}>
          {words.leave}
        </Button>
        <Button kind="primary" ref={stay} onClick={onStay}>
          {words.stay}
        </Button>
      </div>
    </div>
  )
}
