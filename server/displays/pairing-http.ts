// Letting a screen in: an administrator types the code it shows and gives it a name, a profile, a scope and a class. All of it or nothing.
import { randomUUID } from 'node:crypto'
import express, { type Request, type Response, type Router } from 'express'
import { approvePairingSchema, type LookPairingReply, lookPairingSchema } from '../../shared/access/pairing-schema.ts'
import type { Principal } from '../../shared/access/principal.ts'
import type { Attempts } from '../access/access-event.ts'
import type { ActingFor } from '../access/acting.ts'
import { bodyOf, refuse, tellToWait } from '../access/door.ts'
import { actorOf, principalOf } from '../access/guard.ts'
import type { PairedDisplays } from '../access/paired-displays.ts'
import { isScope } from '../access/paired-http.ts'
import type { DisplayGrant } from '../access/pairing-http.ts'
import type { NotTaken, Pairings } from '../access/pairings.ts'
import { accessRefusal } from '../access/refusal.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import type { Displays } from './displays.ts'

const MAX_BYTES = 4 * 1024

export type PairingPart = {
  readonly pairings: Pairings<DisplayGrant>
  readonly paired: PairedDisplays
  readonly attempts: Attempts
}
export type PairingHttpDeps = PairingPart & {
  readonly displays: Displays
  readonly acting: ActingFor
  readonly hasUnit: (id: string) => boolean
  readonly rate: Rate
  readonly now: () => number
}

export function servePairingApproval(deps: PairingHttpDeps): Router {
  const { pairings, paired, attempts, displays, acting, hasUnit, rate, now } = deps
  const router = express.Router()
  const door = [limitRate(rate, now), jsonBody(MAX_BYTES)]

  function tellNotTaken(request: Request, response: Response, outcome: NotTaken): void {
    const principal = principalOf(response)
    attempts.note('pairing-refused', 'pairing', actorOf(principal), { address: request.ip ?? '' })
    if (outcome === 'wrong') refuse(response, accessRefusal('pairing-code-wrong', 'code'))
    else tellToWait(response, outcome.waitSeconds)
  }

  router.post('/access/pairings/look', door, (request: Request, response: Response) => {
    const asked = bodyOf(lookPairingSchema, request, response)
    if (!asked) return
    const found = pairings.look(asked.code, guesserOf(principalOf(response)))
    if (found === 'wrong' || 'waitSeconds' in found) {
      tellNotTaken(request, response, found)
      return
    }
    const { display, address, askedAt, expiresAt } = found
    const isPaired = paired.all().has(display)
    response
      .set('Cache-Control', 'no-store')
      .json({ display, address, askedAt, expiresAt, isPaired } satisfies LookPairingReply)
  })

  router.post('/access/pairings/approve', door, async (request: Request, response: Response) => {
    const asked = bodyOf(approvePairingSchema, request, response)
    if (!asked) return
    const { code, name, profile, screen, scope, audience } = asked
    if (!isScope(scope, hasUnit)) {
      refuse(response, accessRefusal('unit-unknown', 'scope'))
      return
    }
    const by = acting(request, response, { kind: 'display', command: 'assign-display' }, asked.actor)
    if (!by) return
    const principal = principalOf(response)
    const taken = pairings.take(code, guesserOf(principal))
    if (taken === 'wrong' || 'waitSeconds' in taken) {
      tellNotTaken(request, response, taken)
      return
    }
    const { display } = taken.pairing
    let grant: DisplayGrant | undefined
    try {
      if (!paired.hasRoom(display)) {
        refuse(response, accessRefusal('too-many-paired', null))
        return
      }
      const command = { command: 'assign-display', data: { display, name, profile, screen } } as const
      const outcome = await displays.execute({ ...command, actor: by.actor }, randomUUID(), by.standing)
      if (outcome.kind === 'refused') sendProblem(response, 'refused', undefined, { errors: [...outcome.refusals] })
      else {
        grant = { scope, audience, actor: actorOf(principal) }
        response.set('Cache-Control', 'no-store').json({ display })
      }
    } finally {
      // Without a name and a profile there is no pairing: the code is as good as before.
      taken.settle(grant)
    }
  })
  return router
}

/** Whoever guesses waits, not everybody. */
const guesserOf = (principal: Principal): string => (principal.kind === 'person' ? principal.account : principal.kind)
