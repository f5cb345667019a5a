// The doors of the displays' service page: whoever looks after displays sets its PIN, the display where it is typed opens it.
import express, { type Request, type Response, type Router } from 'express'
import {
  type DisplayPinsReply,
  type EnterServiceReply,
  enterServiceSchema,
  setDisplayPinSchema,
} from '../../shared/access/display-pin-schema.ts'
import { maySpeakFor } from '../../shared/access/judge.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { cookieEnd } from './cookies.ts'
import type { DisplayPins } from './display-pins.ts'
import { bodyOf, refuse, tellBusy, tellToWait } from './door.ts'
import { actorOf, principalOf } from './guard.ts'
import type { PairedDisplays } from './paired-displays.ts'
import { accessRefusal } from './refusal.ts'

const MAX_BYTES = 1024

export type DisplayPinHttpDeps = {
  readonly pins: DisplayPins
  readonly paired: Pick<PairedDisplays, 'revoke'>
  /** The address that people open the station by. */
  readonly ownUrl: () => string
  readonly rate: Rate
  readonly now: () => number
}

export function serveDisplayPins({ pins, paired, ownUrl, rate, now }: DisplayPinHttpDeps): Router {
  const router = express.Router()
  const door = [limitRate(rate, now), jsonBody(MAX_BYTES)]

  router.get('/access/service/pins', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ pins: [...pins.all()] } satisfies DisplayPinsReply)
  })

  router.post('/access/service/pins', door, async (request: Request, response: Response) => {
    const asked = bodyOf(setDisplayPinSchema, request, response)
    if (!asked) return
    const refusal = await pins.set(asked.display, asked.pin, actorOf(principalOf(response)))
    if (refusal === 'busy') tellBusy(response)
    else if (refusal) refuse(response, refusal)
    else response.json({ done: true })
  })

  router.post('/access/service/enter', door, async (request: Request, response: Response) => {
    const asked = bodyOf(enterServiceSchema, request, response)
    if (!asked) return
    const principal = principalOf(response)
    if (!maySpeakFor(principal, asked.display)) {
      sendProblem(response, 'forbidden')
      return
    }
    const answer = await pins.check(asked.display, asked.pin, request.ip ?? '')
    if (typeof answer === 'number') tellToWait(response, answer)
    else if (answer === 'busy') tellBusy(response)
    else if (answer !== 'right') refuse(response, accessRefusal(`service-pin-${answer}`, 'pin'))
    else {
      if (asked.to === 'leave' && principal.kind === 'display') {
        await paired.revoke(principal.display, actorOf(principal))
        for (const carriage of ['secure', 'bare'] as const)
          response.append('Set-Cookie', cookieEnd('display', carriage))
      }
      response.set('Cache-Control', 'no-store').json({ done: true, address: ownUrl() } satisfies EnterServiceReply)
    }
  })
  return router
}
