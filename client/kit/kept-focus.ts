// Keeps the keyboard where a person works when the row that had the focus is gone: on what stands in its place, else on the whole
// region, which must be able to take it. Without this the keyboard would begin at the top of the page again.
import { type RefObject, useLayoutEffect, useRef } from 'react'

export type KeptFocus<E extends HTMLElement> = { readonly ref: RefObject<E | null>; readonly onFocus: () => void }

/** @param selector what in the region may take the place of what is gone. Belongs to the component that draws the rows anew. */
export function useKeptFocus<E extends HTMLElement>(selector: string): KeptFocus<E> {
  const ref = useRef<E>(null)
  const focused = useRef<{ readonly element: Element; readonly place: number }>(undefined)
  const inReach = () => [...(ref.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
  const remember = () => {
    const element = document.activeElement
    const place = inReach().findIndex(one => one === element)
    focused.current = element && ref.current?.contains(element) ? { element, place: Math.max(0, place) } : undefined
  }
  useLayoutEffect(() => {
    const { element, place = 0 } = focused.current ?? {}
    const isGone = element !== undefined && !element.isConnected && document.activeElement === document.body
    const all = inReach()
    if (isGone) (all[Math.min(place, all.length - 1)] ?? ref.current)?.focus()
    remember()
  })
  return { ref, onFocus: remember }
}
