// The doors through which an officer comes into an entry session at a kiosk, and out of it again.
import express, { type Request, type Response, type Router } from 'express'
import type { PersonPrincipal } from '../../shared/access/principal.ts'
import {
  type ClaimEntryCodeReply,
  claimEntryCodeSchema,
  declareEntrySchema,
  type EntryCodeReply,
  type EntryReply,
  endEntrySchema,
  entrySignInSchema,
  type LookEntryCodeReply,
  lookEntryCodeSchema,
  openEntryCodeSchema,
} from '../../shared/entry/api-schema.ts'
import { closesAt, ENTRY_LIFE_MS, TICKET_LIFE_MS } from '../../shared/entry/entry.ts'
import type { Attempts } from '../access/access-event.ts'
import { bodyOf, isPrivate, refuse, tellBusy, tellToWait } from '../access/door.ts'
import { principalOf } from '../access/guard.ts'
import type { NotTaken } from '../access/pairings.ts'
import type { AccessRecords } from '../access/records.ts'
import { accessRefusal } from '../access/refusal.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import type { EntryCodes } from './entry-codes.ts'
import type { EntrySessions, FoundEntry, OpenedEntry } from './entry-sessions.ts'
import type { EntryOutcome, EntryPlace, EntrySignIn } from './entry-sign-in.ts'
import { displayBehind, type PlaceOf } from './place.ts'

const MAX_BYTES = 4 * 1024
const FULL_SECONDS = 30
const MIN_NAME = 2
export const SESSION_HEADER = 'x-entry-session'

export type EntrySessionHttpDeps = {
  readonly records: AccessRecords
  readonly entries: EntrySessions
  readonly signIn: EntrySignIn
  readonly codes: EntryCodes
  readonly placeOf: PlaceOf
  readonly isOpen: boolean
  readonly attempts: Attempts
  readonly unitName: (id: string) => string
  /** As an administrator called it. */
  readonly displayName: (id: string) => string | null
  /** The address that people open the station by. */
  readonly ownUrl: () => string
  readonly rate: Rate
  /** Kiosks ask every second what became of their code. */
  readonly claimRate: Rate
  readonly now: () => number
}

