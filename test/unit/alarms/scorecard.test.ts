import { describe, expect, test } from 'vitest'
import { createScorecard } from '../../../shared/alarms/scorecard.ts'
import { TEN_MINUTES_MS } from '../../../shared/alarms/scorecard-figures.ts'
import { scorecardReplySchema } from '../../../shared/alarms/scorecard-schema.ts'
import { EMPTY_ALARM_STATE, FLOOD_WINDOW_MS } from '../../../shared/alarms/state.ts'
import {
  acknowledged,
  alarmOf,
  DAY,
  FROM,
  figuresOf,
  type Happened,
  HOUR,
  logOf,
  MINUTE,
  moved,
  PERIOD,
  published,
  RULES,
  raised,
  raisedAt,
  reAlarmed,
  returned,
  SECOND,
  shelved,
  TO,
  unshelved,
  verdictsOf,
} from './scorecard-sample.ts'

const values = (happened: readonly Happened[], ...about: readonly Parameters<typeof figuresOf>[1][]) => {
  const { figures } = figuresOf(happened, ...about)
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]))
}
/** So many in the middle of each of the first so many ten-minute periods. */
const perPeriod = (count: number, periods: number) =>
  raisedAt(
    ...Array.from({ length: periods }, (_, p) =>
      Array.from({ length: count }, (__, n) => p * TEN_MINUTES_MS + 5 * MINUTE + n),
    ).flat(),
  )

describe('without anything to go by nothing is judged', () => {
  test('no alarm was ever there, or the period has not begun', () => {
    for (const figures of [
      figuresOf([]),
      figuresOf([RULES], { ...PERIOD, at: FROM }),
      figuresOf([RULES], { ...PERIOD, at: 0 }),
    ]) {
      expect(figures.watched).toBeNull()
      expect(Object.values(figures.figures).map(({ value, verdict }) => [value, verdict])).toEqual(
        Array.from({ length: 15 }, () => [null, 'unknown']),
      )
      expect(scorecardReplySchema.parse(figures)).toEqual(figures)
    }
  })

  test('rules alone show no station that watches, only that nobody changed them', () => {
    const { watched, figures } = figuresOf([published(-DAY)])
    expect(watched).toBeNull()
    const { ruleChanges, ...others } = figures
    expect(ruleChanges).toMatchObject({ value: 0, verdict: 'good' })
    expect(Object.values(others).every(({ value }) => value === null)).toBe(true)
  })

  test('rules and a quiet day: zero is known to be zero, shares of nothing are not', () => {
    const loads = { perTenMinutes: 0, perHour: 0, perDay: 0, mostInTenMinutes: 0, busyShare: 0, floodShare: 0 }
    const shares = { topTenShare: null, lowShare: null, mediumShare: null, highShare: null, answeredInTime: null }
    expect(values([RULES])).toEqual({ ...loads, ...shares, chattering: 0, fleeting: 0, stale: 0, ruleChanges: 0 })
    expect(figuresOf([RULES]).watched).toEqual({ from: FROM, until: TO })
  })

  test('watched begins with the first alarm, not with the rules; a rate is known once so much time has passed', () => {
    const rules = published(-DAY)
    expect(figuresOf([rules, raised(HOUR, 'a')]).watched).toEqual({ from: FROM + HOUR, until: TO })
    const seen = (afterMs: number) => {
      const { perTenMinutes, perHour, perDay } = values([rules, raised(HOUR, 'a')], {
        ...PERIOD,
        at: FROM + HOUR + afterMs,
      })
      return [perTenMinutes, perHour, perDay]
    }
    expect(seen(10 * MINUTE - 1)).toEqual([null, null, null])
    expect(seen(10 * MINUTE)).toEqual([1, null, null])
    expect(seen(HOUR)).toEqual([1 / 6, 1, null])
    const days = { from: FROM, to: FROM + 2 * DAY }
    expect(values([RULES, raised(0, 'a')], { ...days, at: TO - 1 })['perDay']).toBeNull()
    expect(values([RULES, raised(0, 'a')], { ...days, at: TO })['perDay']).toBe(1)
  })
})

