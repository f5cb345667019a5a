// Calendar days as people type them, day first: "5/3/2026", "05-03-2026", "05032026". Pure; knows no clock.
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199

/** ISO date "2026-03-05", or undefined when the text says no day that exists. */
export function parseDay(text: string): string | undefined {
  const trimmed = text.trim()
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed) ?? []
  if (isoYear && isoMonth && isoDay) return isoOf(isoYear, isoMonth, isoDay)
  const [, day, sign, month, year] = /^(\d{1,2})( ?[/.-] ?| )(\d{1,2})\2(\d{4}|\d{2})$/.exec(trimmed) ?? []
  if (day && sign && month && year) return isoOf(year.length === 2 ? `20${year}` : year, month, day)
  const [, packedDay, packedMonth, packedYear] = /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed) ?? []
  if (packedDay && packedMonth && packedYear) return isoOf(packedYear, packedMonth, packedDay)
  return undefined
}

function isoOf(yearText: string, monthText: string, dayText: string): string | undefined {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)]
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return undefined
  if (day < 1 || day > daysIn(year, month)) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
