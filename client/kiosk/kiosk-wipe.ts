// Told when a kiosk goes back to its start: whatever somebody typed or was shown in person must be gone. Knows no page.
import { createListeners } from '../live/listeners.ts'

const wiped = createListeners<void>()

/** Returns the way to stop listening. */
export const onKioskWipe = (listener: () => void): (() => void) => wiped.add(listener)
export const wipeKiosk = (): void => wiped.tell()
