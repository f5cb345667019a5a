// Amounts in whole đồng as people type and say them: "1,2 tỷ", "350 triệu", "350.000.000". Pure; whole numbers only,
// reckoned without fractions of a binary number, so that not one đồng is lost on the way.
import { groupThousands, isGroupedBy, readDigits } from './number-text.ts'

/** Below the largest number that counts every đồng (2^53). */
export const MAX_DONG = 9_000_000_000_000_000
const MAX_CHARACTERS = 64

export type MoneyScale = 'billion' | 'million' | 'thousand' | 'one'

/** Powers of ten by the word without its marks: people type "ty", "tỷ" and "tỉ". */
const POWERS: Readonly<Record<string, number>> = {
  'nghin ty': 12,
  'ngan ty': 12,
  ty: 9,
  ti: 9,
  billion: 9,
  bn: 9,
  trieu: 6,
  tr: 6,
  million: 6,
  nghin: 3,
  ngan: 3,
  thousand: 3,
  k: 3,
  dong: 0,
  vnd: 0,
  d: 0,
}
const WORDS = Object.keys(POWERS).join('|')
const PART = new RegExp(
  `([\\d.,](?:[\\d.,]| (?=\\d{3}(?!\\d)))*) ?(?:(${WORDS})(?![a-z]))?( ruoi)?(?: |$|(?=\\d))`,
  'y',
)
const CURRENCY = /^(?:dong|vnd|d)$/

/**
 * Whole đồng, or undefined when the text says none, a fraction of one, something below zero or more than `MAX_DONG`.
 * Several parts must descend ("1 tỷ 200 triệu"); a last number without its unit ("1 tỷ 2") has two readings: refused.
 */
export function parseMoney(text: string): number | undefined {
  const plain = plainOf(text)
  if (plain === '' || plain.length > MAX_CHARACTERS) return undefined
  let total = 0n
  let lastPower: number | undefined
  let at = 0
  while (at < plain.length) {
    if (lastPower !== undefined && lastPower > 0 && CURRENCY.test(plain.slice(at))) break
    PART.lastIndex = at
    const [matched, digits, word, half] = PART.exec(plain) ?? []
    if (matched === undefined || digits === undefined) return undefined
    const isBare = word === undefined
    if (isBare && lastPower !== undefined) return undefined
    const power = isBare ? 0 : (POWERS[word] ?? 0)
    const part = dongOf(digits, power, half !== undefined)
    if (part === undefined) return undefined
    if (lastPower !== undefined && (power >= lastPower || part >= 10n ** BigInt(lastPower))) return undefined
    total += part
    lastPower = power
    at = PART.lastIndex
  }
  return total <= BigInt(MAX_DONG) ? Number(total) : undefined
}

/** Lower case, without marks, one kind of space. */
const plainOf = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[đ₫]/g, 'd').replaceAll(/\s+/g, ' ').trim()

/** A number times a power of ten, when that is whole. "rưỡi" adds half a unit. */
function dongOf(text: string, power: number, isHalfMore: boolean): bigint | undefined {
  // Nobody writes a fraction of a đồng: with a comma in front of three digits it is the English way to group.
  const digits = power === 0 && isGroupedBy(text, ',') ? readDigits(text.replaceAll(',', '.')) : readDigits(text)
  if (!digits || (isHalfMore && (digits.fraction !== '' || power === 0))) return undefined
  const fraction = isHalfMore ? '5' : digits.fraction.replace(/0+$/, '')
  if (fraction.length > power) return undefined
  return BigInt(digits.whole + fraction) * 10n ** BigInt(power - fraction.length)
}

/** "350.000.000" */
export const dongText = (dong: number): string => groupThousands(String(dong))

/** The amount in the largest unit it fills, exact: 1.250.000.000 is 1,25 of `billion`. */
export function scaleMoney(dong: number): { readonly amount: string; readonly scale: MoneyScale } {
  const [scale, power] = scaleOf(dong)
  const digits = String(dong).padStart(power + 1, '0')
  const whole = groupThousands(digits.slice(0, digits.length - power))
  const fraction = digits.slice(digits.length - power).replace(/0+$/, '')
  return { amount: power > 0 && fraction !== '' ? `${whole},${fraction}` : whole, scale }
}

function scaleOf(dong: number): readonly [MoneyScale, number] {
  if (dong >= 1e9) return ['billion', 9]
  if (dong >= 1e6) return ['million', 6]
  if (dong >= 1e3) return ['thousand', 3]
  return ['one', 0]
}

/** "1,25 tỷ đồng" with the words given. */
export function moneyWords(dong: number, units: Readonly<Record<MoneyScale, string>>): string {
  const { amount, scale } = scaleMoney(dong)
  return `${amount} ${units[scale]}`
}
