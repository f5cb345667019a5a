// Displays that an administrator let in: they hold a token that is renewed without anybody noticing, for years. A token that was renewed
// away and comes back after the new one was used is a copy: the display is shut out until somebody pairs it again.

import { hashToken, newToken } from '../registry/token.ts'
import { accessEvent } from './access-event.ts'
import { type AccessRecords, MOST_SPENT, type PairedDisplay } from './records.ts'

export const ROTATE_MS = 24 * 3_600_000
export const MOST_PAIRED = 1_000
/** Requests that were on their way with the token before, when the new one was already used. */
export const LATE_MS = 30_000
const NOTE_MS = 60_000

export type FoundDisplay = { readonly id: string; readonly body: PairedDisplay }
export type PairedDisplays = {
  readonly byToken: (token: string) => FoundDisplay | undefined
  /** Whether it may still do what it could when it was found. */
  readonly isPaired: (id: string, as: PairedDisplay) => boolean
  readonly all: () => ReadonlyMap<string, PairedDisplay>
  /** The token of a new pairing; an older one of the same display ends. Undefined when there is no room. */
  readonly pair: (
    id: string,
    about: Pick<PairedDisplay, 'scope' | 'audience' | 'address'>,
    actor: string,
  ) => Promise<string | undefined>
  /** A new token when it is time for one. */
  readonly renew: (token: string, address: string) => Promise<string | undefined>
  /** Its socket ends, and comes back with what it may now. */
  readonly change: (id: string, to: Pick<PairedDisplay, 'scope' | 'audience'>, actor: string) => Promise<boolean>
  readonly revoke: (id: string, actor: string) => Promise<boolean>
  readonly hasRoom: (id: string) => boolean
}

export function createPairedDisplays({
  records,
  now,
}: {
  readonly records: AccessRecords
  readonly now: () => number
}): PairedDisplays {
  const hasRoom = (id: string) => records.get('display', id) !== undefined || records.all('display').size < MOST_PAIRED
  const put = (id: string, body: PairedDisplay | null) => ({ kind: 'display', id, body }) as const
  /** Tokens that were renewed away, of displays that are still paired: to know a copy when it comes. */
  const find = (hash: string) =>
    [...records.all('display')].find(([, { token, spent }]) => token === hash || spent.includes(hash))

  /** The answer that brought the new one may have been lost, or is on its way. */
  const isGrace = ({ spent, isRenewed, rotatedAt }: PairedDisplay, hash: string) =>
    spent[0] === hash && (!isRenewed || now() - rotatedAt < LATE_MS)

  /** Displays whose change waits for its turn: a hundred requests at once write once. */
  const noting = new Set<string>()
  /** In turn and on what holds then: a renewal may be on its way to the disk. */
  function note(id: string, pairedAt: number, next: (body: PairedDisplay) => PairedDisplay, event?: string): void {
    const key = `${id} ${event ?? ''}`
    if (noting.has(key)) return
    noting.add(key)
    records
      .inTurn(async () => {
        const body = records.get('display', id)
        if (!body || body.pairedAt !== pairedAt) return
        const events = event === undefined ? [] : [accessEvent(event, `display:${id}`, 'anonymous', {}, now())]
        await records.change([put(id, next(body))], events)
      })
      .catch(() => undefined)
      .finally(() => noting.delete(key))
  }

  /** The new token was seen: from now on the one before it is only good for telling a copy. */
  function noteUse(id: string, { pairedAt, isRenewed, seenAt }: PairedDisplay, hash: string, isNew: boolean): void {
    const at = now()
    if (!(isNew && !isRenewed) && at - seenAt < NOTE_MS) return
    note(id, pairedAt, body => ({ ...body, isRenewed: body.isRenewed || body.token === hash, seenAt: at }))
  }

  return {
    byToken(token) {
      const hash = hashToken(token)
      const [id, body] = find(hash) ?? []
      if (id === undefined || !body || body.copiedAt !== null) return undefined
      const isNew = body.token === hash
      if (!isNew && !isGrace(body, hash)) {
        note(id, body.pairedAt, current => ({ ...current, copiedAt: now() }), 'display-copied')
        return undefined
      }
      noteUse(id, body, hash, isNew)
      return { id, body }
    },
    isPaired(id, as) {
      const body = records.get('display', id)
      return (
        body !== undefined &&
        body.copiedAt === null &&
        body.pairedAt === as.pairedAt &&
        body.audience === as.audience &&
        body.scope === as.scope
      )
    },
    all: () => records.all('display'),
    pair: (id, { scope, audience, address }, actor) =>
      records.inTurn(async () => {
        if (!hasRoom(id)) return undefined
        const token = newToken()
        const at = now()
        const body = {
          token: hashToken(token),
          spent: [],
          rotatedAt: at,
          isRenewed: true,
          scope,
          audience,
          pairedAt: at,
          pairedBy: actor,
          seenAt: at,
          address,
          copiedAt: null,
        }
        const event = accessEvent('display-paired', `display:${id}`, actor, { scope, audience, address }, at)
        await records.change([put(id, body)], [event])
        return token
      }),
    renew: (token, address) =>
      records.inTurn(async () => {
        const hash = hashToken(token)
        const [id, body] = find(hash) ?? []
        if (id === undefined || !body || body.copiedAt !== null) return undefined
        const isDue = body.token === hash && now() - body.rotatedAt >= ROTATE_MS
        // Another window of the same browser asked at the same moment: what it was answered is on its way.
        const isLost = isGrace(body, hash) && !body.isRenewed && now() - body.rotatedAt >= LATE_MS
        if (!isDue && !isLost) return undefined
        const fresh = newToken()
        const next = {
          ...body,
          token: hashToken(fresh),
          spent: isDue ? [hash, ...body.spent].slice(0, MOST_SPENT) : body.spent,
          rotatedAt: now(),
          isRenewed: false,
          seenAt: now(),
          address,
        }
        await records.change([put(id, next)], [])
        return fresh
      }),
    change: (id, { scope, audience }, actor) =>
      records.inTurn(async () => {
        const body = records.get('display', id)
        if (!body) return false
        const event = accessEvent('display-changed', `display:${id}`, actor, { scope, audience }, now())
        await records.change([put(id, { ...body, scope, audience })], [event])
        return true
      }),
    hasRoom,
    revoke: (id, actor) =>
      records.inTurn(async () => {
        if (!records.get('display', id)) return false
        const changes = [put(id, null), { kind: 'service-pin', id, body: null } as const]
        await records.change(changes, [accessEvent('display-revoked', `display:${id}`, actor, {}, now())])
        return true
      }),
  }
}
