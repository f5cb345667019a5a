// The sound of each priority as notes: told apart by number and pitch, short, never loud. Pure data; tone-player.ts plays them.
import type { Priority } from '../../../shared/alarms/rule.ts'

export type Note = { readonly hertz: number; readonly atMs: number; readonly forMs: number }

/** Of full scale. A loudspeaker that is turned up doesn't frighten, one that is turned down is still heard. */
export const PEAK_GAIN = 0.22
/** Each note swells and fades so long: a hard edge clicks. */
export const EDGE_MS = 12

export const TONES: Readonly<Record<Priority, readonly Note[]>> = {
  low: [{ hertz: 523, atMs: 0, forMs: 180 }],
  medium: [
    { hertz: 659, atMs: 0, forMs: 160 },
    { hertz: 659, atMs: 260, forMs: 160 },
  ],
  high: [
    { hertz: 880, atMs: 0, forMs: 150 },
    { hertz: 698, atMs: 200, forMs: 150 },
    { hertz: 880, atMs: 400, forMs: 150 },
    { hertz: 698, atMs: 600, forMs: 150 },
  ],
}
