// The doors for screens that nobody knows yet: ask for a code, ask what became of it.
import express, { type Request, type Response, type Router } from 'express'
import {
  type ClaimPairingReply,
  claimPairingSchema,
  type OpenPairingReply,
  openPairingSchema,
} from '../../shared/access/pairing-schema.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { carriageOf, cookieEnd, cookieLine } from './cookies.ts'
import { bodyOf, isPrivate, refuse } from './door.ts'
import type { PairedDisplays } from './paired-displays.ts'
import type { Pairings } from './pairings.ts'
import type { PairedDisplay } from './records.ts'
import { accessRefusal } from './refusal.ts'

const MAX_BYTES = 1024
const FULL_SECONDS = 60

/** What an administrator gives a screen, and who did. */
export type DisplayGrant = Pick<PairedDisplay, 'scope' | 'audience'> & { readonly actor: string }

export type PairingHttpDeps = {
  readonly pairings: Pairings<DisplayGrant>
  readonly paired: PairedDisplays
  /** New codes, and questions about them, per address. */
  readonly openRate: Rate
  readonly claimRate: Rate
  readonly now: () => number
}

export function servePairing({ pairings, paired, openRate, claimRate, now }: PairingHttpDeps): Router {
  const router = express.Router()
  const json = jsonBody(MAX_BYTES)

  router.post('/access/pairings', limitRate(openRate, now), json, (request: Request, response: Response) => {
    const asked = bodyOf(openPairingSchema, request, response)
    if (!asked || !isPrivate(request, response)) return
    const opened = pairings.open(asked.display, request.ip ?? '')
    if (!opened) {
      response.set('Retry-After', String(FULL_SECONDS))
      sendProblem(response, 'too-many-requests', {
        vi: 'Có quá nhiều màn hình đang xin ghép',
        en: 'Too many screens are asking to be paired',
      })
      return
    }
    const { pairing, secret } = opened
    const { code, expiresAt } = pairing
    // Whatever it was before, it isn't any more.
    for (const carriage of ['secure', 'bare'] as const) response.append('Set-Cookie', cookieEnd('display', carriage))
    response.set('Cache-Control', 'no-store').json({ code, secret, expiresAt, now: now() } satisfies OpenPairingReply)
  })

  router.post(
    '/access/pairings/claim',
    limitRate(claimRate, now),
    json,
    async (request: Request, response: Response) => {
      const asked = bodyOf(claimPairingSchema, request, response)
      const carriage = carriageOf(request.get('origin'), request.headers.host)
      if (!asked || !isPrivate(request, response) || carriage === 'refused') return
      response.set('Cache-Control', 'no-store')
      const claimed = pairings.claim(asked.secret)
      if (claimed === 'gone') {
        sendProblem(response, 'not-found', GONE)
        return
      }
      if (claimed === 'waiting') {
        response.json({ state: 'waiting' } satisfies ClaimPairingReply)
        return
      }
      const { pairing, approval, giveBack } = claimed
      const { scope, audience, actor } = approval
      const address = request.ip ?? ''
      const token = await paired.pair(pairing.display, { scope, audience, address }, actor).catch((error: unknown) => {
        giveBack()
        throw error
      })
      if (token === undefined) {
        refuse(response, accessRefusal('too-many-paired', null))
        return
      }
      response.append('Set-Cookie', cookieLine('display', token, carriage))
      response.json({ state: 'paired' } satisfies ClaimPairingReply)
    },
  )
  return router
}

const GONE = { vi: 'Mã này đã hết hạn hoặc đã dùng', en: 'This code has run out or was used' }
