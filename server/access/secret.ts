// What is derived from a token, and how two secrets are compared.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What a page must send beside its cookie when it changes something: another site's page can send the cookie, but not read this. */
export const formSecretOf = (secret: string): string => createHmac('sha256', secret).update('form').digest('base64url')

export function isSame(given: string, expected: string): boolean {
  const [a, b] = [createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest()]
  return timingSafeEqual(a, b)
}
