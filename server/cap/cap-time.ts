// Instants as CAP writes them: the province's time with its offset, whole seconds, never `Z`. Pure.
const OFFSET_MS = 7 * 3_600_000

/** @param at epoch milliseconds, years 0 to 9999 */
export const capTimeOf = (at: number): string => `${new Date(at + OFFSET_MS).toISOString().slice(0, 19)}+07:00`

/** "21/10/2026 14:30", for texts that people read. */
export function readableTimeOf(at: number): string {
  const [date = '', time = ''] = capTimeOf(at).split('T')
  return `${date.split('-').toReversed().join('/')} ${time.slice(0, 5)}`
}