describe('what asks for attention is counted', () => {
  const log = [
    RULES,
    raised(1 * HOUR, 'a', { priority: 'low' }),
    moved(2 * HOUR, 'a', 'high', true),
    moved(3 * HOUR, 'a', 'medium', false),
    acknowledged(4 * HOUR, 'a'),
    reAlarmed(5 * HOUR, 'a'),
    returned(6 * HOUR, 'a'),
    raised(7 * HOUR, 'b', { priority: 'medium', source: 'simulated' }),
  ]
  test('a raise, a severer level, a reminder; not a milder level, an acknowledgement, a return', () => {
    const figures = figuresOf(log)
    expect(figures.annunciations).toBe(4)
    expect(figures.byPriority).toEqual({ low: 1, medium: 2, high: 1 })
    expect(figures.simulated).toBe(1)
    expect(figures.topTen.map(({ id, count, priority, isSimulated }) => [id, count, priority, isSimulated])).toEqual([
      [alarmOf('a'), 3, 'medium', false],
      [alarmOf('b'), 1, 'medium', true],
    ])
    expect(values(log)).toMatchObject({ perDay: 4, perHour: 1 / 6, perTenMinutes: 1 / 36, topTenShare: 1 })
    expect(values(log)).toMatchObject({ lowShare: 0.25, mediumShare: 0.5, highShare: 0.25 })
  })

  test('what is set aside asks nobody; back on the desk it does', () => {
    const quiet = [RULES, raised(HOUR, 'a', { suppressed: true }), raised(HOUR, 'b'), shelved(2 * HOUR, 'b')]
    expect(figuresOf([...quiet, moved(3 * HOUR, 'b', 'high', true)]).annunciations).toBe(1)
    expect(figuresOf([...quiet, unshelved(4 * HOUR, 'b')]).annunciations).toBe(2)
  })

  test('the period begins with its first millisecond and ends before the last', () => {
    const at = (...afterMs: number[]) => figuresOf([RULES, ...raisedAt(...afterMs)]).annunciations
    expect([at(-1), at(0), at(DAY - 1), at(DAY)]).toEqual([0, 1, 1, 0])
  })

  test('events of other families, of types nobody knows, or taken twice count nothing', () => {
    const events = logOf([RULES, raised(HOUR, 'a')])
    const scorecard = createScorecard({ ...PERIOD, before: EMPTY_ALARM_STATE })
    const foreign = { id: 3, at: FROM + HOUR, actor: 'x', subject: events[1]?.subject ?? '', data: {} }
    for (const event of [...events, ...events, { ...foreign, type: 'programme.x' }, { ...foreign, type: 'alarm.new' }])
      scorecard.take(event)
    expect(scorecard.figures(TO).annunciations).toBe(1)
  })
})

describe('load', () => {
  test('10 in ten minutes are not a busy period, 11 are', () => {
    expect(values([RULES, ...perPeriod(10, 3)])).toMatchObject({ mostInTenMinutes: 10, busyShare: 0 })
    expect(values([RULES, ...perPeriod(11, 3)])).toMatchObject({ mostInTenMinutes: 11, busyShare: 3 / 144 })
    expect(verdictsOf([RULES, ...perPeriod(11, 1)])['busyShare']).toBe('good')
    expect(verdictsOf([RULES, ...perPeriod(11, 2)])['busyShare']).toBe('watch')
    expect(figuresOf([RULES, ...perPeriod(11, 3)]).busiest).toEqual({ at: FROM, count: 11 })
  })

  test('periods stand on the period’s start: 11 across an edge are none', () => {
    const across = raisedAt(...Array.from({ length: 11 }, (_, n) => TEN_MINUTES_MS - 5 + n))
    expect(values([RULES, ...across])).toMatchObject({ mostInTenMinutes: 6, busyShare: 0 })
  })

  test.each([
    [144, 'good'],
    [150, 'good'],
    [151, 'watch'],
    [300, 'watch'],
    [301, 'bad'],
  ] as const)('%i a day is %s', (count, verdict) => {
    const spread = raisedAt(...Array.from({ length: count }, (_, n) => Math.floor((n * DAY) / count)))
    expect(verdictsOf([RULES, ...spread])['perDay']).toBe(verdict)
  })

  test('a flood begins with the 11th in ten minutes and ends when fewer than 5 are left', () => {
    // One a second: the 11th after 10 s; the 5th newest is the 7th, which leaves the window ten minutes later.
    const eleven = Array.from({ length: 11 }, (_, n) => HOUR + n * SECOND)
    const { floods, figures } = figuresOf([RULES, ...raisedAt(...eleven)])
    const lasted = FLOOD_WINDOW_MS + 6 * SECOND - 10 * SECOND
    const from = FROM + HOUR + 10 * SECOND
    expect(floods).toEqual({ count: 1, totalMs: lasted, longest: { from, until: from + lasted } })
    expect(figures.floodShare.value).toBe(lasted / DAY)
    expect(figuresOf([RULES, ...raisedAt(...eleven.slice(1))]).floods).toEqual({ count: 0, totalMs: 0, longest: null })
  })

  test('a flood goes on while others come, two floods are two, the longer is named', () => {
    const first = Array.from({ length: 11 }, (_, n) => HOUR + n * SECOND)
    const second = Array.from({ length: 40 }, (_, n) => 5 * HOUR + n * 30 * SECOND)
    const { floods } = figuresOf([RULES, ...raisedAt(...first, ...second)])
    // The 11th of the second after 5 min; the last five begin at 35 × 30 s.
    const [begins, ends] = [FROM + 5 * HOUR + 10 * 30 * SECOND, FROM + 5 * HOUR + 35 * 30 * SECOND + FLOOD_WINDOW_MS]
    expect(floods.count).toBe(2)
    expect(floods.longest).toEqual({ from: begins, until: ends })
    expect(floods.totalMs).toBe(ends - begins + FLOOD_WINDOW_MS - 4 * SECOND)
  })

  test('a flood that was there before, or still is, is cut at the ends', () => {
    const eleven = Array.from({ length: 11 }, (_, n) => -MINUTE + n * SECOND)
    const until = FROM - MINUTE + 6 * SECOND + FLOOD_WINDOW_MS
    expect(figuresOf([RULES, ...raisedAt(...eleven)]).floods.longest).toEqual({ from: FROM, until })
    const late = raisedAt(...eleven.map(at => at + DAY))
    expect(figuresOf([RULES, ...late]).floods.longest).toEqual({ from: TO - 50 * SECOND, until: TO })
    expect(figuresOf([RULES, ...late], { ...PERIOD, at: TO - 30 * SECOND }).floods.totalMs).toBe(20 * SECOND)
  })
})
