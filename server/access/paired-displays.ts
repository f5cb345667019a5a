// Displays that an administrator let in: they hold a token that is renewed without anybody noticing, for years. A token that was renewed
// away and comes back after the new one was used is a copy: the display is shut out until somebody pairs it again.
import { accessEvent } from './access-event.ts'
import { type AccessRecords, MOST_SPENT, type PairedDisplay } from './records.ts'
import { hashSecret, newSecret } from './secret.ts'

export const ROTATE_MS = 24 * 3_600_000
export const MOST_PAIRED = 1_000
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
  readonly revoke: (id: string, actor: string) => Promise<boolean>
}

export function createPairedDisplays({
  records,
  now,
}: {
  readonly records: AccessRecords
  readonly now: () => number
}): PairedDisplays {
  const put = (id: string, body: PairedDisplay | null) => ({ kind: 'display', id, body }) as const
  /** Tokens that were renewed away, of displays that are still paired: to know a copy when it comes. */
  const find = (hash: string) =>
    [...records.all('display')].find(([, { token, spent }]) => token === hash || spent.includes(hash))

  /** The answer that brought the new one may have been lost. */
  const isGrace = ({ spent, isRenewed }: PairedDisplay, hash: string) => !isRenewed && spent[0] === hash

  function noteCopy(id: string, body: PairedDisplay): void {
    if (body.copiedAt !== null) return
    const copied = { ...body, copiedAt: now() }
    records
      .inTurn(() =>
        records.change([put(id, copied)], [accessEvent('display-copied', `display:${id}`, 'anonymous', {}, now())]),
      )
      .catch(() => undefined)
  }

  /** The new token was seen: from now on the one before it is only good for telling a copy. */
  function noteUse(id: string, body: PairedDisplay, isNew: boolean): void {
    const at = now()
    const isFirst = isNew && !body.isRenewed
    if (!isFirst && at - body.seenAt < NOTE_MS) return
    const current = { ...body, isRenewed: body.isRenewed || isFirst, seenAt: at }
    records.change([put(id, current)], []).catch(() => undefined)
  }

  return {
    byToken(token) {
      const hash = hashSecret(token)
      const [id, body] = find(hash) ?? []
      if (id === undefined || !body || body.copiedAt !== null) return undefined
      const isNew = body.token === hash
      if (!isNew && !isGrace(body, hash)) {
        noteCopy(id, body)
        return undefined
      }
      noteUse(id, body, isNew)
      return { id, body }
    },
    isPaired(id, as) {
      const body = records.get('display', id)
      return (
        body !== undefined && body.copiedAt === null && body.pairedAt === as.pairedAt && body.audience === as.audience
      )
    },
    all: () => records.all('display'),
    pair: (id, { scope, audience, address }, actor) =>
      records.inTurn(async () => {
        if (!records.get('display', id) && records.all('display').size >= MOST_PAIRED) return undefined
        const token = newSecret()
        const at = now()
        const body = {
          token: hashSecret(token),
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
        const hash = hashSecret(token)
        const [id, body] = find(hash) ?? []
        if (id === undefined || !body || body.copiedAt !== null) return undefined
        const isDue = body.token === hash && now() - body.rotatedAt >= ROTATE_MS
        if (!isDue && !isGrace(body, hash)) return undefined
        const fresh = newSecret()
        const next = {
          ...body,
          token: hashSecret(fresh),
          spent: isDue ? [hash, ...body.spent].slice(0, MOST_SPENT) : body.spent,
          rotatedAt: now(),
          isRenewed: false,
          seenAt: now(),
          address,
        }
        await records.change([put(id, next)], [])
        return fresh
      }),
    revoke: (id, actor) =>
      records.inTurn(async () => {
        if (!records.get('display', id)) return false
        await records.change([put(id, null)], [accessEvent('display-revoked', `display:${id}`, actor, {}, now())])
        return true
      }),
  }
}
