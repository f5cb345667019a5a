// Sessions of signed-in people: kept here, the browser holds only a token. Ends by itself when idle, when old, when the account may not.

import { hashToken, newToken } from '../registry/token.ts'
import type { NewEvent } from '../store/store.ts'
import { accessEvent } from './access-event.ts'
import type { AccessRecords, Account, RecordChange, Session } from './records.ts'

/** Without a request for so long, a session ends: a shift's break, not a night. */
export const IDLE_MS = 60 * 60_000
/** And after so long whatever happens: one shift. */
export const LIFE_MS = 12 * 3_600_000
/** Of one account; the one idle longest is ended for the next. */
export const MOST_SESSIONS = 10
/** How often the time of the last request goes to the disk. */
const NOTE_MS = 60_000
const MAX_AGENT = 200

export type Client = { readonly address: string; readonly agent: string }
export type FoundSession = {
  readonly id: string
  readonly session: Session
  readonly accountId: string
  readonly account: Account
}
export type Sessions = {
  /** The token of a new session. `also` is written with it. */
  readonly open: (accountId: string, client: Client, how: Session['how'], also?: RecordChange) => Promise<string>
  readonly byToken: (token: string) => FoundSession | undefined
  readonly byId: (id: string) => FoundSession | undefined
  /** A request of a person came with it. */
  readonly touch: (found: FoundSession) => void
  /** False when there is none such of that account (or, without an account, none at all). */
  readonly end: (id: string, why: string, actor: string, ofAccount?: string) => Promise<boolean>
  readonly of: (accountId: string) => ReadonlyMap<string, Session>
  /** What ends every session of an account, those at kiosks included, for a change that does so. */
  readonly endingAll: (accountId: string, except?: string) => readonly RecordChange[]
  /** Takes away what has ended by itself. */
  readonly sweep: () => Promise<void>
}

export function createSessions({
  records,
  now,
}: {
  readonly records: AccessRecords
  readonly now: () => number
}): Sessions {
  /** Newer than what is stored: a session that is used all day is written once a minute. */
  const seen = new Map<string, number>()
  const seenAt = (id: string, session: Session) => Math.max(session.seenAt, seen.get(id) ?? 0)
  const isOver = (id: string, session: Session) =>
    now() - seenAt(id, session) > IDLE_MS || now() - session.createdAt > LIFE_MS

  function byId(id: string): FoundSession | undefined {
    const session = records.get('session', id)
    const account = session && records.get('account', session.account)
    if (!session || !account || account.isDisabled || isOver(id, session)) return undefined
    return { id, session, accountId: session.account, account }
  }
  const of = (accountId: string) =>
    new Map([...records.all('session')].filter(([id, { account }]) => account === accountId && byId(id)))
  const ending = (id: string): RecordChange => ({ kind: 'session', id, body: null })

  return {
    async open(accountId, { address, agent }, how, also) {
      const token = newToken()
      const id = hashToken(token)
      const at = now()
      const session: Session = {
        account: accountId,
        createdAt: at,
        seenAt: at,
        address,
        agent: agent.slice(0, MAX_AGENT),
        how,
      }
      const name = records.get('account', accountId)?.name ?? ''
      const idle = [...of(accountId)].sort(([a, one], [b, other]) => seenAt(a, one) - seenAt(b, other))
      const extra = idle.slice(0, Math.max(0, idle.length + 1 - MOST_SESSIONS)).map(([old]) => ending(old))
      await records.change(
        [...(also ? [also] : []), ...extra, { kind: 'session', id, body: session }],
        [accessEvent('signed-in', `account:${accountId}`, `person:${name}`, { address, how }, at)],
      )
      return token
    },
    byToken: token => byId(hashToken(token)),
    byId,
    touch({ id, session }) {
      const at = now()
      seen.set(id, at)
      if (at - session.seenAt < NOTE_MS) return
      // Not waited for: what it says is only how long nobody was there. In turn: a session that is being ended stays ended.
      records
        .inTurn(async () => {
          const current = records.get('session', id)
          if (!current || at - current.seenAt < NOTE_MS) return
          await records.change([{ kind: 'session', id, body: { ...current, seenAt: at } }], [])
        })
        .catch(() => undefined)
    },
    end: (id, why, actor, ofAccount) =>
      records.inTurn(async () => {
        const session = records.get('session', id)
        if (!session || (ofAccount !== undefined && session.account !== ofAccount)) return false
        const event: NewEvent = accessEvent('session-ended', `account:${session.account}`, actor, { why }, now())
        await records.change([ending(id)], [event])
        seen.delete(id)
        return true
      }),
    of,
    endingAll: (accountId, except) => [
      ...[...records.all('session')]
        .filter(([id, { account }]) => account === accountId && id !== except)
        .map(([id]) => ending(id)),
      ...[...records.all('entry')]
        .filter(([, { account }]) => account === accountId)
        .map(([id]): RecordChange => ({ kind: 'entry', id, body: null })),
    ],
    async sweep() {
      const over = [...records.all('session')].filter(([id]) => !byId(id)).map(([id]) => id)
      if (over.length === 0) return
      await records.change(over.map(ending), [])
      for (const id of over) seen.delete(id)
    },
  }
}
