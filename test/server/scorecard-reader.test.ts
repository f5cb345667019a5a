// The reader against a real log in SQLite: pages, what is kept, what is read on, what is refused.
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createScorecardReader, KEEP_MS, MAX_OPEN, MAX_WAITING } from '../../server/alarms/scorecard-reader.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import type { AlarmEvent } from '../../shared/alarms/event.ts'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import { createScorecard } from '../../shared/alarms/scorecard.ts'
import { EMPTY_ALARM_STATE } from '../../shared/alarms/state.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import {
  DAY,
  FROM,
  type Happened,
  HOUR,
  logOf,
  MINUTE,
  PERIOD,
  RULES,
  raised,
  returned,
  TO,
} from '../unit/alarms/scorecard-sample.ts'

let folder: ReturnType<typeof temporaryFolder>
let store: Store
let now = TO
let events: AlarmEvent[] = []
const asked: { folds: number[]; pages: number } = { folds: [], pages: 0 }

beforeEach(async () => {
  folder = temporaryFolder()
  store = await openSqliteStore({ path: join(folder.path, 'log.db') })
  Object.assign(asked, { folds: [], pages: 0 })
  now = TO
  events = []
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

async function append(happened: readonly Happened[]): Promise<void> {
  const drafts = logOf(happened).map(({ id: _id, ...event }) => event)
  for (let from = 0; from < drafts.length; from += 5_000) {
    const key = `k${events.length}`
    const page = drafts.slice(from, from + 5_000)
    const outcome = await store.appendEvents({ events: page, expected: [], key, fingerprint: key })
    if (outcome.kind !== 'appended') throw new Error(outcome.kind)
    events.push(...(outcome.events as unknown as AlarmEvent[]))
  }
}
const readerOf = () =>
  createScorecardReader({
    store: {
      eventsOf: (...args) => {
        asked.pages += 1
        return store.eventsOf(...args)
      },
    },
    stateAt: async at => {
      asked.folds.push(at)
      return foldAlarms(
        EMPTY_ALARM_STATE,
        events.filter(event => event.at <= at),
      )
    },
    now: () => now,
  })
/** As one pass over all events has it. */
function expected(period: { from: number; to: number }) {
  const scorecard = createScorecard({ ...period, before: EMPTY_ALARM_STATE })
  for (const event of events) scorecard.take(event)
  return scorecard.figures(now)
}
const pairs = (count: number, everyMs: number): Happened[] =>
  Array.from({ length: count }, (_, n) => {
    const at = -HOUR + n * everyMs
    return n % 2 === 0 ? raised(at, `g${n % 14}`) : returned(at, `g${(n - 1) % 14}`)
  })

test('a log of many pages gives what one pass gives; what follows the period is not read', async () => {
  await append([RULES, ...pairs(13_000, 10_000)])
  const hour = { from: FROM, to: FROM + HOUR }
  expect(await readerOf().read(hour)).toEqual(expected(hour))
  const pages = asked.pages
  expect(await readerOf().read(PERIOD)).toEqual(expected(PERIOD))
  expect(pages).toBeLessThan(asked.pages - pages)
})

test('a period that nobody waits for any more is read no further; asked for again it is whole', async () => {
  await append([RULES, ...pairs(13_000, 10_000)])
  const reader = readerOf()
  const leaving = new AbortController()
  const figures = reader.read(PERIOD, leaving.signal)
  leaving.abort()
  await expect(figures).rejects.toThrow('abort')
  expect(await reader.read(PERIOD)).toEqual(expected(PERIOD))
  // The one that was left had read nothing yet, or one page.
  const whole = Math.ceil(events.length / 2_000) + 1
  expect(asked.pages).toBeLessThanOrEqual(whole + 1)
})

describe('a period asked for again', () => {
  test('is answered as before for a minute, and then reads on from where it was', async () => {
    await append([RULES, raised(HOUR, 'a')])
    now = FROM + 2 * HOUR
    const reader = readerOf()
    const first = await reader.read(PERIOD)
    await append([raised(3 * HOUR, 'b')])
    now += KEEP_MS - 1
    expect(await reader.read(PERIOD)).toBe(first)
    now += 1
    expect((await reader.read(PERIOD))?.annunciations).toBe(2)
    expect(asked.folds).toEqual([FROM - 1])
    now = TO + DAY
    expect(await reader.read(PERIOD)).toEqual(expected(PERIOD))
  })

  test('at the same time is one computation', async () => {
    await append([RULES, raised(HOUR, 'a')])
    const reader = readerOf()
    const both = await Promise.all([reader.read(PERIOD), reader.read(PERIOD)])
    expect(both[0]).toBe(both[1])
    expect(asked.folds).toHaveLength(1)
  })

  test(`of more than ${MAX_OPEN} the one not used longest begins anew`, async () => {
    await append([RULES, raised(HOUR, 'a')])
    const reader = readerOf()
    const period = (n: number) => ({ from: FROM - n * DAY, to: TO })
    for (let n = 0; n < MAX_OPEN; n++) await reader.read(period(n))
    now += KEEP_MS
    await reader.read(period(0))
    expect(asked.folds).toHaveLength(MAX_OPEN)
    await reader.read(period(MAX_OPEN))
    now += KEEP_MS
    await reader.read(period(0))
    expect(asked.folds).toHaveLength(MAX_OPEN + 1)
    await reader.read(period(1))
    expect(asked.folds).toHaveLength(MAX_OPEN + 2)
  })
})

test(`${MAX_WAITING} periods may wait, one more is refused, and later taken`, async () => {
  await append([RULES])
  const reader = readerOf()
  const period = (n: number) => ({ from: FROM - n * MINUTE, to: TO })
  const answers = Array.from({ length: MAX_WAITING }, (_, n) => reader.read(period(n)) ?? Promise.resolve(null))
  expect(reader.read(period(MAX_WAITING))).toBeNull()
  // One that is being computed may be asked for by any number.
  expect(reader.read(period(0))).not.toBeNull()
  expect(await Promise.all(answers)).not.toContain(null)
  expect(await reader.read(period(MAX_WAITING))).toEqual(expected(period(MAX_WAITING)))
})

test('what went wrong is told, and tried anew', async () => {
  await append([RULES, raised(HOUR, 'a')])
  let isBroken = true
  const reader = createScorecardReader({
    store: { eventsOf: (...args) => (isBroken ? Promise.reject(new Error('disk')) : store.eventsOf(...args)) },
    stateAt: async () => EMPTY_ALARM_STATE,
    now: () => now,
  })
  await expect(reader.read(PERIOD)).rejects.toThrow('disk')
  isBroken = false
  expect((await reader.read(PERIOD))?.annunciations).toBe(1)
})
