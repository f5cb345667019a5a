// Signing in through the identity provider: two addresses that a browser is sent to and from. They answer with nothing but the way on.
import express, { type Request, type Response, type Router } from 'express'
import { limitRate, type Rate } from '../http/command-door.ts'
import { newToken } from '../registry/token.ts'
import { type Carriage, carriageOf, cookieEnd, cookieLine, tokenIn } from './cookies.ts'
import { clientOf } from './door.ts'
import type { OutsideAccounts } from './outside-accounts.ts'
import type { Flows } from './outside-flows.ts'
import { pathWithin } from './outside-path.ts'
import type { OutsideProvider } from './outside-provider.ts'
import type { Sessions } from './sessions.ts'
import { endSessionBefore } from './welcome.ts'

const START = '/access/outside/start'
const CALLBACK = '/access/outside/callback'

export type OutsideHttpDeps = {
  readonly provider: OutsideProvider
  readonly flows: Flows
  readonly accounts: OutsideAccounts
  readonly sessions: Sessions
  /** The one address of this station that the provider knows, without a slash at the end. */
  readonly ownUrl: () => string
  readonly rate: Rate
  readonly now: () => number
}

export function serveOutside({ provider, flows, accounts, sessions, ownUrl, rate, now }: OutsideHttpDeps): Router {
  const router = express.Router()

  const goOn = (response: Response, path: string) => response.redirect(303, `${ownUrl()}${path}`)
  const turnBack = (response: Response, why: 'refused' | 'away') => goOn(response, `/sign-in?outside=${why}`)
  /** Undefined, and answered, when a cookie would cross the network in the clear. */
  function carriage(response: Response): Exclude<Carriage, 'refused'> | undefined {
    const found = carriageOf(ownUrl(), undefined)
    if (found !== 'refused') return found
    turnBack(response, 'refused')
    return undefined
  }

  router.get([START, CALLBACK], limitRate(rate, now), (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })

  router.get(START, async (request: Request, response: Response) => {
    const { to, moved } = request.query
    const path = pathWithin(to)
    // By another name of this machine: the cookie would not come back to the address that the provider knows.
    if (request.headers.host !== new URL(ownUrl()).host && moved === undefined) {
      goOn(response, `${START}?to=${encodeURIComponent(path)}&moved=1`)
      return
    }
    const carried = carriage(response)
    if (!carried) return
    const begun = await provider.begin(`${ownUrl()}${CALLBACK}`)
    if (begun === 'away') {
      turnBack(response, 'away')
      return
    }
    // One browser, one secret: two pages of it may be on their way at once.
    const browser = tokenIn(request.headers.cookie, 'outside', request.headers.host) ?? newToken()
    flows.keep(browser, { ...begun.flow, to: path })
    response.append('Set-Cookie', cookieLine('outside', browser, carried)).redirect(303, begun.url)
  })

  router.get(CALLBACK, async (request: Request, response: Response) => {
    const carried = carriage(response)
    if (!carried) return
    const browser = tokenIn(request.headers.cookie, 'outside', request.headers.host)
    const { state } = request.query
    const flow = browser === undefined || typeof state !== 'string' ? undefined : flows.take(browser, state)
    if (!flow) {
      turnBack(response, 'refused')
      return
    }
    const person = await provider.finish(new URL(`${ownUrl()}${request.originalUrl}`), flow)
    if (typeof person === 'string') {
      turnBack(response, person)
      return
    }
    const token = await accounts.enter(person, clientOf(request))
    if (token === undefined) {
      turnBack(response, 'refused')
      return
    }
    await endSessionBefore(request, sessions)
    response.append('Set-Cookie', cookieEnd('outside', carried))
    response.append('Set-Cookie', cookieLine('session', token, carried))
    goOn(response, flow.to)
  })
  return router
}
