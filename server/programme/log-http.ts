// The programme's past over HTTP: the state at an instant, the events with who, when, what and why, and the check of the chain.
import express, { type Router } from 'express'
import { eventsQuerySchema, stateQuerySchema } from '../../shared/programme/api-schema.ts'
import { PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import { packState } from '../../shared/programme/snapshot.ts'
import { momentOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import { familyPage } from '../log/family-page.ts'
import { createSnapshotAnswer } from '../log/snapshot-answer.ts'
import type { Store } from '../store/store.ts'
import type { Programme } from './programme.ts'

/** A check reads the whole chain: at most one at a time, and its answer stands so long. */
const AUDIT_MS = 10_000

export type LogDeps = {
  readonly programme: Programme
  readonly store: Pick<Store, 'eventsAbout' | 'eventsBefore' | 'brokenEvent' | 'lastEvent'>
  readonly now: () => number
}

export function serveLog({ programme, store, now }: LogDeps): Router {
  const router = express.Router()
  const answerState = createSnapshotAnswer(programme, packState)
  let audit: { readonly at: number; readonly answer: Promise<object> } | undefined

  router.get('/programme/state', async (request, response) => {
    const at = momentOf(request.query, stateQuerySchema, response)
    if (at !== null) await answerState(request, response, at)
  })

  router.get('/programme/events', async (request, response) => {
    const query = eventsQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: subject, after hoặc before (số sự kiện); limit từ 1 đến 1.000',
        en: 'Bad query: subject, after or before (event ids); limit 1 to 1,000',
      })
      return
    }
    response.json(await familyPage({ family: PROGRAMME_FAMILY, log: programme, store }, query.data))
  })

  router.get('/programme/audit', async (_request, response) => {
    if (!audit || now() - audit.at > AUDIT_MS) audit = { at: now(), answer: check() }
    response.json(await audit.answer)
  })

  async function check(): Promise<object> {
    const [broken, last] = [await store.brokenEvent(), await store.lastEvent()]
    return {
      holds: broken === null,
      brokenId: broken,
      lastId: last?.id ?? 0,
      lastHash: last?.hash ?? '',
      checkedAt: now(),
    }
  }
  return router
}
