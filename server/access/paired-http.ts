// The paired displays for those who look after them: which there are, what they may, and taking that back.
import express, { type Request, type Response, type Router } from 'express'
import { changePairedSchema, type PairedReply, revokePairedSchema } from '../../shared/access/pairing-schema.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { bodyOf, refuse } from './door.ts'
import { actorOf, principalOf } from './guard.ts'
import type { PairedDisplays } from './paired-displays.ts'
import { accessRefusal } from './refusal.ts'

const MAX_BYTES = 4 * 1024

export type PairedHttpDeps = {
  readonly paired: PairedDisplays
  readonly hasUnit: (id: string) => boolean
  readonly rate: Rate
  readonly now: () => number
}

/** Whether somebody can be given it. */
export const isScope = (scope: string, hasUnit: (id: string) => boolean): boolean =>
  scope === 'province' || hasUnit(scope.replace(/^unit:/, ''))

export function servePaired({ paired, hasUnit, rate, now }: PairedHttpDeps): Router {
  const router = express.Router()
  const door = [limitRate(rate, now), jsonBody(MAX_BYTES)]
  const done = (response: Response, isThere: boolean) => {
    if (isThere) response.json({ done: true })
    else sendProblem(response, 'not-found', UNPAIRED)
  }

  router.get('/access/displays', (_request, response) => {
    const displays = [...paired.all()].map(([display, body]) => {
      const { scope, audience, pairedAt, pairedBy, seenAt, address, copiedAt } = body
      return { display, scope, audience, pairedAt, pairedBy, seenAt, address, copiedAt }
    })
    response.set('Cache-Control', 'no-store').json({ now: now(), displays } satisfies PairedReply)
  })

  router.post('/access/displays/change', door, async (request: Request, response: Response) => {
    const asked = bodyOf(changePairedSchema, request, response)
    if (!asked) return
    const { display, ...to } = asked
    if (!isScope(to.scope, hasUnit)) refuse(response, accessRefusal('unit-unknown', 'scope'))
    else done(response, await paired.change(display, to, actorOf(principalOf(response))))
  })

  router.post('/access/displays/revoke', door, async (request: Request, response: Response) => {
    const asked = bodyOf(revokePairedSchema, request, response)
    if (asked) done(response, await paired.revoke(asked.display, actorOf(principalOf(response))))
  })
  return router
}

const UNPAIRED = { vi: 'Màn hình này chưa ghép', en: 'This display is not paired' }
