// The desk over HTTP: what screens follow, the log page by page, and the one door for commands.
import express, { type Router } from 'express'
import { deskEntriesQuerySchema, deskStateQuerySchema } from '../../shared/desk/api-schema.ts'
import { deskCommandRequestSchema } from '../../shared/desk/command-schema.ts'
import { DESK_FAMILY } from '../../shared/desk/event.ts'
import { packDesk } from '../../shared/desk/snapshot.ts'
import { eventsQuerySchema } from '../../shared/programme/api-schema.ts'
import type { ActingFor } from '../access/acting.ts'
import { keyOf, limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { momentOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { answerCommand } from '../log/command-answer.ts'
import { familyPage } from '../log/family-page.ts'
import { createSnapshotAnswer } from '../log/snapshot-answer.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { entriesPage } from './entries-page.ts'

/** A summary of eight thousand letters, each of them three bytes or an escape of six. */
const MAX_COMMAND_BYTES = 64 * 1024

export type DeskHttpDeps = {
  readonly desk: Desk
  readonly acting: ActingFor
  readonly store: Pick<Store, 'eventsAbout' | 'eventsBefore'>
  readonly rate: Rate
  readonly now: () => number
}

export function serveDesk({ desk, acting, store, rate, now }: DeskHttpDeps): Router {
  const router = express.Router()
  const answerState = createSnapshotAnswer(desk, packDesk)

  router.get('/desk/state', async (request, response) => {
    const at = momentOf(request.query, deskStateQuerySchema, response)
    if (at !== null) await answerState(request, response, at)
  })

  router.get('/desk/entries', async (request, response) => {
    const query = deskEntriesQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(query.error) })
      return
    }
    const page = await entriesPage(store, query.data)
    if (page) response.set('Cache-Control', 'private, no-cache').json(page)
    else sendProblem(response, 'not-found')
  })

  router.get('/desk/events', async (request, response) => {
    const query = eventsQuerySchema.safeParse(request.query)
    if (query.success)
      response
        .set('Cache-Control', 'private, no-cache')
        .json(await familyPage({ family: DESK_FAMILY, log: desk, store }, query.data))
    else sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(query.error) })
  })

  router.post('/desk/commands', limitRate(rate, now), jsonBody(MAX_COMMAND_BYTES), async (request, response) => {
    const key = keyOf(request, response)
    if (key === undefined) return
    const parsed = deskCommandRequestSchema.safeParse(request.body)
    if (!parsed.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
      return
    }
    const asked = parsed.data
    const { data } = asked
    const villages = 'village' in data && data.village !== null ? [data.village] : []
    const action = { kind: 'desk', command: asked.command } as const
    const by = acting(request, response, action, asked.actor, { ...asked, villages })
    if (by) answerCommand(response, await desk.execute({ ...asked, actor: by.actor }, key, by.standing))
  })
  return router
}
