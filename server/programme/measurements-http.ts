// What the station measured for indicators, over HTTP. Figures beside a person's assessment, never in its place.
import express, { type Router } from 'express'
import { measurementsQuerySchema } from '../../shared/programme/api-schema.ts'
import { setOn } from '../../shared/programme/criteria.ts'
import { sendProblem } from '../http/problem.ts'
import type { Measurements } from './measurements.ts'
import type { Programme } from './programme.ts'

export type MeasurementsHttpDeps = {
  readonly programme: Pick<Programme, 'state' | 'today'>
  readonly measurements: Measurements
}

export function serveMeasurements({ programme, measurements }: MeasurementsHttpDeps): Router {
  const router = express.Router()
  router.get('/programme/measurements', async (request, response) => {
    const query = measurementsQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', { vi: 'Tham số: set (mã bộ tiêu chí)', en: 'Query: set (a criteria set)' })
      return
    }
    const state = programme.state()
    const asked = query.data.set
    const set = asked === undefined ? setOn(state, programme.today()).set : state.criteriaSets.get(asked)
    if (set === undefined) {
      sendProblem(response, 'not-found')
      return
    }
    const villages = [...state.villages.values()].toSorted((a, b) => a.order - b.order).map(({ id }) => id)
    response.set('Cache-Control', 'private, no-cache').json({
      set: set?.id ?? null,
      measurements: set ? await measurements.of(set, villages) : [],
    })
  })
  return router
}
