import { describe, expect, test } from 'vitest'
import { createBacktest, MAX_LISTED } from '../../../shared/alarms/backtest.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import {
  columnsOf,
  DAY,
  evaluationOf,
  HOUR,
  MINUTE,
  type SampleReading,
  SECOND,
  seriesOf,
  T0,
  watchOf,
} from './evaluation-sample.ts'

const at = (minutes: number, v: number, n = 1): SampleReading => ({ n, t: T0 + minutes * MINUTE, v })
function backtest(readings: readonly SampleReading[], change: Partial<Rule> = {}, from = T0, until = T0 + DAY) {
  const tried = createBacktest([watchOf(change)], from)
  // In two parts, as a store would hand them over.
  tried.take(columnsOf(readings.slice(0, 2)))
  tried.take(columnsOf(readings.slice(2)))
  return tried.result(until)
}

test('each alarm is listed once, with the severest level and the peak it reached', () =>
  expect(backtest([at(0, 5), at(10, 12), at(20, 25), at(30, 27), at(40, 15), at(50, 5), at(60, 11)])).toEqual({
    from: T0,
    until: T0 + DAY,
    alarms: 2,
    listed: [
      {
        alarm: 'r:series:1',
        target: 'series:1',
        level: 'HH',
        priority: 'high',
        peak: 27,
        raisedAt: T0 + 10 * MINUTE,
        returnedAt: T0 + 50 * MINUTE,
      },
      {
        alarm: 'r:series:1',
        target: 'series:1',
        level: 'H',
        priority: 'low',
        peak: 11,
        raisedAt: T0 + 60 * MINUTE,
        returnedAt: null,
      },
    ],
    byPriority: { low: 1, medium: 0, high: 1 },
    byTarget: [{ target: 'series:1', alarms: 2 }],
    // Raised twice, once grown severer.
    perDay: 3,
    worstTenMinutes: { annunciations: 1, at: T0 + 10 * MINUTE },
    chattering: [],
  }))

test('the peak of a low alarm is its lowest', () =>
  expect(
    backtest([at(0, 5), at(10, -2), at(20, 1)], { side: 'low', levels: [{ name: 'L', at: 5, priority: 'low' }] })
      .listed[0]?.peak,
  ).toBe(-2))

test('an alarm that grows severer twice counts once, at its worst', () =>
  expect(backtest([at(0, 12), at(10, 25), at(20, 12), at(30, 25)])).toMatchObject({
    byPriority: { low: 0, medium: 0, high: 1 },
    perDay: 3,
  }))

test('nothing raised is nothing, not unknown', () =>
  expect(backtest([at(0, 5)])).toMatchObject({ alarms: 0, listed: [], perDay: 0, worstTenMinutes: null, byTarget: [] }))
test('no time tested has no rate', () => expect(backtest([], {}, T0, T0).perDay).toBeNull())

test('delays end at their own time, not at the next reading', () =>
  expect(backtest([at(0, 12), at(10, 5)], { onDelayMs: 3 * MINUTE, offDelayMs: 2 * MINUTE }).listed[0]).toMatchObject({
    raisedAt: T0 + 3 * MINUTE,
    returnedAt: T0 + 12 * MINUTE,
  }))

test('silence comes and goes as it would have, its peak the age it reached', () => {
  const silence: Partial<Rule> = {
    signal: { kind: 'silence', of: 'series' },
    levels: [{ name: '3×', at: 3, priority: 'low' }],
  }
  const { listed } = backtest([at(0, 1), at(10, 1), at(90, 1)], silence, T0, T0 + 2 * HOUR + 1)
  expect(listed).toMatchObject([
    { raisedAt: T0 + 40 * MINUTE, returnedAt: T0 + 90 * MINUTE, peak: 8 },
    { raisedAt: T0 + 120 * MINUTE, returnedAt: null },
  ])
})

