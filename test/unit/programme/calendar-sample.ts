// A year of the working calendar to test with, and the years that ship.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CalendarYear, calendarOf } from '../../../shared/programme/working-calendar.ts'
import { calendarSeedSchema } from '../../../shared/programme/working-calendar-schema.ts'

const SEED = join(import.meta.dirname, '..', '..', '..', 'server', 'programme', 'seed', 'calendar.json')
export const shippedYears: readonly CalendarYear[] = calendarSeedSchema.parse(
  JSON.parse(readFileSync(SEED, 'utf8')),
).years
export const shipped = calendarOf(shippedYears)

export const yearWith = (year: number, change: Partial<CalendarYear> = {}): CalendarYear => ({
  year,
  holidays: [{ date: `${year}-01-01`, name: 'Tết Dương lịch' }],
  swaps: [],
  source: 'để thử',
  confidence: 'reported',
  ...change,
})
