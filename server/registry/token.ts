// Tokens that open a door (of devices, sessions, displays, links): made once, shown once, kept only as a hash.
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; high entropy, so a plain SHA-256 is enough at rest (no password hashing per message). */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
