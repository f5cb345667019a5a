// What a CSV row's time means: RFC 3339, epoch seconds or milliseconds, or local time in the map's zone. Pure.

const LOCAL_ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const EPOCH_SECONDS = /^\d{9,10}(?:\.\d+)?$/
const EPOCH_MS = /^\d{12,13}$/

/** Epoch milliseconds, or undefined when the text is no time. Day-first as Vietnam writes it: 01/04/2025 is 1 April. */
export function readRowTime(text: string, zone: string): number | undefined {
  const trimmed = text.trim()
  if (EPOCH_MS.test(trimmed)) return Number(trimmed)
  if (EPOCH_SECONDS.test(trimmed)) return Math.round(Number(trimmed) * 1000)
  const iso = LOCAL_ISO.exec(trimmed)
  if (iso) return localTime(iso[1], iso[2], iso.slice(3), zone)
  const dayFirst = DAY_FIRST.exec(trimmed)
  if (dayFirst) return localTime(dayFirst[3], dayFirst[2], [dayFirst[1], ...dayFirst.slice(4)], zone)
  try {
    return Temporal.Instant.from(trimmed).epochMilliseconds
  } catch {
    return undefined
  }
}

function localTime(
  year: string | undefined,
  month: string | undefined,
  [day, hour, minute, second]: readonly (string | undefined)[],
  timeZone: string,
): number | undefined {
  try {
    return Temporal.ZonedDateTime.from(
      {
        timeZone,
        year: Number(year),
        month: Number(month),
        day: Number(day),
        hour: Number(hour ?? 0),
        minute: Number(minute ?? 0),
        second: Number(second ?? 0),
      },
      { overflow: 'reject' },
    ).epochMilliseconds
  } catch {
    return undefined
  }
}
