// The open alarms over HTTP, for other systems.
import express, { type Router } from 'express'
import { alarmsQuerySchema } from '../../shared/alarms/api-schema.ts'
import { floodAt } from '../../shared/alarms/flood.ts'
import type { Registry } from '../../shared/registry.ts'
import { sendProblem } from '../http/problem.ts'
import { alarmRows } from './alarm-rows.ts'
import type { Alarms } from './alarms.ts'

export type AlarmListDeps = {
  readonly alarms: Pick<Alarms, 'state'>
  readonly registry: Pick<Registry, 'quantities'>
  readonly now: () => number
}

export function serveAlarmList({ alarms, registry, now }: AlarmListDeps): Router {
  const router = express.Router()
  router.get('/alarms', (request, response) => {
    const query = alarmsQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: standing (một trạng thái), priority (low, medium, high), village (mã làng)',
        en: 'Bad query: standing (a state), priority (low, medium, high), village (its id)',
      })
      return
    }
    const [state, at] = [alarms.state(), now()]
    response.set('Cache-Control', 'private, no-cache').json({
      at,
      lastId: state.lastId,
      floodSince: floodAt(state, at)?.since ?? null,
      alarms: alarmRows(state, registry, query.data),
    })
  })
  return router
}
