// What a rule's signal is measured in, and its number in words with that unit: "2,35 m", "7 lần", "còn 3 ngày". Pure.
import type { Quantity } from '../registry.ts'
import type { Words } from '../words.ts'
import type { ProgrammeClock, Signal } from './rule.ts'

/** What a limit of our own is called wherever it is shown: never a regulation. */
export const INTERNAL_LIMIT: Words = { vi: 'ngưỡng nội bộ', en: 'internal limit' }

export type Measure = {
  /** UCUM; null = of a quantity that isn't in the catalogue. */
  readonly unit: string | null
  /** '' where there is none. */
  readonly label: Words
  /** At most so many are shown. */
  readonly decimals: number
}
const NO_LABEL: Words = { vi: '', en: '' }
const UNKNOWN_QUANTITY: Measure = { unit: null, label: NO_LABEL, decimals: 2 }
const STATE: Measure = { unit: '1', label: NO_LABEL, decimals: 0 }
const SILENCE: Measure = { unit: '1', label: { vi: 'chu kỳ', en: 'intervals' }, decimals: 1 }
const COUNT: Measure = { unit: '1', label: { vi: 'lần', en: 'times' }, decimals: 0 }
const FLOOD: Measure = { unit: 'm', label: { vi: 'm', en: 'm' }, decimals: 2 }
const AQI: Measure = { unit: '1', label: NO_LABEL, decimals: 0 }
const SURGE: Measure = { unit: '1', label: { vi: 'lần trung vị', en: '× the median' }, decimals: 1 }
const PROGRAMME: Measure = { unit: 'd', label: { vi: 'ngày', en: 'days' }, decimals: 0 }

/** @param quantity of the reading; undefined = the signal is of none, or the catalogue doesn't have it */
export function measureOf(signal: Signal, quantity: Quantity | undefined): Measure {
  switch (signal.kind) {
    case 'value':
    case 'change':
    case 'deviation':
      return quantity
        ? { unit: quantity.unit, label: quantity.unitLabel, decimals: quantity.decimals }
        : UNKNOWN_QUANTITY
    case 'state':
      return STATE
    case 'silence':
      return SILENCE
    case 'count':
      return COUNT
    case 'flood':
      return FLOOD
    case 'aqi':
      return AQI
    case 'surge':
      return SURGE
    case 'programme':
      return PROGRAMME
    default:
      return signal satisfies never
  }
}

/** @param value of the signal, in its unit */
export function signalWords(signal: Signal, value: number, quantity: Quantity | undefined): Words {
  if (signal.kind === 'state') return stateWords(signal.value, value, quantity)
  if (signal.kind === 'programme') return clockWords(signal.clock, value)
  const { label, decimals } = measureOf(signal, quantity)
  const number = numberWords(value, decimals)
  if (signal.kind === 'aqi') return { vi: `VN_AQI ${number.vi}`, en: `VN_AQI ${number.en}` }
  return { vi: `${number.vi} ${label.vi}`.trimEnd(), en: `${number.en} ${label.en}`.trimEnd() }
}

/** Limit of a level; null where the signal is a yes or no. */
export const limitWords = (signal: Signal, limit: number, quantity: Quantity | undefined): Words | null =>
  signal.kind === 'state' ? null : signalWords(signal, limit, quantity)

type Formats = Readonly<Record<keyof Words, Intl.NumberFormat>>
/** By decimals: to make one takes longer than all that is done with it. */
const formats = new Map<number, Formats>()

function numberWords(value: number, decimals: number): Words {
  const { vi, en } = formats.get(decimals) ?? formatsOf(decimals)
  return { vi: withMinus(vi.format(value)), en: withMinus(en.format(value)) }
}

/** A true minus sign, as everywhere; a value that rounds to zero has none. */
function withMinus(text: string): string {
  if (!text.startsWith('-')) return text
  const digits = text.slice(1)
  return /[1-9]/.test(digits) ? `\u2212${digits}` : digits
}

function formatsOf(maximumFractionDigits: number): Formats {
  const vi = new Intl.NumberFormat('vi-VN', { maximumFractionDigits })
  const en = new Intl.NumberFormat('en-GB', { maximumFractionDigits })
  formats.set(maximumFractionDigits, { vi, en })
  return { vi, en }
}

function stateWords(watched: number, isIn: number, quantity: Quantity | undefined): Words {
  const state = quantity?.states?.find(one => one.value === watched)
  const name = { vi: state?.vi ?? String(watched), en: state?.en ?? String(watched) }
  return isIn === 1 ? name : { vi: `không còn “${name.vi}”`, en: `no longer “${name.en}”` }
}

function clockWords(clock: ProgrammeClock, value: number): Words {
  const days = numberWords(Math.abs(value), PROGRAMME.decimals)
  const inEnglish = `${days.en} ${Math.abs(value) === 1 ? 'day' : 'days'}`
  switch (clock) {
    case 'task-overdue':
      return { vi: `quá hạn ${days.vi} ngày`, en: `${inEnglish} overdue` }
    case 'appraisal-day':
      return { vi: `ngày làm việc thứ ${days.vi}`, en: `working day ${days.en}` }
    case 'report-due':
      return value < 0
        ? { vi: `quá hạn ${days.vi} ngày`, en: `${inEnglish} overdue` }
        : { vi: `còn ${days.vi} ngày`, en: `${inEnglish} left` }
    case 'dossier-returned':
      return { vi: `${days.vi} ngày từ khi trả lại`, en: `${inEnglish} since it was returned` }
    default:
      return clock satisfies never
  }
}
