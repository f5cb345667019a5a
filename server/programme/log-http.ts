// The programme's past over HTTP: the state at an instant, the events with who, when, what and why, and the check of the chain.
import express, { type Router } from 'express'
import { eventsQuerySchema, stateQuerySchema } from '../../shared/programme/api-schema.ts'
import { PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import { packState } from '../../shared/programme/snapshot.ts'
import { momentOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import { familyPage } from '../log/family-page.ts'
import { createSnapshotAnswer } from '../log/snapshot-answer.ts'
import { type SharedRun, sharedRun } from '../shared-run.ts'
import { CHAIN_START, type ChainCheck, type Store } from '../store/store.ts'
import type { Programme } from './programme.ts'

/** A check reads the whole chain: at most one at a time, and its answer stands so long. */
const AUDIT_MS = 10_000
/** Events checked at a stretch: readings are stored in between. */
const AUDIT_PAGE = 5_000

export type LogDeps = {
  readonly programme: Programme
  readonly store: Pick<Store, 'eventsAbout' | 'eventsBefore' | 'checkChain' | 'lastEvent'>
  readonly now: () => number
}

export function serveLog({ programme, store, now }: LogDeps): Router {
  const router = express.Router()
  const answerState = createSnapshotAnswer(programme, packState)
  let audit: { readonly run: SharedRun<object>; doneAt: number } | undefined

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
    await whileThere(response, async signal => {
      if (!audit || audit.run.isGivenUp() || now() - audit.doneAt > AUDIT_MS)
        audit = { run: sharedRun(check), doneAt: Infinity }
      const asked = audit
      try {
        const answer = await asked.run.join(signal)
        asked.doneAt = Math.min(asked.doneAt, now())
        response.json(answer)
      } catch (error) {
        // What went wrong is tried anew, not kept; who left takes nothing from the others.
        if (!signal.aborted && audit === asked) audit = undefined
        throw error
      }
    })
  })

  async function check(signal: AbortSignal): Promise<object> {
    let checked: ChainCheck = { brokenId: null, end: CHAIN_START, isWhole: false }
    while (!checked.isWhole) {
      checked = await store.checkChain(checked.end, AUDIT_PAGE)
      signal.throwIfAborted()
    }
    const { brokenId, end } = checked
    const last = brokenId === null ? end : ((await store.lastEvent()) ?? end)
    return { holds: brokenId === null, brokenId, lastId: last.id, lastHash: last.hash, checkedAt: now() }
  }
  return router
}
