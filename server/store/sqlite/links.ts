// One-time links: only the hash of a token is here. Synchronous; inside the store's worker only.
import type { DatabaseSync } from 'node:sqlite'
import type { LinkToken } from '../outbox.ts'

const LINK = 'hash, alarm, occurrence, recipient, expires_at as expiresAt, used_at as usedAt'
const PRUNE_SLICE = 1_000

export type LinkTables = {
  readonly addLinkTokens: (tokens: readonly Omit<LinkToken, 'usedAt'>[]) => void
  readonly linkToken: (hash: string) => LinkToken | null
  readonly useLinkToken: (hash: string, at: number) => LinkToken | null
  readonly releaseLinkToken: (hash: string, usedAt: number) => void
  readonly pruneLinkTokens: (before: number) => number
}

export function createLinkTables(db: DatabaseSync): LinkTables {
  const insert = db.prepare(
    'insert into alarm_link (hash, alarm, occurrence, recipient, expires_at) values (?, ?, ?, ?, ?)',
  )
  const byHash = db.prepare(`select ${LINK} from alarm_link where hash = ?`)
  const mark = db.prepare(
    `update alarm_link set used_at = ? where hash = ? and used_at is null and expires_at > ? returning ${LINK}`,
  )
  const release = db.prepare('update alarm_link set used_at = null where hash = ? and used_at = ?')
  const forget = db.prepare(
    'delete from alarm_link where hash in (select hash from alarm_link where expires_at < ? limit ?)',
  )

  return {
    addLinkTokens(tokens) {
      for (const { hash, alarm, occurrence, recipient, expiresAt } of tokens)
        insert.run(hash, alarm, occurrence, recipient, expiresAt)
    },
    linkToken: hash => linkFrom(byHash.get(hash)),
    useLinkToken: (hash, at) => linkFrom(mark.get(at, hash, at)),
    releaseLinkToken(hash, usedAt) {
      release.run(hash, usedAt)
    },
    pruneLinkTokens: before => Number(forget.run(before, PRUNE_SLICE).changes),
  }
}

const linkFrom = (row: unknown): LinkToken | null => (row === undefined ? null : { ...(row as LinkToken) })
