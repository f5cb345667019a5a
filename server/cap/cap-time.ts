// Instants as CAP writes them: the province's time with its offset, whole seconds, never `Z`. Pure.
import { PROVINCE_OFFSET_MS } from '../../shared/programme/province-day.ts'

/** @param at epoch milliseconds, years 0 to 9999 */
export const capTimeOf = (at: number): string => `${new Date(at + PROVINCE_OFFSET_MS).toISOString().slice(0, 19)}+07:00`
