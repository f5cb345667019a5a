// When a message that failed is tried again, and when no more. Pure: randomness comes in.

/** 5 s, 20 s, 80 s, 5 min 20 s, then every 15 min: about 1 h 50 min from the first try to the last. */
const FIRST_MS = 5_000
const GROWTH = 4
export const MAX_BACK_OFF_MS = 900_000
export const MAX_ATTEMPTS = 12
/** Up to so much of a pause is left out by chance, so that messages that failed together don't come back together. */
const JITTER = 0.2
/** A receiver that asks for more is asked again after this. */
export const MAX_RETRY_AFTER_MS = 3_600_000

/**
 * Milliseconds to wait after the `attempts`-th try failed.
 * @param random 0 ≤ random < 1
 */
export const backOffMs = (attempts: number, random: number): number =>
  Math.round(Math.min(MAX_BACK_OFF_MS, FIRST_MS * GROWTH ** (attempts - 1)) * (1 - JITTER * random))

/** Milliseconds that a Retry-After header asks for: seconds, or a date (RFC 9110 § 10.2.3). Null when it says neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  const wait = /^\d{1,10}$/.test(text)
    ? Number(text) * 1_000
    : text.endsWith(' GMT')
      ? Date.parse(text) - now
      : Number.NaN
  return Number.isNaN(wait) ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, wait))
}
