// Secrets that open a door: 256 random bits that one browser or one message holds, and the hash that is kept here.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const newSecret = (): string => randomBytes(32).toString('base64url')
/** SHA-256, hex. Enough for a secret of full entropy. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** What a page must send beside its cookie when it changes something: another site's page can send the cookie, but not read this. */
export const formSecretOf = (secret: string): string => createHmac('sha256', secret).update('form').digest('base64url')

export function isSame(given: string, expected: string): boolean {
  const [a, b] = [createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest()]
  return timingSafeEqual(a, b)
}
