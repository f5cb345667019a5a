// The accounts for those who look after them, and the log of who came in.
import express, { type Request, type Response, type Router } from 'express'
import { type AccountRow, accessEventsQuerySchema } from '../../shared/access/api-schema.ts'
import { accessCommandSchema } from '../../shared/access/command-schema.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { MAX_EVENT_AT, type Store } from '../store/store.ts'
import { ACCESS_FAMILY } from './access-event.ts'
import type { Accounts } from './accounts.ts'
import { bodyOf, refuse } from './door.ts'
import { actorOf, principalOf } from './guard.ts'
import type { AccessRecords } from './records.ts'
import type { Sessions } from './sessions.ts'

const MAX_BYTES = 16 * 1024
const DEFAULT_PAGE = 100

export type AccountsHttpDeps = {
  readonly records: AccessRecords
  readonly sessions: Sessions
  readonly accounts: Accounts
  readonly store: Pick<Store, 'eventsBefore'>
  readonly rate: Rate
  readonly now: () => number
}

export function serveAccounts({ records, sessions, accounts, store, rate, now }: AccountsHttpDeps): Router {
  const router = express.Router()

  router.get('/access/accounts', (_request, response) => {
    const rows = [...records.all('account')].map(([id, account]): AccountRow => {
      const { login, name, grants, isDisabled, passwordHash, totpSecret, outside } = account
      const open = [...sessions.of(id).values()]
      return {
        id,
        login,
        name,
        grants,
        state: isDisabled ? 'disabled' : passwordHash === null && outside === null ? 'invited' : 'active',
        hasTotp: totpSecret !== null,
        isOutside: outside !== null,
        sessions: open.length,
        seenAt: open.length === 0 ? null : Math.max(...open.map(({ seenAt }) => seenAt)),
      }
    })
    response.set('Cache-Control', 'no-store').json({ accounts: rows.sort((a, b) => a.login.localeCompare(b.login)) })
  })

  router.post(
    '/access/commands',
    limitRate(rate, now),
    jsonBody(MAX_BYTES),
    async (request: Request, response: Response) => {
      const command = bodyOf(accessCommandSchema, request, response)
      if (!command) return
      const outcome = await accounts.carryOut(command, actorOf(principalOf(response)))
      if ('code' in outcome) refuse(response, outcome)
      else
        response
          .set('Cache-Control', 'no-store')
          .json({ account: outcome.account, invitation: outcome.invitation ?? null })
    },
  )

  router.get('/access/events', async (request, response) => {
    const query = accessEventsQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(query.error) })
      return
    }
    const { before = MAX_EVENT_AT, limit = DEFAULT_PAGE } = query.data
    const events = await store.eventsBefore(ACCESS_FAMILY, before, limit + 1)
    const page = events.slice(0, limit)
    response
      .set('Cache-Control', 'no-store')
      .json({ events: page, next: events.length > limit ? (page.at(-1)?.id ?? null) : null })
  })
  return router
}
