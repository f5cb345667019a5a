// The scorecard over real HTTP: which periods there are, and what an answer looks like.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveScorecard } from '../../server/alarms/scorecard-http.ts'
import { createScorecardReader } from '../../server/alarms/scorecard-reader.ts'
import { problemHandler } from '../../server/http/problem.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import { scorecardReplySchema } from '../../shared/alarms/scorecard-schema.ts'
import { EMPTY_ALARM_STATE } from '../../shared/alarms/state.ts'
import { get, problemOf } from '../support/door.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { acknowledged, DAY, FROM, HOUR, logOf, RULES, raised, returned, TO } from '../unit/alarms/scorecard-sample.ts'

const folder = temporaryFolder()
const NOW = FROM + 10 * HOUR
let store: Store
let http: Server
let url: string

beforeAll(async () => {
  store = await openSqliteStore({ path: join(folder.path, 'log.db') })
  const log = logOf([
    RULES,
    raised(HOUR, 'a'),
    acknowledged(HOUR + 5_000, 'a'),
    returned(2 * HOUR, 'a'),
    raised(3 * HOUR, 'b'),
  ])
  const events = log.map(({ id: _id, ...event }) => event)
  await store.appendEvents({ events, expected: [], key: 'key', fingerprint: 'f' })
  const stateAt = async (at: number) => {
    const all = await store.eventsOf('alarm', 0, 1_000)
    return foldAlarms(
      EMPTY_ALARM_STATE,
      all.filter(event => event.at <= at),
    )
  }
  const now = () => NOW
  const app = express()
  app.use('/api/v1', serveScorecard({ scorecards: createScorecardReader({ store, stateAt, now }), now }))
  app.use('/api/busy', serveScorecard({ scorecards: { read: () => null }, now }))
  app.use(problemHandler(pino({ level: 'silent' })))
  http = createServer(app)
  await new Promise<void>(ready => http.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1/alarms/scorecard`
})
afterAll(async () => {
  http.closeAllConnections()
  await new Promise(closed => http.close(closed))
  await store.close()
  folder.remove()
})

const ask = async (query: string) => {
  const { status, body } = await get(`${url}${query}`)
  expect(status).toBe(200)
  return scorecardReplySchema.parse(body)
}

describe('a period', () => {
  test.each([
    ['', FROM - 6 * DAY, TO],
    ['?from=2026-10-21&to=2026-10-21', FROM, TO],
    ['?from=2026-10-20', FROM - DAY, TO],
    ['?to=2026-10-20', FROM - 7 * DAY, FROM],
    [`?from=${FROM + 1}&to=${FROM + 2}`, FROM + 1, FROM + 2],
    ['?from=2026-10-21T00:00:00%2B07:00&to=2026-10-21T03:00:00Z', FROM, FROM + 10 * HOUR],
    ['?from=2026-10-21T00:00:00+07:00', FROM, TO],
    // A leap year has 366 days.
    [
      '?from=2024-01-01&to=2024-12-31',
      Date.parse('2024-01-01T00:00:00+07:00'),
      Date.parse('2025-01-01T00:00:00+07:00'),
    ],
  ])('%s', async (query, from, to) => {
    expect(await ask(query)).toMatchObject({ from, to })
  })

  test.each([
    '?from=2026-10-21&to=2026-10-20',
    `?from=${FROM}&to=${FROM}`,
    '?from=2025-01-01&to=2026-01-02',
    '?from=2026-02-30',
    '?from=yesterday',
    '?from=',
    '?to=2026-10-21T00:00:00',
    '?from=1e400',
    '?from[]=1',
    '?from=1&from=2',
    '?since=1',
    `?from=${'1'.repeat(65)}`,
  ])('%s is none', async query => {
    const answer = await get(`${url}${query}`)
    expect(answer.status).toBe(400)
    expect(problemOf(answer).detail).toMatch(/366 ngày/)
  })
})

test('the figures of the log, as they stand now', async () => {
  const figures = await ask('?from=2026-10-21&to=2026-10-21')
  expect(figures.watched).toEqual({ from: FROM + HOUR, until: NOW })
  expect(figures.annunciations).toBe(2)
  expect(figures.responses.all).toMatchObject({ answered: 1, medianMs: 5_000, overdue: 1 })
  expect(figures.figures.answeredInTime).toMatchObject({ value: 0.5, verdict: 'bad' })
  expect(figures.chart.buckets).toHaveLength(11)
})

test('who comes while too many periods are computed is told when to come again', async () => {
  const answer = await get(url.replace('/v1/', '/busy/'))
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
  expect(problemOf(answer).title).toBe('Gửi quá nhanh')
})
