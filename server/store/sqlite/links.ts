// One-time links: only the hash of a token is here. Synchronous; inside the store's worker only.
import type { DatabaseSync } from 'node:sqlite'
import type { LinkToken } from '../outbox.ts'

const PRUNE_SLICE = 1_000

export type LinkTables = {
  readonly addLinkTokens: (tokens: readonly Omit<LinkToken, 'usedAt'>[]) => void
  readonly linkToken: (hash: string) => LinkToken | null
  readonly useLinkToken: (hash: string, at: number) => boolean
  readonly releaseLinkToken: (hash: string, usedAt: number) => void
  readonly pruneLinkTokens: (before: number) => number
}

export function createLinkTables(db: DatabaseSync): LinkTables {
  const insert = db.prepare(
    'insert into alarm_link (hash, alarm, occurrence, recipient, expires_at) values (?, ?, ?, ?, ?)',
  )
  const byHash = db.prepare(
    'select hash, alarm, occurrence, recipient, expires_at as expiresAt, used_at as usedAt from alarm_link where hash = ?',
  )
  const mark = db.prepare('update alarm_link set used_at = ? where hash = ? and used_at is null and expires_at > ?')
  const release = db.prepare('update alarm_link set used_at = null where hash = ? and used_at = ?')
  const forget = db.prepare(
    'delete from alarm_link where hash in (select hash from alarm_link where expires_at < ? limit ?)',
  )

  return {
    addLinkTokens(tokens) {
      for (const { hash, alarm, occurrence, recipient, expiresAt } of tokens)
        insert.run(hash, alarm, occurrence, recipient, expiresAt)
    },
    linkToken(hash) {
      const row = byHash.get(hash)
      return row === undefined ? null : { ...(row as LinkToken) }
    },
    useLinkToken: (hash, at) => mark.run(at, hash, at).changes > 0,
    releaseLinkToken(hash, usedAt) {
      release.run(hash, usedAt)
    },
    pruneLinkTokens: before => Number(forget.run(before, PRUNE_SLICE).changes),
  }
}
