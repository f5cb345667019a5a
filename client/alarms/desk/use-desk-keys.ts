// Listens for the desk's keys while the page stands; what a key means is decided in desk-keys.ts.
import { useEffect, useEffectEvent } from 'react'
import { actionOf, type DeskAction, type Focused, isTaken } from './desk-keys.ts'

/** @param run says whether it did something: a key that did nothing stays the browser's */
export function useDeskKeys(hasCharacters: boolean, run: (action: DeskAction, focused: Focused) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const focused = focusedNow()
    const action = actionOf(event, hasCharacters)
    if (!action || isTaken(focused, event)) return
    if (run(action, focused)) event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const WITHOUT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit'])

function focusedNow(): Focused {
  const element = document.activeElement
  if (document.querySelector('dialog[open]')) return 'dialog'
  if (!(element instanceof HTMLElement)) return 'elsewhere'
  if (element instanceof HTMLInputElement ? !WITHOUT_TEXT.has(element.type) : element.matches('textarea, select'))
    return 'text'
  if (element.isContentEditable) return 'text'
  return element.matches('[data-list="alarms"] [role="row"]') ? 'row' : 'elsewhere'
}
