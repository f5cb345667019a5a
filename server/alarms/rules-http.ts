// About rules over HTTP: what each watches, and how wide a deadband would hold an alarm that chatters.
import express, { type Router } from 'express'
import { deadbandQuerySchema, watchesQuerySchema } from '../../shared/alarms/api-schema.ts'
import { proposeDeadband } from '../../shared/alarms/chatter.ts'
import { deadbandQuestion } from '../../shared/alarms/deadband-question.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import type { Store } from '../store/store.ts'
import type { Alarms } from './alarms.ts'
import { withoutLevelsRow } from './backtest-run.ts'

/** The newest so many: trying deadbands on them takes some milliseconds. */
const DEADBAND_READINGS = 5_000
const PAGE = 10_000

export type AlarmRulesDeps = {
  readonly alarms: Pick<Alarms, 'state' | 'watches' | 'withoutLevels'>
  readonly store: Pick<Store, 'readings'>
}
type Readings = readonly { readonly t: number; readonly v: number }[]

export function serveAlarmRules({ alarms, store }: AlarmRulesDeps): Router {
  const router = express.Router()

  router.get('/alarms/watches', (request, response) => {
    const query = watchesQuerySchema.safeParse(request.query)
    const { rules } = alarms.state()
    if (!query.success) {
      sendProblem(response, 'bad-request', { vi: 'Tham số: rule (mã quy tắc)', en: 'Query: rule (its id)' })
      return
    }
    const asked = query.data.rule
    if (asked !== undefined && !rules.has(asked)) {
      sendProblem(response, 'not-found')
      return
    }
    const watched = Map.groupBy(alarms.watches().values(), ({ rule }) => rule.id)
    const without = Map.groupBy(alarms.withoutLevels(), ({ rule }) => rule)
    response.set('Cache-Control', 'private, no-cache').json({
      rules: (asked === undefined ? [...rules.keys()] : [asked]).map(rule => ({
        rule,
        watched: watched.get(rule)?.length ?? 0,
        withoutLevels: (without.get(rule) ?? []).map(withoutLevelsRow),
      })),
    })
  })

  router.get('/alarms/deadband', async (request, response) => {
    const query = deadbandQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', { vi: 'Tham số: alarm (mã cảnh báo)', en: 'Query: alarm (its id)' })
      return
    }
    const { rules, alarms: all } = alarms.state()
    const alarm = all.get(query.data.alarm)
    const held = alarm && rules.get(alarm.rule)
    if (!alarm || !held) {
      sendProblem(response, 'not-found')
      return
    }
    const { side, deadband: current } = held.rule
    const question = deadbandQuestion(alarm, held.rule)
    const n = question && alarms.watches().get(alarm.id)?.inputs[0]?.n
    await whileThere(response, async signal => {
      const readings = question && n !== undefined ? await newestReadings(n, question.from, question.to, signal) : []
      response.set('Cache-Control', 'private, no-cache').json({
        alarm: alarm.id,
        from: question?.from ?? null,
        to: question?.to ?? null,
        readings: readings.length,
        current,
        proposal: question ? proposeDeadband(readings, question.setpoint, side, current) : null,
      })
    })
  })

  async function newestReadings(n: number, from: number, to: number, signal: AbortSignal): Promise<Readings> {
    let found: { t: number; v: number }[] = []
    for (let next = from; ; ) {
      const { t, v, q } = await store.readings(n, next, to, PAGE)
      signal.throwIfAborted()
      t.forEach((time, i) => {
        if (q[i] !== QUALITY_CODE.bad) found.push({ t: time, v: v[i] as number })
      })
      found = found.slice(-DEADBAND_READINGS)
      if (t.length < PAGE) return found
      next = (t.at(-1) as number) + 1
    }
  }
  return router
}
