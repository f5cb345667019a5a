// The secret of a one-time link: 256 random bits that stand in one message, and the hash that stands in the store.
import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32
export const LINK_LIFE_MS = 86_400_000

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')
/** SHA-256, hex. Enough for a secret of full entropy. */
export const hashLinkToken = (token: string): string => createHash('sha256').update(token).digest('hex')
/** The token stands in the fragment: no server, proxy log or Referer sees it, and a scanner that follows the link does nothing. */
export const acknowledgeLink = (publicUrl: string, token: string): string => `${publicUrl}/alarms/acknowledge#${token}`
