// The doors for what is done in an entry session: what there is to enter for the unit, one entry, a photograph. Nothing else can be done
// with its secrets.
import express, { type Request, type Response, type Router } from 'express'
import { type EntryDone, entryRequestSchema } from '../../shared/entry/api-schema.ts'
import { type EntryChoices, entryChoices, isOwnEntry } from '../../shared/entry/choices.ts'
import { type EntryCommand, wasWithin, withRemark } from '../../shared/entry/entry.ts'
import type { CommandRequest } from '../../shared/programme/command.ts'
import { commandRequestSchema } from '../../shared/programme/command-schema.ts'
import type { DecideContext } from '../../shared/programme/decide.ts'
import { bodyOf, refuse } from '../access/door.ts'
import { accessRefusal } from '../access/refusal.ts'
import type { EvidenceStore } from '../evidence/evidence-store.ts'
import { takeFile } from '../evidence/http.ts'
import { keyOf, limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { answerCommand, lacksEvidence } from '../programme/commands-http.ts'
import type { Programme } from '../programme/programme.ts'
import type { EntrySessions, FoundEntry } from './entry-sessions.ts'
import { displayBehind } from './place.ts'
import { runningEntry } from './session-http.ts'

/** The largest is a report of four long texts. */
const MAX_ENTRY_BYTES = 64 * 1024
/** A photograph is made smaller before it is sent. */
const MAX_PHOTOGRAPH_BYTES = 2 * 1024 * 1024
export const TICKET_HEADER = 'x-entry-ticket'

export type EntryWorkDeps = {
  readonly programme: Pick<Programme, 'state' | 'units' | 'today' | 'execute'>
  readonly entries: EntrySessions
  readonly evidence: EvidenceStore
  readonly rate: Rate
  readonly now: () => number
}

export function serveEntryWork({ programme, entries, evidence, rate, now }: EntryWorkDeps): Router {
  const router = express.Router()
  const limit = limitRate(rate, now)
  const context = (): DecideContext => ({ state: programme.state(), units: programme.units, today: programme.today() })

  router.get('/entry/choices', (request, response) => {
    const found = runningEntry(request, response, entries)
    if (!found) return
    response.set('Cache-Control', 'no-store').json(entryChoices(context(), found.record.unit) satisfies EntryChoices)
  })

  /** The session whose ticket comes along; undefined when it is good no more, and that has been answered. */
  function ticketed(request: Request, response: Response): FoundEntry | undefined {
    const found = entries.byTicket(request.get(TICKET_HEADER) ?? '', displayBehind(response))
    if (!found) refuse(response, accessRefusal('entry-ticket-gone', null))
    return found
  }

  router.post('/entry/commands', limit, jsonBody(MAX_ENTRY_BYTES), async (request: Request, response: Response) => {
    const key = keyOf(request, response)
    const asked = key === undefined ? undefined : bodyOf(entryRequestSchema, request, response)
    const found = asked && ticketed(request, response)
    if (key === undefined || !asked || !found) return
    const { command, data, expected, enteredAt, wasOffline } = asked
    const { account, name, unit } = found.record
    const parsed = commandRequestSchema.safeParse({ command, data, expected, actor: { name, unit } })
    if (!parsed.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
      return
    }
    // Its name is one of those that an entry may have.
    const entry = parsed.data as CommandRequest & EntryCommand
    if (!wasWithin(found.record, enteredAt, now())) refuse(response, accessRefusal('entry-outside', null))
    else if (!isOwnEntry(context(), unit, entry)) refuse(response, accessRefusal('entry-not-own', null))
    else if (!(await lacksEvidence(entry, evidence.has, response))) {
      const whole = wasOffline ? { ...entry, ...withRemark(entry, remarkOf(enteredAt)) } : entry
      const outcome = await programme.execute(whole, key, account === null ? 'declared' : 'person')
      if (outcome.kind === 'done' || outcome.kind === 'repeated') {
        const version = Math.max(...outcome.events.map(({ id }) => id))
        response.json({ repeated: outcome.kind === 'repeated', version } satisfies EntryDone)
      } else answerCommand(response, outcome)
    }
  })

  router.post(
    '/entry/files',
    limit,
    (request, response, next) => {
      if (ticketed(request, response)) next()
    },
    takeFile({
      store: evidence,
      maxBytes: MAX_PHOTOGRAPH_BYTES,
      isWanted: ({ mediaType }) => mediaType.startsWith('image/'),
    }),
  )
  return router
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** Part of what was written, so in the language of the programme; the same whenever it is sent. */
const remarkOf = (enteredAt: number): string => `(Nhập tại ki-ốt lúc ${CLOCK.format(enteredAt)}, khi mất đường truyền)`
