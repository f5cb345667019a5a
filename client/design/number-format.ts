// Numbers as the province writes them: decimal comma, thousands point, a true minus sign. Pure.
const formats = new Map<number, Intl.NumberFormat>()

function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known) return known
  const fresh = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formats.set(decimals, fresh)
  return fresh
}

/** A value that rounds to zero loses its sign: "−0,00" would be read as something else. */
export function formatNumber(value: number, decimals = 0): string {
  const text = formatWith(decimals).format(value)
  const isNegative = text.startsWith('-')
  if (!isNegative) return text
  const digits = text.slice(1)
  return /[1-9]/.test(digits) ? `\u2212${digits}` : digits
}

/** With its sign, also above zero: a difference. */
export const formatSigned = (value: number, decimals = 0): string => {
  const text = formatNumber(value, decimals)
  return text.startsWith('\u2212') || !/[1-9]/.test(text) ? text : `+${text}`
}
