// The one door for what people do to alarms: POST /api/v1/alarms/commands with an Idempotency-Key.
import express, { type Response, type Router } from 'express'
import type { AlarmRefusal } from '../../shared/alarms/command.ts'
import { alarmCommandRequestSchema } from '../../shared/alarms/command-schema.ts'
import { keyOf, limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import type { AlarmCommandOutcome, Alarms } from './alarms.ts'

/** The largest names five hundred alarms, or lists five hundred exceptions of a rule. */
const MAX_COMMAND_BYTES = 1024 * 1024

export type AlarmCommandsDeps = {
  readonly alarms: Pick<Alarms, 'execute'>
  readonly rate: Rate
  readonly now: () => number
}

export function serveAlarmCommands({ alarms, rate, now }: AlarmCommandsDeps): Router {
  const router = express.Router()
  router.post('/alarms/commands', limitRate(rate, now), jsonBody(MAX_COMMAND_BYTES), async (request, response) => {
    const key = keyOf(request, response)
    if (key === undefined) return
    const parsed = alarmCommandRequestSchema.safeParse(request.body)
    if (parsed.success) answer(response, await alarms.execute(parsed.data, key))
    else sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
  })
  return router
}

function answer(response: Response, outcome: AlarmCommandOutcome): void {
  switch (outcome.kind) {
    case 'done':
    case 'repeated': {
      const { events, refusals } = outcome
      response.json({ repeated: outcome.kind === 'repeated', events, refusals })
      return
    }
    case 'refused':
      sendProblem(response, 'refused', undefined, { errors: outcome.refusals.map(errorOf) })
      return
    case 'key-reused':
      sendProblem(response, 'key-reused')
      return
    default:
      outcome satisfies never
  }
}

/** Which alarm it is of, its field says by its place in the command. */
const errorOf = ({ code, field, vi, en }: AlarmRefusal) => ({ code, field, vi, en })
