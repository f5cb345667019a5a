// What a sender's `ts` means. Pure.

/** Beyond this a number can't be a time (year 9999), and arithmetic on it would stop being exact. */
const MAX_EPOCH_MS = 253_402_300_799_999

/**
 * Epoch milliseconds of a sender's time: a number of milliseconds, or RFC 3339 text with an offset ("Z" or "+07:00").
 * Absent or null = `now`. Undefined when it is neither: local time without an offset is refused, not guessed.
 */
export function parseTime(ts: unknown, now: number): number | undefined {
  if (ts === undefined || ts === null) return now
  const t = typeof ts === 'string' ? parseText(ts) : ts
  return typeof t === 'number' && Math.abs(t) <= MAX_EPOCH_MS ? Math.round(t) : undefined
}

function parseText(text: string): number | undefined {
  if (text.length > 64) return undefined
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return undefined
  }
}
