// A rule against history over HTTP: one test at a time, cancelled when whoever asked is gone.
import { setTimeout as sleep } from 'node:timers/promises'
import express, { type Response, type Router } from 'express'
import { backtestRequestSchema } from '../../shared/alarms/api-schema.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import { whileThere } from '../http/while-there.ts'
import { type BacktestDeps, runBacktest } from './backtest-run.ts'

const MAX_BODY_BYTES = 1024 * 1024
/** One that was left ends with its next few readings; whoever comes right after it waits so long. */
const GRACE_MS = 1_000
const RETRY_SECONDS = '5'

export type BacktestHttpDeps = Omit<BacktestDeps, 'world'> & {
  readonly world: () => BacktestDeps['world']
  readonly rate: Rate
  readonly now: () => number
}

export function serveBacktest({ world, rate, now, ...deps }: BacktestHttpDeps): Router {
  const router = express.Router()
  let running: Promise<unknown> | undefined

  router.post('/alarms/backtest', limitRate(rate, now), jsonBody(MAX_BODY_BYTES), async (request, response) => {
    const parsed = backtestRequestSchema.safeParse(request.body)
    if (!parsed.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
      return
    }
    const { rule, from, to } = parsed.data
    if (rule.signal.kind === 'programme') {
      sendProblem(response, 'refused', undefined, { errors: [NOT_FROM_READINGS] })
      return
    }
    if (running) await Promise.race([running, sleep(GRACE_MS)])
    if (running) {
      sendBusy(response)
      return
    }
    await whileThere(response, async signal => {
      const test = runBacktest({ ...deps, world: world() }, { rule, from, to: Math.min(to, now()) }, signal)
      running = test.catch(() => undefined)
      try {
        response.set('Cache-Control', 'no-store').json(await test)
      } finally {
        running = undefined
      }
    })
  })
  return router
}

const NOT_FROM_READINGS = {
  code: 'not-from-readings',
  field: 'rule.signal',
  vi: 'Quy tắc về chương trình không tính từ số đo nên không thử với lịch sử được',
  en: 'A rule of the programme is not judged by readings, so it cannot be tried against history',
}

function sendBusy(response: Response): void {
  response.set('Retry-After', RETRY_SECONDS)
  sendProblem(response, 'too-many-requests', {
    vi: 'Đang có một lượt thử khác, xin thử lại sau ít giây',
    en: 'Another test is running, please try again in a few seconds',
  })
}
