// How large the kiosk's text is: three steps, held for whoever stands there and forgotten with them.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../live/listeners.ts'
import { onKioskWipe } from './kiosk-wipe.ts'

const LARGEST = 2
const changed = createListeners<void>()
let size = 0

function setSize(next: number): void {
  size = Math.min(LARGEST, Math.max(0, next))
  changed.tell()
}
onKioskWipe(() => setSize(0))

export const makeLarger = (): void => setSize(size + 1)
export const makeSmaller = (): void => setSize(size - 1)
export const useTextSize = (): { readonly size: number; readonly isLargest: boolean } => {
  const held = useSyncExternalStore(changed.add, () => size)
  return { size: held, isLargest: held === LARGEST }
}
