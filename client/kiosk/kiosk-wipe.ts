// Told when the kiosk goes back to its start because nobody is there: whoever holds what somebody typed forgets it.
import { createListeners } from '../live/listeners.ts'

const wiped = createListeners<void>()

/** Returns the way to stop listening. */
export const onKioskWipe = wiped.add
export const wipeKiosk = wiped.tell
