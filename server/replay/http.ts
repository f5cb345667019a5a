// Replay over HTTP: the readings after an instant in pages, and how much happened when for the slider's track.
import express, { type Response, type Router } from 'express'
import { may } from '../../shared/access/judge.ts'
import { ALARM_FAMILY } from '../../shared/alarms/event.ts'
import { PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import {
  MAX_REPLAY_MS,
  MAX_REPLAY_READINGS,
  replayMarksQuerySchema,
  replayQuerySchema,
} from '../../shared/replay/api-schema.ts'
import type { Family } from '../../shared/wire.ts'
import type { FieldViews } from '../access/field-view.ts'
import { principalOf } from '../access/guard.ts'
import { instantOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import type { Devices } from '../registry/devices.ts'
import type { ReadingPlace, Store } from '../store/store.ts'

const DEFAULT_PAGE = 5_000
const DEFAULT_MARKS = 240
const ALARM_RAISED = 'alarm.raised'

export type ReplayDeps = {
  readonly store: Pick<Store, 'readingsAfter' | 'firstReadingAt' | 'eventCounts' | 'eventsOf'>
  readonly devices: Pick<Devices, 'allSeries'>
  readonly views: FieldViews
  readonly now: () => number
}

export function serveReplay({ store, devices, views, now }: ReplayDeps): Router {
  const router = express.Router()

  router.get('/replay', async (request, response) => {
    const query = replayQuerySchema.safeParse(request.query)
    const from = query.success ? instantOf(query.data.from) : undefined
    const to = query.success ? instantOf(query.data.to) : undefined
    if (!query.success || from === undefined || to === undefined || from > to) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: from và to (mili giây hoặc RFC 3339), from ≤ to; limit từ 1 đến 10.000; step từ 1.000 đến 3.600.000 mili giây',
        en: 'Bad query: from and to (milliseconds or RFC 3339), from ≤ to; limit 1 to 10,000; step 1,000 to 3,600,000 ms',
      })
      return
    }
    const { limit = DEFAULT_PAGE, step, cursor } = query.data
    const { sees } = views.behind(response)
    const visible = devices
      .allSeries()
      .filter(one => sees({ village: one.device.village, quantity: one.quantity.code }))
    const until = Math.min(to, from + MAX_REPLAY_MS)
    const after = placeOf(cursor) ?? { t: from, n: Number.MAX_SAFE_INTEGER }
    const { n, t, v, q } = await store.readingsAfter({
      series: visible.map(one => one.n),
      after: after.t < from ? { t: from, n: Number.MAX_SAFE_INTEGER } : after,
      to: until,
      stepMs: step ?? null,
      limit: Math.min(limit, MAX_REPLAY_READINGS) + 1,
    })
    const count = Math.min(n.length, limit)
    const occurring = [...new Set(n.subarray(0, count))]
    const position = new Map(occurring.map((number, i) => [number, i]))
    const idOf = new Map(visible.map(one => [one.n, one.id]))
    response.json({
      from,
      until,
      series: occurring.map(number => idOf.get(number)),
      n: Array.from(n.subarray(0, count), number => position.get(number)),
      t: [...t.subarray(0, count)],
      v: [...v.subarray(0, count)],
      q: [...q.subarray(0, count)],
      next: n.length > limit ? `${t[count - 1]}.${n[count - 1]}` : null,
    })
  })

  router.get('/replay/marks', async (request, response) => {
    const query = replayMarksQuerySchema.safeParse(request.query)
    const first = query.success ? await firstAt(response) : null
    const present = now()
    const from = !query.success ? undefined : query.data.from ? instantOf(query.data.from) : (first ?? present)
    const to = !query.success ? undefined : query.data.to ? instantOf(query.data.to) : present
    if (!query.success || from === undefined || to === undefined || from > to) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: from và to (mili giây hoặc RFC 3339), from ≤ to; points từ 1 đến 1.000',
        en: 'Bad query: from and to (milliseconds or RFC 3339), from ≤ to; points 1 to 1,000',
      })
      return
    }
    const parts = { from, to, points: query.data.points ?? DEFAULT_MARKS }
    const [alarms, programme] = await Promise.all([
      sees(response, ALARM_FAMILY) ? store.eventCounts(ALARM_FAMILY, ALARM_RAISED, parts) : null,
      sees(response, PROGRAMME_FAMILY) ? store.eventCounts(PROGRAMME_FAMILY, null, parts) : null,
    ])
    response.json({
      now: present,
      first,
      from,
      to,
      alarms: alarms && [...alarms],
      programme: programme && [...programme],
    })
  })

  const sees = (response: Response, family: Family) => may(principalOf(response), { kind: 'follow', family })

  async function firstAt(response: Response): Promise<number | null> {
    const families = ([ALARM_FAMILY, PROGRAMME_FAMILY] as const).filter(family => sees(response, family))
    const times = await Promise.all([
      store.firstReadingAt(),
      ...families.map(async family => (await store.eventsOf(family, 0, 1))[0]?.at ?? null),
    ])
    const known = times.filter(time => time !== null)
    return known.length > 0 ? Math.min(...known) : null
  }
  return router
}

/** "time.series"; the schema has looked at its form. */
function placeOf(cursor: string | undefined): ReadingPlace | undefined {
  const [t, n] = (cursor ?? '').split('.')
  return t === undefined || n === undefined ? undefined : { t: Number(t), n: Number(n) }
}
