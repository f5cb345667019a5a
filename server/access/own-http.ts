// One's own account: password, second factor, open sessions.
import express, { type Request, type Response, type Router } from 'express'
import {
  changePasswordSchema,
  confirmationSchema,
  revokeSessionSchema,
  setPinSchema,
  totpConfirmSchema,
} from '../../shared/access/api-schema.ts'
import { pinFault } from '../../shared/access/pin-rule.ts'
import type { PersonPrincipal } from '../../shared/access/principal.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { accessEvent } from './access-event.ts'
import type { Accounts } from './accounts.ts'
import { bodyOf, clientOf, refuse, tellBusy, tellToWait } from './door.ts'
import { principalOf } from './guard.ts'
import type { Passwords } from './password-hash.ts'
import type { AccessRecords, RecordOf } from './records.ts'
import { accessRefusal, pinRefusal } from './refusal.ts'
import type { Sessions } from './sessions.ts'
import { newTotpSecret, type SignIn, stepOf, totpAddress } from './sign-in.ts'

const MAX_BYTES = 4 * 1024
/** A key that is offered and not confirmed is forgotten. */
const OFFER_MS = 10 * 60_000
const MOST_OFFERS = 200

export type OwnHttpDeps = {
  readonly records: AccessRecords
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly signIn: SignIn
  readonly passwords: Passwords
  readonly rate: Rate
  readonly now: () => number
}

export function serveOwnAccount(deps: OwnHttpDeps): Router {
  const { records, sessions, accounts, signIn, passwords, rate, now } = deps
  const router = express.Router()
  const door = [limitRate(rate, now), jsonBody(MAX_BYTES)]
  const offers = new Map<string, { readonly secret: string; readonly at: number }>()

  /** The guard let only people through to here. */
  function personOf(response: Response): PersonPrincipal {
    const principal = principalOf(response)
    if (principal.kind !== 'person') throw new TypeError('no person')
    return principal
  }

  /** Whether whoever sits there knows the password; answered when not. */
  async function isConfirmed(request: Request, response: Response, current: string): Promise<boolean> {
    const { account } = personOf(response)
    if (records.get('account', account)?.passwordHash === null) {
      refuse(response, accessRefusal('no-password', 'current'))
      return false
    }
    const answer = await signIn.confirm(account, current, clientOf(request))
    if (answer === 'right') return true
    if (answer === 'busy') tellBusy(response)
    else if (answer === 'wrong') refuse(response, accessRefusal('password-wrong', 'current'))
    else tellToWait(response, answer)
    return false
  }

  router.post('/access/password', door, async (request: Request, response: Response) => {
    const asked = bodyOf(changePasswordSchema, request, response)
    if (!asked || !(await isConfirmed(request, response, asked.current))) return
    const { account, session } = personOf(response)
    const outcome = await accounts.changePassword(account, asked.password, session)
    if (outcome === 'busy') tellBusy(response)
    else if (outcome) refuse(response, outcome)
    else response.json({ done: true })
  })

  router.post('/access/totp/start', door, async (request: Request, response: Response) => {
    const asked = bodyOf(confirmationSchema, request, response)
    if (!asked || !(await isConfirmed(request, response, asked.current))) return
    const { account } = personOf(response)
    const secret = newTotpSecret()
    offers.delete(account)
    offers.set(account, { secret, at: now() })
    if (offers.size > MOST_OFFERS) offers.delete(offers.keys().next().value as string)
    const { login = '' } = records.get('account', account) ?? {}
    response.set('Cache-Control', 'no-store').json({ secret, address: totpAddress(secret, login) })
  })

  router.post('/access/totp/confirm', door, async (request: Request, response: Response) => {
    const asked = bodyOf(totpConfirmSchema, request, response)
    if (!asked) return
    const { account: id, name } = personOf(response)
    const offer = offers.get(id)
    if (!offer || now() - offer.at > OFFER_MS) {
      refuse(response, accessRefusal('totp-not-started', null))
      return
    }
    const step = stepOf(offer.secret, asked.code, now())
    if (step === undefined) {
      refuse(response, accessRefusal('code-wrong', 'code'))
      return
    }
    await changeTotp(id, name, 'totp-added', { totpSecret: offer.secret, totpStep: step })
    offers.delete(id)
    response.json({ done: true })
  })

  router.post('/access/totp/remove', door, async (request: Request, response: Response) => {
    const asked = bodyOf(confirmationSchema, request, response)
    if (!asked || !(await isConfirmed(request, response, asked.current))) return
    const { account: id, name } = personOf(response)
    await changeTotp(id, name, 'totp-removed', { totpSecret: null, totpStep: 0 })
    response.json({ done: true })
  })

  const changeTotp = (id: string, name: string, event: string, totp: { totpSecret: string | null; totpStep: number }) =>
    records.inTurn(async () => {
      const account = records.get('account', id)
      if (!account) return
      await records.change(
        [{ kind: 'account', id, body: { ...account, ...totp } }],
        [accessEvent(event, `account:${id}`, `person:${name}`, {}, now())],
      )
    })

  router.post('/access/pin', door, async (request: Request, response: Response) => {
    const asked = bodyOf(setPinSchema, request, response)
    if (!asked) return
    const fault = pinFault(asked.pin)
    if (fault) {
      refuse(response, pinRefusal(fault, 'pin'))
      return
    }
    if (!(await isConfirmed(request, response, asked.current))) return
    const hash = await passwords.hash(asked.pin)
    if (hash === undefined) {
      tellBusy(response)
      return
    }
    await changePin(personOf(response), { hash, setAt: now() })
    response.json({ done: true })
  })

  router.post('/access/pin/remove', door, async (request: Request, response: Response) => {
    const asked = bodyOf(confirmationSchema, request, response)
    if (!asked || !(await isConfirmed(request, response, asked.current))) return
    await changePin(personOf(response), null)
    response.json({ done: true })
  })

  const changePin = ({ account: id, name }: PersonPrincipal, body: RecordOf<'pin'> | null) =>
    records.inTurn(() =>
      records.change(
        [{ kind: 'pin', id, body }],
        [accessEvent(body ? 'pin-set' : 'pin-removed', `account:${id}`, `person:${name}`, {}, now())],
      ),
    )

  router.get('/access/sessions', (_request, response) => {
    const { account, session } = personOf(response)
    const rows = [...sessions.of(account)]
      .map(([id, { account: _account, ...about }]) => ({ id, ...about, isThis: id === session }))
      .sort((a, b) => b.seenAt - a.seenAt)
    response.set('Cache-Control', 'no-store').json({ sessions: rows })
  })

  router.post('/access/sessions/revoke', door, async (request: Request, response: Response) => {
    const asked = bodyOf(revokeSessionSchema, request, response)
    if (!asked) return
    const { account, name } = personOf(response)
    if (await sessions.end(asked.session, 'revoked', `person:${name}`, account)) response.json({ done: true })
    else sendProblem(response, 'not-found')
  })
  return router
}
