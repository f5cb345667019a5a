// The alarms as a whole over HTTP: the state that screens load (now, or as it stood at an instant) and the log of what happened.
import express, { type Router } from 'express'
import { alarmEventsQuerySchema, alarmStateQuerySchema } from '../../shared/alarms/api-schema.ts'
import { packAlarms } from '../../shared/alarms/snapshot.ts'
import { instantOf, momentOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import { createSnapshotAnswer } from '../log/snapshot-answer.ts'
import type { Alarms } from './alarms.ts'
import { type EventsPageDeps, type EventsQuery, eventsPage } from './events-page.ts'

const DEFAULT_PAGE = 100

export type AlarmLogDeps = EventsPageDeps & {
  readonly alarms: Pick<Alarms, 'head' | 'state' | 'stateAt' | 'eventsAfter'>
}

export function serveAlarmLog({ alarms, store }: AlarmLogDeps): Router {
  const router = express.Router()
  const answerState = createSnapshotAnswer(alarms, packAlarms)

  router.get('/alarms/state', async (request, response) => {
    const at = momentOf(request.query, alarmStateQuerySchema, response)
    if (at !== null) await answerState(request, response, at)
  })

  router.get('/alarms/events', async (request, response) => {
    const query = queryOf(request.query)
    if (query) response.set('Cache-Control', 'private, no-cache').json(await eventsPage({ alarms, store }, query))
    else
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: alarm hoặc rule; before, after (số sự kiện); from, to (thời điểm), from ≤ to; limit từ 1 đến 1.000',
        en: 'Bad query: alarm or rule; before, after (event ids); from, to (instants), from ≤ to; limit 1 to 1,000',
      })
  })
  return router
}

function queryOf(asked: unknown): EventsQuery | undefined {
  const { success, data } = alarmEventsQuerySchema.safeParse(asked)
  if (!success || (data.alarm !== undefined && data.rule !== undefined)) return undefined
  const { from: fromText, to: toText, limit = DEFAULT_PAGE, ...rest } = data
  const from = fromText === undefined ? undefined : instantOf(fromText)
  const to = toText === undefined ? undefined : instantOf(toText)
  const isWrong =
    (fromText !== undefined && from === undefined) ||
    (toText !== undefined && to === undefined) ||
    (from !== undefined && to !== undefined && from > to)
  return isWrong ? undefined : { ...rest, from, to, limit }
}
