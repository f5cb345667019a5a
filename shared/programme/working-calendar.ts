// The Vietnamese working calendar: which days count when a clock runs in working days. Pure; days are ISO dates without
// a zone, years are data (a year nobody published stays unknown), no schema, so that screens can use it.

/** One year as published for state bodies that rest on Saturday and Sunday. */
export type CalendarYear = {
  readonly year: number
  /**
   * Days off by law or by decision of that year, each with its name (vi); also those on a weekend, and the days off in
   * lieu of them (Labour Code 45/2019/QH14, articles 111.3 and 112).
   */
  readonly holidays: readonly { readonly date: string; readonly name: string }[]
  /** Days off exchanged: everybody rests on `off`, a working day, and works on `on`, a Saturday. `on` may lie in another year. */
  readonly swaps: readonly { readonly off: string; readonly on: string }[]
  /** The documents, or the reports of them. */
  readonly source: string
  /** `reported`: known from reports only, or the year may still get another decision. */
  readonly confidence: 'confirmed' | 'reported'
}
export type WorkingCalendar = ReadonlyMap<number, CalendarYear>

/** Eight years of work: no rule of the programme counts further. */
export const MAX_WORKING_DAYS = 2_000
/** A century: far enough for any two days that somebody can mean. */
export const MAX_SPAN_DAYS = 36_525

const DAYS_OF_ERA = 146_097 // 400 years
const EPOCH_OF_ERA = 719_468 // 0000-03-01 to 1970-01-01

/** Of two records of a year the later one holds. */
export const calendarOf = (years: readonly CalendarYear[]): WorkingCalendar =>
  new Map(years.map(one => [one.year, one]))

export const isKnownYear = (calendar: WorkingCalendar, year: number): boolean => calendar.has(year)

/**
 * Weekends and holidays rest; exchanged days as they were exchanged, also where the neighbouring year recorded it.
 * In an unknown year only weekends are known to rest.
 */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  const weekday = weekdayOf(day)
  const year = yearOf(day)
  const swaps = [year - 1, year, year + 1].flatMap(near => calendar.get(near)?.swaps ?? [])
  if (swaps.some(swap => swap.on === day)) return true
  if (weekday > 5 || swaps.some(swap => swap.off === day)) return false
  return calendar.get(year)?.holidays.some(holiday => holiday.date === day) !== true
}

/**
 * The day that is `days` working days after `start`. `start` isn't counted: a clock runs from the next working day, and
 * no days after `start` is `start`, even if it rests. `isCertain` is false when a day in between lies in an unknown year.
 * @throws RangeError unless `days` is a whole number of 0 to MAX_WORKING_DAYS
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  start: string,
  days: number,
): { readonly on: string; readonly isCertain: boolean } {
  if (!Number.isInteger(days) || days < 0 || days > MAX_WORKING_DAYS)
    throw new RangeError(`working days must be a whole number of 0 to ${MAX_WORKING_DAYS}, not ${days}`)
  let on = dayOf(dayNumberOf(start))
  let isCertain = true
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    isCertain &&= isKnownYear(calendar, yearOf(on))
    if (isWorkingDay(calendar, on)) left -= 1
  }
  return { on, isCertain }
}

/**
 * How many working days d there are with from < d <= to; the same, negative, when `to` comes first.
 * @throws RangeError when the two are more than MAX_SPAN_DAYS apart
 */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: string,
  to: string,
): { readonly days: number; readonly isCertain: boolean } {
  const span = daysBetween(from, to)
  if (span < 0) {
    const forward = workingDaysBetween(calendar, to, from)
    return { ...forward, days: 0 - forward.days }
  }
  if (span > MAX_SPAN_DAYS) throw new RangeError(`${from} and ${to} are more than ${MAX_SPAN_DAYS} days apart`)
  let days = 0
  let isCertain = true
  for (let ahead = 1; ahead <= span; ahead++) {
    const day = addDays(from, ahead)
    isCertain &&= isKnownYear(calendar, yearOf(day))
    if (isWorkingDay(calendar, day)) days += 1
  }
  return { days, isCertain }
}

/** @throws RangeError when the result isn't in the years 0001 to 9999 */
export function addDays(day: string, days: number): string {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`)
  return dayOf(dayNumberOf(day) + days)
}

/** Calendar days from one day to the other; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => dayNumberOf(to) - dayNumberOf(from)

/** @param month 1 to 12 */
export function lastDayOfMonth(year: number, month: number): string {
  if (!isYear(year) || !Number.isInteger(month) || month < 1 || month > 12)
    throw new RangeError(`not a month: ${year}-${month}`)
  return textOf(year, month, lengthOfMonth(year, month))
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  const sinceMonday = (dayNumberOf(day) + 3) % 7 // 1970-01-01 was a Thursday
  return ((sinceMonday + 7) % 7) + 1
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/**
 * Days since 1970-01-01. Years are taken to begin in March, so that a leap day is the last of its year and the lengths
 * of the months follow one line (153 days in every five of them).
 * @throws RangeError unless the text is a day that exists, YYYY-MM-DD
 */
function dayNumberOf(day: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  const [year, month, date] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  if (!match || !isYear(year) || month < 1 || month > 12 || date < 1 || date > lengthOfMonth(year, month))
    throw new RangeError(`not a day: ${day}`)
  const marchYear = month < 3 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_OF_ERA + dayOfEra - EPOCH_OF_ERA
}

/** The inverse of `dayNumberOf`. */
function dayOf(dayNumber: number): string {
  const sinceMarch = dayNumber + EPOCH_OF_ERA
  const era = Math.floor(sinceMarch / DAYS_OF_ERA)
  const dayOfEra = sinceMarch - era * DAYS_OF_ERA
  // Without the leap days before it, every year of the era has 365 days.
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((monthFromMarch + 2) % 12) + 1
  const year = era * 400 + yearOfEra + (month < 3 ? 1 : 0)
  if (!isYear(year)) throw new RangeError('a day beyond the years 0001 to 9999')
  return textOf(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1 && year <= 9_999

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const textOf = (year: number, month: number, date: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
