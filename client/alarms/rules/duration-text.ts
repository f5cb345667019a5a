// How long something takes, as people type and read it: "90 giây", "1 giờ 30 phút", "1,5 h", "2 ngày". Pure; whole milliseconds.
import { numberText, parseNumber } from '../../kit/number-text.ts'

type DurationUnit = 'day' | 'hour' | 'minute' | 'second'
type DurationWords = Readonly<Record<DurationUnit, string>>

const UNIT_MS: Readonly<Record<DurationUnit, number>> = {
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
}
const UNITS = Object.keys(UNIT_MS) as readonly DurationUnit[]

/** By the word without its marks, in both languages, written out or short. */
const UNIT_OF_WORD: Readonly<Record<string, DurationUnit>> = {
  ngay: 'day',
  days: 'day',
  day: 'day',
  d: 'day',
  gio: 'hour',
  hours: 'hour',
  hour: 'hour',
  h: 'hour',
  phut: 'minute',
  minutes: 'minute',
  minute: 'minute',
  min: 'minute',
  m: 'minute',
  ph: 'minute',
  giay: 'second',
  seconds: 'second',
  second: 'second',
  s: 'second',
}
const PART = /^([\d.,]+) ?([a-z]+) ?/

/** Longer than anything a rule waits for; keeps what is typed within whole milliseconds. */
const MAX_MS = 10_000 * UNIT_MS.day

const plainOf = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/**
 * Milliseconds, or undefined when the text says no duration, or one with a fraction of a millisecond.
 * Units descend and each comes once ("1 giờ 30 phút"); a number without its unit has many readings: refused, but for 0.
 */
export function parseDuration(text: string): number | undefined {
  let rest = plainOf(text)
  if (rest === '0') return 0
  let total = 0
  let lastUnitMs = Infinity
  while (rest !== '') {
    const [matched, digits = '', word = ''] = PART.exec(rest) ?? []
    const unit = UNIT_OF_WORD[word]
    const count = parseNumber(digits)
    if (matched === undefined || unit === undefined || count === undefined) return undefined
    if (UNIT_MS[unit] >= lastUnitMs) return undefined
    lastUnitMs = UNIT_MS[unit]
    // 1,1 minutes are 66.000 ms, whatever a binary fraction makes of it.
    total += Number((count * lastUnitMs).toFixed(6))
    rest = rest.slice(matched.length)
  }
  return lastUnitMs < Infinity && Number.isInteger(total) && total <= MAX_MS ? total : undefined
}

/** Exact, from the largest unit it fills: 5.400.000 is "1 giờ 30 phút". What `parseDuration` reads back as the same. */
export function durationText(ms: number, words: DurationWords): string {
  let rest = ms
  const parts: string[] = []
  for (const unit of UNITS) {
    const count = unit === 'second' ? rest / UNIT_MS.second : Math.floor(rest / UNIT_MS[unit])
    if (count === 0) continue
    parts.push(`${numberText(count)}\u00a0${words[unit]}`)
    rest -= count * UNIT_MS[unit]
  }
  return parts.length > 0 ? parts.join(' ') : `0\u00a0${words.second}`
}
