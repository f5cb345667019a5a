// What a published year of the working calendar must look like: the schema of `CalendarYear` and of the seed file.
// Refuses what would make a day both rest and work; what is well-formed but wrong it can't know.
import { z } from 'zod'
import { type CalendarYear, weekdayOf, yearOf } from './working-calendar.ts'

export const MAX_HOLIDAYS = 60
export const MAX_SWAPS = 20
export const MAX_NAME_LENGTH = 120
export const MAX_SOURCE_LENGTH = 2_000

const SATURDAY = 6

/** Aborts: the rules below reckon with the date. */
const dateSchema = z.iso.date({ abort: true, error: 'không phải ngày dạng NĂM-THÁNG-NGÀY · not a date YYYY-MM-DD' })

export const calendarYearSchema = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    holidays: z
      .array(z.strictObject({ date: dateSchema, name: z.string().min(1).max(MAX_NAME_LENGTH) }))
      .min(1, 'năm nào cũng có ngày lễ · every year has holidays')
      .max(MAX_HOLIDAYS),
    swaps: z.array(z.strictObject({ off: dateSchema, on: dateSchema })).max(MAX_SWAPS),
    source: z.string().min(1).max(MAX_SOURCE_LENGTH),
    confidence: z.enum(['confirmed', 'reported']),
  })
  .superRefine((year, context) => {
    for (const fault of faultsOfYear(year)) context.addIssue({ code: 'custom', ...fault })
  }) satisfies z.ZodType<CalendarYear>

export const calendarSeedSchema = z
  .strictObject({
    version: z.int().min(1),
    asOf: dateSchema,
    about: z.string().min(1),
    years: z.array(calendarYearSchema).min(1),
  })
  .superRefine(({ years }, context) => {
    for (const fault of faultsAcrossYears(years)) context.addIssue({ code: 'custom', ...fault })
  })

/** `message` is Vietnamese · English. */
type Fault = { readonly path: (string | number)[]; readonly message: string }

function faultsOfYear({ year, holidays, swaps }: CalendarYear): Fault[] {
  const isHoliday = new Set(holidays.map(holiday => holiday.date))
  const faults: Fault[] = []
  const seen = new Set<string>()
  for (const [index, { date }] of holidays.entries()) {
    const path = ['holidays', index, 'date']
    if (yearOf(date) !== year) faults.push({ path, message: `${date} không thuộc năm ${year} · is not in ${year}` })
    if (seen.has(date)) faults.push({ path, message: `${date} ghi hai lần · is there twice` })
    seen.add(date)
  }
  const exchanged = new Set<string>()
  for (const [index, { off, on }] of swaps.entries()) {
    const offFault = faultOfDayOff(off, year, isHoliday)
    if (offFault) faults.push({ path: ['swaps', index, 'off'], message: `${off} ${offFault}` })
    const onFault = faultOfDayWorked(on, year, isHoliday)
    if (onFault) faults.push({ path: ['swaps', index, 'on'], message: `${on} ${onFault}` })
    for (const day of [off, on]) {
      if (exchanged.has(day))
        faults.push({ path: ['swaps', index], message: `${day} đã hoán đổi rồi · is exchanged already` })
      exchanged.add(day)
    }
  }
  return faults
}

function faultOfDayOff(off: string, year: number, isHoliday: ReadonlySet<string>): string | undefined {
  if (yearOf(off) !== year) return `không thuộc năm ${year} · is not in ${year}`
  if (weekdayOf(off) >= SATURDAY) return 'đã là ngày nghỉ hằng tuần · is a weekend anyway'
  return isHoliday.has(off) ? 'đã là ngày nghỉ lễ · is a holiday anyway' : undefined
}

function faultOfDayWorked(on: string, year: number, isHoliday: ReadonlySet<string>): string | undefined {
  if (Math.abs(yearOf(on) - year) > 1) return `quá xa năm ${year} · is too far from ${year}`
  if (weekdayOf(on) !== SATURDAY) return 'không phải thứ Bảy · is not a Saturday'
  return isHoliday.has(on) ? 'là ngày nghỉ lễ · is a holiday' : undefined
}

/** What only shows when the years lie side by side: a year twice, and a working day that another year speaks of as well. */
function faultsAcrossYears(years: readonly CalendarYear[]): Fault[] {
  const isHoliday = new Set(years.flatMap(one => one.holidays.map(holiday => holiday.date)))
  const seen = new Set<number>()
  const workedBy = new Map<string, number>()
  const faults: Fault[] = []
  for (const [index, { year, swaps }] of years.entries()) {
    if (seen.has(year))
      faults.push({ path: ['years', index], message: `năm ${year} ghi hai lần · ${year} is there twice` })
    seen.add(year)
    for (const [place, { on }] of swaps.entries()) {
      const path = ['years', index, 'swaps', place, 'on']
      // Within its own year the year's own rules have said so.
      if (yearOf(on) !== year && isHoliday.has(on))
        faults.push({ path, message: `${on} là ngày nghỉ lễ của năm khác · is a holiday of another year` })
      if ((workedBy.get(on) ?? year) !== year)
        faults.push({ path, message: `${on} đã hoán đổi ở năm khác · is exchanged in another year already` })
      workedBy.set(on, year)
    }
  }
  return faults
}
