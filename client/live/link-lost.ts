// Told whenever a live link broke or could not be had: whoever cares may ask the station why.
import { createListeners } from './listeners.ts'

export const linkLost = createListeners<void>()
