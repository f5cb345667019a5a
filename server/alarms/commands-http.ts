// The one door for what people do to alarms: POST /api/v1/alarms/commands with an Idempotency-Key.
import express, { type Response, type Router } from 'express'
import type { AlarmRefusal } from '../../shared/alarms/command.ts'
import { alarmCommandRequestSchema } from '../../shared/alarms/command-schema.ts'
import type { ActingFor } from '../access/acting.ts'
import { keyOf, limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import type { AlarmCommandOutcome, Alarms } from './alarms.ts'

/** The largest names five hundred alarms, or lists five hundred exceptions of a rule. */
const MAX_COMMAND_BYTES = 1024 * 1024

export type AlarmCommandsDeps = {
  readonly alarms: Pick<Alarms, 'execute' | 'state'>
  readonly acting: ActingFor
  readonly rate: Rate
  readonly now: () => number
}

export function serveAlarmCommands({ alarms, acting, rate, now }: AlarmCommandsDeps): Router {
  const router = express.Router()
  /** One that isn't there, or that is of no village, is judged later. */
  const villageOf = (id: string): readonly string[] => {
    const village = alarms.state().alarms.get(id)?.about.village
    return village ? [village] : []
  }
  router.post('/alarms/commands', limitRate(rate, now), jsonBody(MAX_COMMAND_BYTES), async (request, response) => {
    const key = keyOf(request, response)
    if (key === undefined) return
    const parsed = alarmCommandRequestSchema.safeParse(request.body)
    if (!parsed.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
      return
    }
    const asked = parsed.data
    const villages = 'alarms' in asked.data ? asked.data.alarms.flatMap(({ id }) => villageOf(id)) : []
    const by = acting(request, response, { kind: 'alarm', ...asked }, asked.actor, { ...asked, villages })
    if (by) answer(response, await alarms.execute({ ...asked, actor: by.actor }, key, by.standing))
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
