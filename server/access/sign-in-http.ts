// Signing in and out, invitations, and who one is: the doors that stand open to whoever isn't known yet.
import express, { type Request, type Response, type Router } from 'express'
import {
  acceptInvitationSchema,
  type InvitationReply,
  invitationRequestSchema,
  type Me,
  signInSchema,
} from '../../shared/access/api-schema.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import type { Accounts } from './accounts.ts'
import { carriageOf, cookieEnd, cookieLine, tokenIn } from './cookies.ts'
import { bodyOf, clientOf, isPrivate, refuse, tellBusy, tellToWait } from './door.ts'
import { identityOf } from './guard.ts'
import type { Identify, Identity } from './identity.ts'
import type { PairedDisplays } from './paired-displays.ts'
import type { Sessions } from './sessions.ts'
import type { SetUp } from './set-up.ts'
import type { SignIn } from './sign-in.ts'
import { endSessionBefore } from './welcome.ts'

export const MAX_ACCESS_BYTES = 16 * 1024

export type SignInHttpDeps = {
  readonly signIn: SignIn
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly displays: PairedDisplays
  readonly setUp: SetUp
  readonly identify: Identify
  readonly me: (identity: Identity) => Me
  readonly units: () => readonly { readonly id: string; readonly name: string }[]
  readonly rate: Rate
  readonly now: () => number
}

export function serveSignIn(deps: SignInHttpDeps): Router {
  const { signIn, sessions, accounts, displays, setUp, identify, me, units, rate, now } = deps
  const router = express.Router()
  const door = [limitRate(rate, now), jsonBody(MAX_ACCESS_BYTES)]

  router.get('/access/me', async (request, response) => {
    const identity = await renewed(request, response)
    response.set('Cache-Control', 'no-store').json(me(identity))
  })

  /** A display asks this now and then: that is when its token is renewed, carried as it came. */
  async function renewed(request: Request, response: Response): Promise<Identity> {
    const identity = identityOf(response)
    const { cookie = '', host } = request.headers
    const token = tokenIn(cookie, 'display', host)
    if (identity.principal.kind !== 'display' || token === undefined) return identity
    const fresh = await displays.renew(token, request.ip ?? '')
    if (fresh === undefined) return identity
    const line = cookieLine('display', fresh, cookie.includes('__Host-') ? 'secure' : 'bare')
    response.append('Set-Cookie', line)
    return identify({ cookie: line.split(';', 1)[0], host })
  }

  /** Sets the cookie of a new session and says who that is; whatever session came along ends. */
  async function welcome(request: Request, response: Response, token: string): Promise<void> {
    const carriage = carriageOf(request.get('origin'), request.headers.host)
    if (carriage === 'refused') throw new TypeError('asked before')
    await endSessionBefore(request, sessions)
    const cookie = cookieLine('session', token, carriage)
    response.append('Set-Cookie', cookie)
    const { host } = request.headers
    response.set('Cache-Control', 'no-store').json(me(identify({ cookie: cookie.split(';', 1)[0], host })))
  }

  router.post('/access/sign-in', door, async (request: Request, response: Response) => {
    const given = bodyOf(signInSchema, request, response)
    if (!given || !isPrivate(request, response)) return
    const { login, password, code } = given
    const outcome = await signIn.attempt({ login, password, code }, clientOf(request))
    switch (outcome.kind) {
      case 'signed-in':
        await welcome(request, response, outcome.token)
        return
      case 'wrong':
        sendProblem(response, 'wrong-credentials')
        return
      case 'code-needed':
        sendProblem(response, 'code-needed')
        return
      case 'wait':
        tellToWait(response, outcome.seconds)
        return
      case 'busy':
        tellBusy(response)
        return
      default:
        outcome satisfies never
    }
  })

  router.post('/access/sign-out', door, async (request: Request, response: Response) => {
    const { principal } = identityOf(response)
    if (principal.kind === 'person') await sessions.end(principal.session, 'signed-out', `person:${principal.name}`)
    for (const carriage of ['secure', 'bare'] as const) response.append('Set-Cookie', cookieEnd('session', carriage))
    // Whatever the page kept must not be there for the next person.
    response.set('Clear-Site-Data', '"cache"').set('Cache-Control', 'no-store').json({ done: true })
  })

  router.post('/access/invitations/look', door, (request: Request, response: Response) => {
    const asked = bodyOf(invitationRequestSchema, request, response)
    if (!asked) return
    response.set('Cache-Control', 'no-store')
    const found = accounts.invited(asked.invitation)
    if (setUp.isGood(asked.invitation)) response.json({ kind: 'set-up', units: [...units()] } satisfies InvitationReply)
    else if (found)
      response.json({
        kind: 'account',
        login: found.account.login,
        name: found.account.name,
      } satisfies InvitationReply)
    else sendProblem(response, 'not-found', GONE)
  })

  router.post('/access/invitations/accept', door, async (request: Request, response: Response) => {
    const asked = bodyOf(acceptInvitationSchema, request, response)
    if (!asked || !isPrivate(request, response)) return
    const { invitation, password, first } = asked
    const isFirst = setUp.isGood(invitation)
    const outcome =
      isFirst && first
        ? await accounts.addAdministrator({ ...first, password }, 'local')
        : await accounts.accept(invitation, password)
    if (outcome === 'gone') sendProblem(response, 'not-found', GONE)
    else if (outcome === 'busy') tellBusy(response)
    else if ('code' in outcome) refuse(response, outcome)
    else {
      if (isFirst) setUp.spend()
      await welcome(request, response, await sessions.open(outcome.id, clientOf(request), 'password'))
    }
  })
  return router
}

const GONE = {
  vi: 'Liên kết này đã dùng, đã hết hạn hoặc không đúng',
  en: 'This link was used, has expired or is wrong',
}
