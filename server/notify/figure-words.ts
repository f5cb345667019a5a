// What a rule's signal shows, in words with its unit: "2,35 m", "7 lần", "còn 3 ngày". Pure.
import type { ProgrammeClock, Signal } from '../../shared/alarms/rule.ts'
import type { Quantity } from '../../shared/registry.ts'
import type { Words } from '../../shared/words.ts'

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const
const NO_UNIT: Words = { vi: '', en: '' }
/** Of ratios and ages in intervals. */
const RATIO_DECIMALS = 1
const METRES: Words = { vi: 'm', en: 'm' }
const METRE_DECIMALS = 2

const numberWords = (value: number, decimals: number): Words => {
  const format = (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)
  return { vi: format(LOCALES.vi), en: format(LOCALES.en) }
}
const withUnit = (value: number, decimals: number, unit: Words): Words => {
  const number = numberWords(value, decimals)
  const joined = (figure: string, label: string) => (label === '' ? figure : `${figure} ${label}`)
  return { vi: joined(number.vi, unit.vi), en: joined(number.en, unit.en) }
}

/** Unit of the signal's number, as a label. */
export function signalUnit(signal: Signal, quantity: Quantity | undefined): Words {
  switch (signal.kind) {
    case 'value':
    case 'change':
    case 'deviation':
      return quantity?.unitLabel ?? NO_UNIT
    case 'silence':
      return { vi: 'chu kỳ', en: 'intervals' }
    case 'count':
      return { vi: 'lần', en: 'times' }
    case 'flood':
      return METRES
    case 'surge':
      return { vi: 'lần trung vị', en: '× the median' }
    case 'programme':
      return { vi: 'ngày', en: 'days' }
    case 'state':
    case 'aqi':
      return NO_UNIT
    default:
      return signal satisfies never
  }
}

/** @param value of the signal, in its unit */
export function signalWords(signal: Signal, value: number, quantity: Quantity | undefined): Words {
  const unit = signalUnit(signal, quantity)
  switch (signal.kind) {
    case 'value':
    case 'change':
    case 'deviation':
      return withUnit(value, quantity?.decimals ?? METRE_DECIMALS, unit)
    case 'state':
      return stateWords(signal.value, value, quantity)
    case 'aqi': {
      const number = numberWords(value, 0)
      return { vi: `VN_AQI ${number.vi}`, en: `VN_AQI ${number.en}` }
    }
    case 'silence':
    case 'surge':
      return withUnit(value, RATIO_DECIMALS, unit)
    case 'flood':
      return withUnit(value, METRE_DECIMALS, unit)
    case 'count':
      return withUnit(value, 0, unit)
    case 'programme':
      return clockWords(signal.clock, value)
    default:
      return signal satisfies never
  }
}

/** Limit of a level; null where the signal is a yes or no. */
export const limitWords = (signal: Signal, limit: number, quantity: Quantity | undefined): Words | null =>
  signal.kind === 'state' ? null : signalWords(signal, limit, quantity)

function stateWords(watched: number, isIn: number, quantity: Quantity | undefined): Words {
  const state = quantity?.states?.find(one => one.value === watched)
  const name = { vi: state?.vi ?? String(watched), en: state?.en ?? String(watched) }
  return isIn === 1 ? name : { vi: `không còn “${name.vi}”`, en: `no longer “${name.en}”` }
}

function clockWords(clock: ProgrammeClock, value: number): Words {
  const days = numberWords(Math.abs(value), 0)
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
