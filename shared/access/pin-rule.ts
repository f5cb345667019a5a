// What a kiosk PIN must be: six to eight digits, and none of those that everybody tries first. Pure.
export const MIN_PIN = 6
export const MAX_PIN = 8

export type PinFault = 'malformed' | 'obvious'

export function pinFault(pin: string): PinFault | undefined {
  if (!/^\d+$/.test(pin) || pin.length < MIN_PIN || pin.length > MAX_PIN) return 'malformed'
  return isRun(pin) || isRepeated(pin) || isMirrored(pin) || isDate(pin) ? 'obvious' : undefined
}

/** 123456, 987654, 890123, 111111, 135791: each digit the same step after the one before. */
function isRun(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10)
  return steps.every(step => step === steps[0])
}

/** 121212, 12341234, 123123: a shorter text said again. */
const isRepeated = (pin: string): boolean => `${pin}${pin}`.indexOf(pin, 1) < pin.length

/** 123321: a half and its mirror image; 112233: every digit twice. */
const isMirrored = (pin: string): boolean => Array.from(pin).reverse().join('') === pin || /^(?:(\d)\1)+$/.test(pin)

/** A birthday as people write it: ddmmyy, yymmdd, ddmmyyyy, yyyymmdd, mmyyyy, yyyymm. */
function isDate(pin: string): boolean {
  const forms = [
    /^(?<d>\d\d)(?<m>\d\d)\d\d$/,
    /^\d\d(?<m>\d\d)(?<d>\d\d)$/,
    /^(?<d>\d\d)(?<m>\d\d)(?:19|20)\d\d$/,
    /^(?:19|20)\d\d(?<m>\d\d)(?<d>\d\d)$/,
    /^(?<m>\d\d)(?:19|20)\d\d$/,
    /^(?:19|20)\d\d(?<m>\d\d)$/,
  ]
  return forms.some(form => {
    const { d = '1', m = '0' } = form.exec(pin)?.groups ?? {}
    return Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31
  })
}
