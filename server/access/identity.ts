// Who sends a request or opens a socket, by what it brings along. Knows headers, no framework.
import { LOCAL, NOBODY, type Principal } from '../../shared/access/principal.ts'
import { tokenIn } from './cookies.ts'
import type { PairedDisplays } from './paired-displays.ts'
import { formSecretOf, isSame } from './secret.ts'
import type { Sessions } from './sessions.ts'

export type Headers = {
  readonly cookie?: string | undefined
  readonly host?: string | undefined
  readonly authorization?: string | undefined
}
export type Identity = {
  readonly principal: Principal
  /** What a page must send with every change; undefined where no cookie speaks for the sender. */
  readonly formSecret: string | undefined
  /** Asked again and again while a socket is open. */
  readonly isStillGood: () => boolean
}
export type Identify = (headers: Headers) => Identity

export type IdentifyDeps = {
  /** A station without sign-in, on its own machine. */
  readonly isOpen: boolean
  /** Held by whoever can read the data folder. */
  readonly localKey: string
  readonly sessions: Sessions
  readonly displays: PairedDisplays
}

const BEARER = /^Bearer ([\w-]{20,100})$/
const local: Identity = { principal: LOCAL, formSecret: undefined, isStillGood: () => true }
const nobody: Identity = { principal: NOBODY, formSecret: undefined, isStillGood: () => true }

export function createIdentify({ isOpen, localKey, sessions, displays }: IdentifyDeps): Identify {
  return headers => {
    if (isOpen) return local
    const key = BEARER.exec(headers.authorization ?? '')?.[1]
    if (key !== undefined) return isSame(key, localKey) ? local : nobody
    const token = tokenIn(headers.cookie, 'session', headers.host)
    const found = token === undefined ? undefined : sessions.byToken(token)
    if (token !== undefined && found) {
      const { id, accountId, account } = found
      const { name, grants } = account
      return {
        principal: { kind: 'person', account: accountId, session: id, name, grants },
        formSecret: formSecretOf(token),
        // Also when rights changed: whoever holds the socket comes back with the new ones.
        isStillGood: () => sessions.byId(id)?.account.grants === grants,
      }
    }
    const displayToken = tokenIn(headers.cookie, 'display', headers.host)
    const display = displayToken === undefined ? undefined : displays.byToken(displayToken)
    if (displayToken === undefined || !display) return nobody
    const { id, body } = display
    return {
      principal: { kind: 'display', display: id, scope: body.scope, audience: body.audience },
      formSecret: formSecretOf(displayToken),
      isStillGood: () => displays.isPaired(id, body),
    }
  }
}