export function serveEntrySessions(deps: EntrySessionHttpDeps): Router {
  const { records, entries, signIn, codes, placeOf, isOpen, attempts, unitName, displayName, ownUrl, now } = deps
  const router = express.Router()
  const json = jsonBody(MAX_BYTES)
  const door = [limitRate(deps.rate, now), json]

  const replyOf = ({ record, session, ticket }: OpenedEntry): EntryReply => ({
    session,
    ticket,
    name: record.name,
    unit: record.unit,
    unitName: unitName(record.unit),
    standing: record.account === null ? 'declared' : 'person',
    openedAt: record.openedAt,
    endsAt: closesAt(record),
    sendableUntil: record.openedAt + ENTRY_LIFE_MS + TICKET_LIFE_MS,
    now: now(),
  })
  /** What the session is answered as, or undefined when it is none and that has been answered. */
  function told(response: Response, outcome: EntryOutcome): EntryReply | undefined {
    response.set('Cache-Control', 'no-store')
    if (outcome.kind === 'opened') return replyOf(outcome.entry)
    if (outcome.kind === 'wrong') sendProblem(response, 'wrong-credentials', WRONG)
    else if (outcome.kind === 'wait') tellToWait(response, outcome.seconds)
    else if (outcome.kind === 'refused') refuse(response, outcome.refusal)
    else tellBusy(response)
    return undefined
  }

  router.post('/entry/sign-in', door, async (request: Request, response: Response) => {
    const asked = bodyOf(entrySignInSchema, request, response)
    const place = asked && isPrivate(request, response) ? placeOf(request, response, asked) : undefined
    if (!asked || !place) return
    const reply = told(response, await signIn.byPin(asked.login, asked.pin, place))
    if (reply) response.json(reply)
  })

  router.post('/entry/declare', door, async (request: Request, response: Response) => {
    const asked = bodyOf(declareEntrySchema, request, response)
    if (!asked) return
    const name = asked.name.trim()
    if (!isOpen) {
      refuse(response, accessRefusal('entry-signing-in', null))
      return
    }
    const place = placeOf(request, response, asked)
    if (!place) return
    if (name.length < MIN_NAME) {
      refuse(response, accessRefusal('entry-name', 'name'))
      return
    }
    const reply = told(response, await signIn.byWord(name, place))
    if (reply) response.json(reply)
  })

  router.post('/entry/codes', door, (request: Request, response: Response) => {
    const asked = bodyOf(openEntryCodeSchema, request, response)
    const place = asked && isPrivate(request, response) ? placeOf(request, response, asked) : undefined
    if (!place) return
    const opened = codes.open(place.display, place.unit, place.address)
    if (!opened) {
      response.set('Retry-After', String(FULL_SECONDS))
      sendProblem(response, 'too-many-requests')
      return
    }
    const { code, expiresAt } = opened.code
    const address = new URL(`/account/kiosk?code=${code}`, ownUrl()).href
    const reply: EntryCodeReply = { code, secret: opened.secret, address, expiresAt, now: now() }
    response.set('Cache-Control', 'no-store').json(reply)
  })

  router.post(
    '/entry/codes/claim',
    limitRate(deps.claimRate, now),
    json,
    async (request: Request, response: Response) => {
      const asked = bodyOf(claimEntryCodeSchema, request, response)
      const display = displayBehind(response)
      if (!asked || !isPrivate(request, response)) return
      const claimed = display === undefined ? 'gone' : codes.claim(asked.secret, display)
      response.set('Cache-Control', 'no-store')
      if (claimed === 'gone') sendProblem(response, 'not-found')
      else if (claimed === 'waiting') response.json({ state: 'waiting' } satisfies ClaimEntryCodeReply)
      else {
        const place: EntryPlace | undefined = placeOf(request, response, claimed.code)
        const entry = place && told(response, await signIn.byApproval(claimed.account, place))
        if (entry) response.json({ state: 'open', entry } satisfies ClaimEntryCodeReply)
      }
    },
  )

  function tellNotTaken(request: Request, response: Response, outcome: NotTaken): void {
    const { account, name } = personOf(response)
    const address = request.ip ?? ''
    attempts.note('entry-refused', `account:${account}`, `person:${name}`, { address, why: 'code' })
    if (outcome === 'wrong') refuse(response, accessRefusal('entry-code-wrong', 'code'))
    else tellToWait(response, outcome.waitSeconds)
  }

  router.post('/entry/codes/look', door, (request: Request, response: Response) => {
    const asked = bodyOf(lookEntryCodeSchema, request, response)
    if (!asked) return
    const { account: id } = personOf(response)
    const found = codes.look(asked.code, id)
    if (found === 'wrong' || 'waitSeconds' in found) {
      tellNotTaken(request, response, found)
      return
    }
    const { display, unit, expiresAt } = found
    const account = records.get('account', id)
    response.set('Cache-Control', 'no-store').json({
      display,
      displayName: displayName(display),
      unit,
      unitName: unitName(unit),
      expiresAt,
      now: now(),
      mayEnter: account !== undefined && signIn.unitFor(account, unit) !== undefined,
    } satisfies LookEntryCodeReply)
  })

  router.post('/entry/codes/approve', door, (request: Request, response: Response) => {
    const asked = bodyOf(lookEntryCodeSchema, request, response)
    if (!asked) return
    const outcome = codes.approve(asked.code, personOf(response).account)
    if (outcome === undefined) response.json({ done: true })
    else tellNotTaken(request, response, outcome)
  })

  router.get('/entry/session', (request, response) => {
    const found = runningEntry(request, response, entries)
    if (found) response.set('Cache-Control', 'no-store').json({ endsAt: closesAt(found.record), now: now() })
  })

  router.post('/entry/end', door, async (request: Request, response: Response) => {
    const asked = bodyOf(endEntrySchema, request, response)
    const found = asked && runningEntry(request, response, entries)
    if (!asked || !found) return
    await entries.end(found.id, 'ended', asked.isTicketNeeded)
    response.json({ done: true })
  })
  return router
}

/** The session that a request is part of; undefined when it is over, and that has been answered. */
export function runningEntry(request: Request, response: Response, entries: EntrySessions): FoundEntry | undefined {
  const found = entries.bySession(request.get(SESSION_HEADER) ?? '', displayBehind(response))
  if (!found) sendProblem(response, 'sign-in-needed', OVER)
  return found
}

/** The guard let only people through to here. */
function personOf(response: Response): PersonPrincipal {
  const principal = principalOf(response)
  if (principal.kind !== 'person') throw new TypeError('no person')
  return principal
}

const WRONG = { vi: 'Tên đăng nhập hoặc mã PIN không đúng', en: 'The login or the PIN is wrong' }
const OVER = { vi: 'Phiên nhập liệu đã kết thúc', en: 'The entry session is over' }
