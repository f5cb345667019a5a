// Money as people of the province say it: whole đồng below a million, then triệu and tỷ. Pure.
import type { TFunction } from 'i18next'
import type { Dong } from '../../shared/programme/facts.ts'
import { formatNumber } from '../design/number-format.ts'

const MILLION = 1_000_000
const BILLION = 1_000 * MILLION

export type ShortMoney = { readonly number: string; readonly unit: 'dong' | 'million' | 'billion' }

/** At most three significant decimals of a tỷ, one of a triệu; nothing is shown as rounder than "350 triệu". */
export function shortMoney(amount: Dong): ShortMoney {
  const size = Math.abs(amount)
  if (size >= BILLION) return { number: trimmed(amount / BILLION, 3), unit: 'billion' }
  if (size >= MILLION) return { number: trimmed(amount / MILLION, 1), unit: 'million' }
  return { number: formatNumber(amount), unit: 'dong' }
}

const trimmed = (value: number, decimals: number): string => {
  const text = formatNumber(value, decimals)
  return text.includes(',') ? text.replace(/,?0+$/, '') : text
}

/** "1,25 tỷ", "350 triệu", "−20.000 đồng" */
export function moneyWords(t: TFunction<'programme'>, amount: Dong): string {
  const { number, unit } = shortMoney(amount)
  return `${number}\u00a0${t(`shell.${unit}`)}`
}

/** A part and its whole; a unit that is the same for both is said once: "12,4 / 12,9 tỷ". */
export function moneyShare(
  t: TFunction<'programme'>,
  part: Dong,
  whole: Dong,
): { readonly part: string; readonly whole: string } {
  const isSame = shortMoney(part).unit === shortMoney(whole).unit
  return { part: isSame ? shortMoney(part).number : moneyWords(t, part), whole: moneyWords(t, whole) }
}
