// The scorecard over HTTP: which period is asked for, and its figures.
import express, { type Router } from 'express'
import { MAX_SCORECARD_MS } from '../../shared/alarms/scorecard-figures.ts'
import type { Period } from '../../shared/alarms/scorecard-load.ts'
import { scorecardQuerySchema } from '../../shared/alarms/scorecard-schema.ts'
import { endOfDay, provinceDayOf } from '../../shared/programme/province-day.ts'
import { instantOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import type { ScorecardReader } from './scorecard-reader.ts'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 7
const RETRY_SECONDS = '5'

export type ScorecardDeps = { readonly scorecards: ScorecardReader; readonly now: () => number }

/** GET /alarms/scorecard */
export function serveScorecard({ scorecards, now }: ScorecardDeps): Router {
  const router = express.Router()
  router.get('/alarms/scorecard', async (request, response) => {
    const query = scorecardQuerySchema.safeParse(request.query)
    const period = query.success ? periodOf(query.data, now()) : undefined
    if (!period) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số: from, to là ngày (2026-10-21) hoặc thời điểm RFC 3339; from trước to, cách nhau không quá 366 ngày',
        en: 'Query: from and to are days (2026-10-21) or RFC 3339 instants; from before to, at most 366 days apart',
      })
      return
    }
    await whileThere(response, async signal => {
      const figures = scorecards.read(period, signal)
      if (figures) response.set('Cache-Control', 'private, no-cache').json(await figures)
      else {
        response.set('Retry-After', RETRY_SECONDS)
        sendProblem(response, 'too-many-requests')
      }
    })
  })
  return router
}

type Asked = { readonly from?: string | undefined; readonly to?: string | undefined }

/** A day stands for its start as `from`, for its end as `to`. Undefined when there is no such period. */
function periodOf({ from, to }: Asked, now: number): Period | undefined {
  const lastDay = endOfDay(to ?? provinceDayOf(now))
  const end = lastDay === undefined ? instantOf(to ?? '') : lastDay + 1
  if (end === undefined) return undefined
  const firstDay = from === undefined ? undefined : endOfDay(from)
  const start =
    from === undefined ? end - DEFAULT_DAYS * DAY_MS : firstDay === undefined ? instantOf(from) : firstDay + 1 - DAY_MS
  return start !== undefined && start < end && end - start <= MAX_SCORECARD_MS ? { from: start, to: end } : undefined
}
