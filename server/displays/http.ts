// Displays over HTTP: the fleet, what screens follow, commands, orders, and the small pictures.
import express, { type Router } from 'express'
import { maySpeakFor } from '../../shared/access/judge.ts'
import { type FleetRow, orderRequestSchema } from '../../shared/displays/api-schema.ts'
import { displayCommandRequestSchema } from '../../shared/displays/command-schema.ts'
import { DISPLAY_FAMILY } from '../../shared/displays/event.ts'
import { displayIdSchema } from '../../shared/displays/profile-schema.ts'
import { MAX_THUMBNAIL_BYTES } from '../../shared/displays/report.ts'
import { packDisplays } from '../../shared/displays/snapshot.ts'
import { eventsQuerySchema } from '../../shared/programme/api-schema.ts'
import type { ActingFor } from '../access/acting.ts'
import { principalOf } from '../access/guard.ts'
import { keyOf, limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { answerCommand } from '../log/command-answer.ts'
import { familyPage } from '../log/family-page.ts'
import { createSnapshotAnswer } from '../log/snapshot-answer.ts'
import type { Store } from '../store/store.ts'
import type { Displays } from './displays.ts'
import type { Fleet } from './fleet.ts'
import { pictureTypeOf } from './picture-type.ts'

const MAX_COMMAND_BYTES = 64 * 1024

export type DisplaysHttpDeps = {
  readonly displays: Displays
  readonly acting: ActingFor
  readonly fleet: Fleet
  readonly store: Pick<Store, 'eventsAbout' | 'eventsBefore'>
  readonly rate: Rate
  readonly now: () => number
}

export function serveDisplays({ displays, acting, fleet, store, rate, now }: DisplaysHttpDeps): Router {
  const router = express.Router()
  const answerState = createSnapshotAnswer(displays, packDisplays)

  router.get('/displays', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ now: now(), displays: rows(displays, fleet) })
  })

  router.get('/displays/state', async (request, response) => {
    await answerState(request, response, undefined)
  })

  router.get('/displays/events', async (request, response) => {
    const query = eventsQuerySchema.safeParse(request.query)
    if (query.success)
      response
        .set('Cache-Control', 'private, no-cache')
        .json(await familyPage({ family: DISPLAY_FAMILY, log: displays, store }, query.data))
    else sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(query.error) })
  })

  router.post('/displays/commands', limitRate(rate, now), jsonBody(MAX_COMMAND_BYTES), async (request, response) => {
    const key = keyOf(request, response)
    if (key === undefined) return
    const parsed = displayCommandRequestSchema.safeParse(request.body)
    if (!parsed.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
      return
    }
    const asked = parsed.data
    const by = acting(request, response, { kind: 'display', command: asked.command }, asked.actor)
    if (by) answerCommand(response, await displays.execute({ ...asked, actor: by.actor }, key, by.standing))
  })

  router.post('/displays/:id/orders', limitRate(rate, now), jsonBody(1024), (request, response) => {
    const id = displayIdSchema.safeParse(request.params['id'])
    const order = orderRequestSchema.safeParse(request.body)
    if (!id.success || !order.success) {
      const errors = [id, order].flatMap(({ error }) => (error ? complaintsOf(error) : []))
      sendProblem(response, 'bad-request', undefined, { errors })
    } else if (fleet.order(id.data, order.data)) response.json({ kind: order.data.kind })
    else sendProblem(response, 'not-found', NOT_CONNECTED)
  })

  router.post(
    '/displays/:id/thumbnail',
    limitRate(rate, now),
    express.raw({ limit: MAX_THUMBNAIL_BYTES, type: () => true, inflate: false }),
    (request, response) => {
      const id = displayIdSchema.safeParse(request.params['id'])
      const bytes: unknown = request.body
      const type = Buffer.isBuffer(bytes) ? pictureTypeOf(bytes) : undefined
      if (!id.success || !Buffer.isBuffer(bytes) || type === undefined) sendProblem(response, 'bad-request', NO_PICTURE)
      else if (!maySpeakFor(principalOf(response), id.data)) sendProblem(response, 'forbidden', NOT_ITS_OWN)
      else {
        const takenAt = now()
        if (fleet.setThumbnail(id.data, { bytes, type, takenAt })) response.json({ takenAt })
        else sendProblem(response, 'not-found', NOT_CONNECTED)
      }
    },
  )

  router.get('/displays/:id/thumbnail', (request, response) => {
    const thumbnail = fleet.thumbnail(request.params['id'])
    if (!thumbnail) {
      sendProblem(response, 'not-found')
      return
    }
    response
      .set({ 'Cache-Control': 'no-store', 'Last-Modified': new Date(thumbnail.takenAt).toUTCString() })
      .type(thumbnail.type)
      .send(thumbnail.bytes)
  })
  return router
}

const NOT_CONNECTED = {
  vi: 'Màn hình này hiện không nối với trạm',
  en: 'This display is not connected to the station now',
}
const NOT_ITS_OWN = { vi: 'Đây là mã của màn hình khác', en: 'This is the id of another display' }
const NO_PICTURE = { vi: 'Cần ảnh JPEG hoặc WebP', en: 'A JPEG or WebP picture is needed' }

/** Named ones and those that are heard, each once. */
function rows(displays: Displays, fleet: Fleet): readonly FleetRow[] {
  const named = displays.state().displays
  const heard = fleet.entries()
  return [...new Set([...named.keys(), ...heard.keys()])].map(display => {
    const assignment = named.get(display)
    const entry = heard.get(display)
    return {
      display,
      name: assignment?.name ?? null,
      profile: assignment?.profile ?? null,
      screen: assignment?.screen ?? null,
      report: entry?.report ?? null,
      reportedAt: entry?.reportedAt ?? null,
      isAlive: fleet.isAlive(display),
      isConnected: entry?.isConnected ?? false,
      thumbnailAt: entry?.thumbnailAt ?? null,
      clockOffMs: entry?.clockOffMs ?? null,
    }
  })
}