describe('what was before the time that counts', () => {
  const change: Partial<Rule> = { signal: { kind: 'change', overMs: HOUR } }
  test('is remembered', () =>
    expect(backtest([at(-60, 0), at(0, 12)], change).listed).toMatchObject([{ raisedAt: T0, peak: 12 }]))
  test('is not counted, nor that it goes on or ends', () => {
    const readings = [at(-10, 12), at(10, 25), at(20, 5), at(30, 12)]
    expect(backtest(readings)).toMatchObject({ alarms: 1, perDay: 1, listed: [{ raisedAt: T0 + 30 * MINUTE }] })
    expect(backtest([at(-20, 12), at(-10, 5), at(0, 12)]).alarms).toBe(1)
  })
  test('counts from its first millisecond', () => {
    expect(backtest([{ t: T0 - 1, v: 12 }]).alarms).toBe(0)
    expect(backtest([{ t: T0, v: 12 }]).alarms).toBe(1)
  })
})

test('several watches: the targets with the most come first, the worst ten minutes are those of all', () => {
  const tried = createBacktest([watchOf(), watchOf({ id: 'b' }, [seriesOf(2)])], T0)
  tried.take(columnsOf([at(0, 12, 2), at(1, 5, 2), at(2, 12, 2), at(9, 12), at(10, 5, 2), at(10.5, 12, 2), at(40, 12)]))
  const { byTarget, worstTenMinutes } = tried.result(T0 + HOUR)
  expect(byTarget).toEqual([
    { target: 'series:2', alarms: 3 },
    { target: 'series:1', alarms: 1 },
  ])
  expect(worstTenMinutes).toEqual({ annunciations: 3, at: T0 + 9 * MINUTE })
})

test.each([
  [6, 1],
  [5, 0],
])('%i raises and returns within five minutes chatter: %i', (transitions, chattering) => {
  const readings = Array.from({ length: transitions }, (_, i) => ({ t: T0 + i * 50 * SECOND, v: i % 2 === 0 ? 12 : 5 }))
  expect(backtest(readings).chattering).toHaveLength(chattering)
})

test(`every alarm is counted, ${MAX_LISTED} are listed`, () => {
  const alarms = (count: number) => {
    const { listed, alarms: counted } = backtest(
      Array.from({ length: count * 2 }, (_, i) => at(i, i % 2 === 0 ? 12 : 5)),
      {},
      T0,
      T0 + 30 * DAY,
    )
    return [listed.length, counted, listed.every(({ returnedAt }) => returnedAt !== null)]
  }
  expect(alarms(MAX_LISTED)).toEqual([MAX_LISTED, MAX_LISTED, true])
  expect(alarms(MAX_LISTED + 1)).toEqual([MAX_LISTED, MAX_LISTED + 1, true])
})

test('is what the live evaluation raises with its clock asked every second', () => {
  const change: Partial<Rule> = {
    onDelayMs: 90 * SECOND,
    offDelayMs: 4 * MINUTE,
    deadband: 3,
    levels: [{ name: 'H', at: 18, priority: 'low' }],
  }
  let seed = 7
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const readings = Array.from({ length: 300 }, (_, i) => ({ t: T0 + i * 97 * SECOND, v: Math.floor(random() * 26) }))
  const live = evaluationOf([watchOf(change)])
  const told: string[] = []
  let next = 0
  for (let now = T0; now <= T0 + 10 * HOUR; now += SECOND) {
    const due = readings.slice(next, next + 1).filter(({ t }) => t <= now)
    next += due.length
    for (const { level } of [...live.take(columnsOf(due), now), ...live.advance(now)])
      told.push(`${level ? 'raised' : 'returned'} ${now - T0}`)
  }
  const { listed } = backtest(readings, change, T0, T0 + 10 * HOUR)
  expect(listed.length).toBeGreaterThan(10)
  expect(
    listed.flatMap(({ raisedAt, returnedAt }) => [
      `raised ${raisedAt - T0}`,
      ...(returnedAt === null ? [] : [`returned ${returnedAt - T0}`]),
    ]),
  ).toEqual(told)
})
