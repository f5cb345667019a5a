// The one place where a request is let through or not: who it is, whether a page of ours sent it, and what the table says. What isn't in
// the table of operations is denied.
import type { Request, RequestHandler, Response } from 'express'
import { type Action, may } from '../../shared/access/judge.ts'
import type { Principal } from '../../shared/access/principal.ts'
import type { Operation } from '../../shared/operation.ts'
import type { Rate } from '../http/command-door.ts'
import { sendProblem } from '../http/problem.ts'
import type { Attempts } from './access-event.ts'
import type { Identify, Identity } from './identity.ts'
import { isSame } from './secret.ts'
import type { Sessions } from './sessions.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
export const FORM_HEADER = 'x-form-secret'
/** Sent while somebody sits before the page: what it asks by itself keeps no session alive. */
const ATTENDED_HEADER = 'x-attended'

export type GuardDeps = {
  readonly operations: readonly Operation[]
  readonly identify: Identify
  readonly sessions: Pick<Sessions, 'byId' | 'touch'>
  readonly attempts: Attempts
  /** Requests of one account or one display, from however many addresses. */
  readonly rate: Rate
  readonly now: () => number
}
export type Guard = RequestHandler

/** Who sent this request, as the guard found out. @throws TypeError where no guard stands before */
export function identityOf(response: Response): Identity {
  const identity: unknown = response.locals['identity']
  if (!identity) throw new TypeError('no guard stands before this route')
  return identity as Identity
}
export const principalOf = (response: Response): Principal => identityOf(response).principal

export function createGuard({ operations, identify, sessions, attempts, rate, now }: GuardDeps): Guard {
  const routes = operations.map(({ method, path, id }) => ({
    method: method.toUpperCase(),
    id,
    pattern: patternOf(path),
  }))
  return (request, response, next) => {
    const identity = identify(request.headers)
    response.locals['identity'] = identity
    const path = `${request.baseUrl}${request.path}`
    const matching = routes.filter(({ pattern }) => pattern.test(path))
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const route = matching.find(one => one.method === method)
    const { principal } = identity
    const wait = isAnybody(principal) ? 0 : rate.take(subjectOf(principal), now())
    if (wait > 0) {
      response.set('Retry-After', String(wait))
      sendProblem(response, 'too-many-requests')
      return
    }
    if (!route) {
      refuseUnknown(principal, matching, response)
      return
    }
    if (!mayAct(principal, { kind: 'operation', id: route.id }, request, response, attempts)) return
    // Asked of whoever a cookie speaks for; a browser sends it along whoever wrote the page.
    if (!SAFE.has(request.method) && identity.formSecret !== undefined && !isFromForm(request, identity.formSecret)) {
      sendProblem(response, 'forbidden', {
        vi: 'Trang này đã cũ hoặc không phải của hệ thống, hãy tải lại',
        en: "This page is old or not the station's own, please reload it",
      })
      return
    }
    if (principal.kind === 'person' && (!SAFE.has(request.method) || request.get(ATTENDED_HEADER) !== undefined)) {
      const found = sessions.byId(principal.session)
      if (found) sessions.touch(found)
    }
    next()
  }
}

/** Counted by their address alone. */
const isAnybody = ({ kind }: Principal) => kind === 'nobody' || kind === 'local'

const isFromForm = (request: Request, secret: string) => isSame(request.get(FORM_HEADER) ?? '', secret)

/** Answers when it may not. */
export function mayAct(
  principal: Principal,
  action: Action,
  request: Request,
  response: Response,
  attempts: Attempts,
): boolean {
  if (may(principal, action)) return true
  deny(principal, action, request, response, attempts)
  return false
}

export function deny(
  principal: Principal,
  action: Action,
  request: Request,
  response: Response,
  attempts: Attempts,
): void {
  const asked = action.kind === 'operation' ? action.id : 'command' in action ? action.command : action.kind
  attempts.note('denied', subjectOf(principal), actorOf(principal), { address: request.ip ?? '', asked })
  if (principal.kind === 'nobody') sendProblem(response, 'sign-in-needed')
  else
    sendProblem(response, 'forbidden', {
      vi: 'Vai trò của bạn không làm được việc này',
      en: 'Your role may not do this',
    })
}

export const actorOf = (principal: Principal): string =>
  principal.kind === 'person'
    ? `person:${principal.name}`
    : principal.kind === 'display'
      ? `display:${principal.display}`
      : principal.kind === 'local'
        ? 'local'
        : 'anonymous'

const subjectOf = (principal: Principal): string =>
  principal.kind === 'person'
    ? `account:${principal.account}`
    : principal.kind === 'display'
      ? `display:${principal.display}`
      : 'door'

/** Strangers learn nothing of which addresses there are. */
function refuseUnknown(principal: Principal, matching: readonly { method: string }[], response: Response): void {
  if (principal.kind === 'nobody') sendProblem(response, 'sign-in-needed')
  else if (matching.length === 0) sendProblem(response, 'not-found')
  else {
    response.set('Allow', [...new Set(matching.map(({ method }) => method))].join(', '))
    sendProblem(response, 'method-not-allowed')
  }
}

/** Of an address in Express form, as Express reads it: letters of either case, one slash more at the end. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+')}/?$`, 'i')
