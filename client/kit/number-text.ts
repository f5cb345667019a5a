// Numbers as people type them: decimal comma and thousands point as the province writes, and whatever else has one reading.
// Pure; knows no field and no unit.

/** More digits than this and a number no longer holds what was typed. */
export const MAX_DIGITS = 15
const MAX_CHARACTERS = 32

export type Digits = { readonly whole: string; readonly fraction: string }

/**
 * Takes an unsigned number apart.
 * One comma is a decimal comma and one point before exactly three digits a thousands point, as the province writes;
 * of a point and a comma together, the last one is the decimal sign.
 */
export function readDigits(text: string): Digits | undefined {
  if (!/^[\d., ]*\d$/.test(text)) return undefined
  const isSpaced = text.includes(' ')
  const decimalAt = decimalSignAt(text)
  const whole = decimalAt < 0 ? text : text.slice(0, decimalAt)
  const fraction = decimalAt < 0 ? '' : text.slice(decimalAt + 1)
  if (!/^\d*$/.test(fraction)) return undefined
  const isGrouped = isSpaced ? isGroupedBy(whole, ' ') : isGroupedBy(whole, '.') || isGroupedBy(whole, ',')
  if (!/^\d*$/.test(whole) && !isGrouped) return undefined
  return { whole: whole.replaceAll(/\D/g, '') || '0', fraction }
}

/** Whether the text can be read as a whole number in groups of three: "1.234", "12 345 678". */
export function isGroupedBy(text: string, sign: '.' | ',' | ' '): boolean {
  const [first = '', ...groups] = text.split(sign)
  return groups.length > 0 && /^[1-9]\d{0,2}$/.test(first) && groups.every(group => /^\d{3}$/.test(group))
}

function decimalSignAt(text: string): number {
  const point = text.lastIndexOf('.')
  const comma = text.lastIndexOf(',')
  if (point >= 0 && comma >= 0) return Math.max(point, comma)
  const last = Math.max(point, comma)
  if (last < 0) return -1
  const isAlone = text.indexOf(point >= 0 ? '.' : ',') === last
  if (!isAlone) return -1
  return point >= 0 && isGroupedBy(text, '.') ? -1 : last
}

/** The number that a text says, or undefined when it says none or could say two. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.replaceAll(/\s+/g, ' ').trim()
  if (trimmed.length > MAX_CHARACTERS) return undefined
  const [, sign, unsigned = ''] = /^([-\u2212]?) ?(.*)$/.exec(trimmed) ?? []
  const digits = readDigits(unsigned)
  if (!digits) return undefined
  const written = `${digits.whole}${digits.fraction}`.replace(/^0+/, '')
  if (written.length > MAX_DIGITS) return undefined
  const value = Number(`${digits.whole}.${digits.fraction || '0'}`)
  return sign && value !== 0 ? -value : value
}

/** What `parseNumber` reads back as the same number; no rounding. */
export function numberText(value: number): string {
  const [whole = '', fraction] = Math.abs(value)
    .toLocaleString('en-US', { maximumFractionDigits: 20, useGrouping: false })
    .split('.')
  const grouped = groupThousands(whole)
  return `${value < 0 ? '\u2212' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** "1234567" as "1.234.567". */
export const groupThousands = (digits: string): string => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, '.')
