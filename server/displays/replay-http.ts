// Replays of incidents on walls: who may be told to show one, and what a display reads to do so.
import express, { type Router } from 'express'
import type { Principal } from '../../shared/access/principal.ts'
import { deskIdSchema } from '../../shared/desk/command-schema.ts'
import type { Incident } from '../../shared/desk/state.ts'
import { type ReplayedIncident, type ReplayReply, replayRequestSchema } from '../../shared/displays/api-schema.ts'
import type { Order } from '../../shared/displays/report.ts'
import type { FieldViews } from '../access/field-view.ts'
import { principalOf } from '../access/guard.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import type { Fleet } from './fleet.ts'

/** The ids of every display there can be. */
const MAX_REPLAY_BYTES = 32 * 1024

export type ReplayHttpDeps = {
  readonly fleet: Pick<Fleet, 'order' | 'principalOf'>
  readonly views: FieldViews
  readonly incident: (id: string) => Incident | undefined
  readonly rate: Rate
  readonly now: () => number
}

export function serveReplays({ fleet, views, incident, rate, now }: ReplayHttpDeps): Router {
  const router = express.Router()

  router.post('/displays/replays', limitRate(rate, now), jsonBody(MAX_REPLAY_BYTES), (request, response) => {
    const asked = replayRequestSchema.safeParse(request.body)
    if (!asked.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(asked.error) })
      return
    }
    const { incident: id, displays } = asked.data
    const found = id === null ? undefined : incident(id)
    if (id !== null && !found) {
      sendProblem(response, 'not-found', NO_INCIDENT)
      return
    }
    const order: Order = found ? { kind: 'replay', incident: found.id, since: now() } : { kind: 'end-replay' }
    const told: string[] = []
    const left: ReplayReply['left'] = []
    for (const display of new Set(displays)) {
      const principal = fleet.principalOf(display)
      if (!principal) left.push({ display, why: 'not-connected' })
      else if (found && !mayShow(principal, found)) left.push({ display, why: 'not-allowed' })
      else if (fleet.order(display, order)) told.push(display)
    }
    response.json({ told, left } satisfies ReplayReply)
  })

  router.get('/displays/incidents/:id', (request, response) => {
    const id = deskIdSchema.safeParse(request.params['id'])
    const found = id.success ? incident(id.data) : undefined
    // What isn't for a display is as if it weren't there.
    if (found && mayShow(principalOf(response), found)) response.set('Cache-Control', 'no-store').json(replayed(found))
    else sendProblem(response, 'not-found', NO_INCIDENT)
  })

  /** Of a person the table of permissions has been asked; a display shows none in public, and none of beyond its own unit. */
  function mayShow(principal: Principal, { village }: Incident): boolean {
    if (principal.kind !== 'display') return true
    if (principal.audience === 'public') return false
    return views.of(principal).mayWatch(village === null ? 'province' : `village:${village}`)
  }
  return router
}

/** What was found out of it and by whom stays at the desk. */
const replayed = ({ id, title, from, to, village, annotations }: Incident): ReplayedIncident => ({
  id,
  title,
  from,
  to,
  village,
  annotations: annotations.map(note => ({ id: note.id, at: note.at, text: note.text })),
})

const NO_INCIDENT = {
  vi: 'Không có sự cố này, hoặc đã bị xóa',
  en: 'There is no such incident, or it was removed',
}
