import { describe, expect, test } from 'vitest'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { createScorecard } from '../../../shared/alarms/scorecard.ts'
import { FLEETING_MS, MAX_NAMED, MAX_RULE_CHANGES } from '../../../shared/alarms/scorecard-figures.ts'
import { CHATTER_WINDOW_MS, EMPTY_ALARM_STATE, STALE_MS } from '../../../shared/alarms/state.ts'
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
  PERIOD,
  published,
  RESPOND_MS,
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

describe('bad actors', () => {
  const pairs = (name: string, afterMs: number, transitions: number, everyMs: number): Happened[] =>
    Array.from({ length: transitions }, (_, n) => {
      const at = afterMs + n * everyMs
      return n % 2 === 0 ? raised(at, name) : returned(at, name)
    })

  test('5 transitions in five minutes are none, the 6th is chattering; spread over five minutes they are not', () => {
    const found = (transitions: number, everyMs: number) =>
      figuresOf([RULES, ...pairs('a', HOUR, transitions, everyMs)]).chattering
    expect(found(5, MINUTE)).toEqual({ count: 0, alarms: [] })
    expect(found(6, MINUTE - 1).alarms).toMatchObject([{ id: alarmOf('a'), count: 1 }])
    expect(5 * MINUTE).toBe(CHATTER_WINDOW_MS)
    expect(found(6, MINUTE).count).toBe(0)
    expect(found(9, 20 * SECOND).alarms).toMatchObject([{ count: 4 }])
    expect(verdictsOf([RULES, ...pairs('a', HOUR, 6, SECOND)])['chattering']).toBe('watch')
  })

  test('transitions before the period count towards it', () => {
    expect(figuresOf([RULES, ...pairs('a', -5 * SECOND, 6, SECOND)]).chattering.count).toBe(1)
    expect(figuresOf([RULES, ...pairs('a', -6 * SECOND, 6, SECOND)]).chattering.count).toBe(0)
  })

  test('gone within ten seconds is fleeting, after ten it is not', () => {
    const lasting = (ms: number) => figuresOf([RULES, raised(HOUR, 'a'), returned(HOUR + ms, 'a')])
    expect(lasting(FLEETING_MS - 1).fleeting.alarms).toMatchObject([{ id: alarmOf('a'), count: 1 }])
    expect(lasting(FLEETING_MS).fleeting).toEqual({ count: 0, alarms: [] })
    const twice = [...pairs('a', HOUR, 4, SECOND), ...pairs('b', 2 * HOUR, 2, SECOND)]
    expect(figuresOf([RULES, ...twice]).figures.fleeting.value).toBe(3)
    expect(figuresOf([RULES, ...twice]).fleeting.count).toBe(2)
  })

  test('what is set aside is neither: that is how one deals with it', () => {
    const aside = [RULES, raised(0, 'a'), returned(MINUTE, 'a'), shelved(2 * MINUTE, 'a')]
    const figures = figuresOf([...aside, ...pairs('a', HOUR, 8, SECOND)])
    expect([figures.chattering.count, figures.fleeting.count]).toEqual([0, 0])
  })

  test('the ten alarms that come most; of equals the first by name', () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      pairs(`g${String(n).padStart(2, '0')}`, HOUR + n * MINUTE, n === 11 ? 4 : 2, HOUR),
    ).flat()
    const { topTen, figures } = figuresOf([RULES, ...many])
    expect(topTen.map(({ id }) => id)).toEqual(
      ['g11', 'g00', 'g01', 'g02', 'g03', 'g04', 'g05', 'g06', 'g07', 'g08'].map(alarmOf),
    )
    expect(figures.topTenShare).toMatchObject({ value: 11 / 13, verdict: 'bad' })
  })

  test(`lists name at most ${MAX_NAMED}, counts say all`, () => {
    const fleeting = (count: number) =>
      figuresOf([
        RULES,
        ...Array.from({ length: count }, (_, n) => pairs(`g${n}`, HOUR + n * MINUTE, 2, SECOND)).flat(),
      ]).fleeting
    expect([fleeting(MAX_NAMED), fleeting(MAX_NAMED + 1)].map(({ count, alarms }) => [count, alarms.length])).toEqual([
      [MAX_NAMED, MAX_NAMED],
      [MAX_NAMED + 1, MAX_NAMED],
    ])
  })
})

describe('stale', () => {
  const week = { from: FROM, to: FROM + 7 * DAY }
  test('after a day, not at it; on each day it lasts', () => {
    const log = [RULES, raised(10 * HOUR, 'a'), returned(10 * HOUR + STALE_MS + 1, 'a')]
    expect(figuresOf(log, week).stale.days).toEqual([])
    const longer = [RULES, raised(10 * HOUR, 'a'), returned(10 * HOUR + STALE_MS + 2, 'a')]
    expect(figuresOf(longer, week).stale.days).toEqual([{ day: '2026-10-22', count: 1 }])
    const standing = figuresOf([RULES, raised(10 * HOUR, 'a')], { ...week, at: FROM + 4 * DAY })
    expect(standing.stale.days.map(({ day }) => day)).toEqual(['2026-10-22', '2026-10-23', '2026-10-24', '2026-10-25'])
    expect(standing.stale.alarms).toMatchObject([{ id: alarmOf('a'), raisedAt: FROM + 10 * HOUR }])
    expect(figuresOf([RULES, raised(10 * HOUR, 'a')], { ...week, at: FROM + 10 * HOUR + STALE_MS }).stale).toEqual({
      days: [],
      count: 0,
      alarms: [],
    })
  })

  test('an alarm counts once a day, whatever happens to it; set aside it doesn’t count', () => {
    const log = [
      RULES,
      raised(-2 * DAY, 'a'),
      acknowledged(HOUR, 'a'),
      reAlarmed(2 * HOUR, 'a'),
      shelved(3 * HOUR, 'a'),
      unshelved(3 * HOUR + DAY + DAY, 'a'),
      returned(3 * DAY + HOUR, 'a'),
    ]
    expect(figuresOf(log, week).stale.days).toEqual([
      { day: '2026-10-21', count: 1 },
      { day: '2026-10-23', count: 1 },
      { day: '2026-10-24', count: 1 },
    ])
  })

  test('4 on the worst day are good, 5 ask for a look; the last moment of the period is its own', () => {
    const stand = (count: number) => [RULES, ...raisedAt(...Array.from({ length: count }, (_, n) => -2 * DAY + n))]
    expect(figuresOf(stand(4), week).figures.stale).toMatchObject({ value: 4, verdict: 'good' })
    expect(figuresOf(stand(5), week).figures.stale).toMatchObject({ value: 5, verdict: 'watch' })
    expect(figuresOf(stand(5), week).stale.days).toHaveLength(7)
    expect(figuresOf(stand(5), week).stale.count).toBe(5)
  })
})

describe('response', () => {
  const answer = (tookMs: number, n: number, priority: 'low' | 'high' = 'low'): Happened[] => [
    raised(HOUR + n * MINUTE, `g${n}`, { priority }),
    acknowledged(HOUR + n * MINUTE + tookMs, `g${n}`),
  ]
  test('median, ninth of ten and longest, by priority', () => {
    const took = [5, 10, 15, 20, 30, 40, 50, 60, 70, 90].map(seconds => seconds * SECOND)
    const log = [RULES, ...took.flatMap((ms, n) => answer(ms, n)), ...answer(2 * HOUR + 30 * SECOND, 20, 'high')]
    const { responses } = figuresOf(log)
    expect(responses.low).toEqual({
      answered: 10,
      medianMs: 30_000,
      p90Ms: 70_000,
      maxMs: 90_000,
      inTime: 10,
      overdue: 0,
    })
    expect(responses.high).toMatchObject({ answered: 1, medianMs: 2 * HOUR, maxMs: 2 * HOUR + 30 * SECOND, inTime: 0 })
    expect(responses.medium).toMatchObject({ answered: 0, medianMs: null, p90Ms: null, maxMs: null })
    expect(responses.all).toMatchObject({ answered: 11, medianMs: 40_000, inTime: 10 })
    expect(figuresOf(log).figures.answeredInTime).toMatchObject({ value: 10 / 11, verdict: 'good' })
  })

  test('within the rule’s time, and a millisecond more', () => {
    expect(figuresOf([RULES, ...answer(RESPOND_MS, 0)]).responses.all.inTime).toBe(1)
    expect(figuresOf([RULES, ...answer(RESPOND_MS + 1, 0)]).responses.all.inTime).toBe(0)
  })

  test('what nobody answered counts as soon as it is overdue', () => {
    const log = [RULES, ...answer(SECOND, 0), raised(2 * HOUR, 'late')]
    const seen = (afterMs: number) => figuresOf(log, { ...PERIOD, at: FROM + 2 * HOUR + afterMs })
    expect(seen(RESPOND_MS).responses.all.overdue).toBe(0)
    expect(seen(RESPOND_MS).figures.answeredInTime.value).toBe(1)
    expect(seen(RESPOND_MS + 1).responses.low.overdue).toBe(1)
    expect(seen(RESPOND_MS + 1).figures.answeredInTime).toMatchObject({ value: 0.5, verdict: 'bad' })
  })

  test('returned and then acknowledged is answered; shelved and then acknowledged, or twice, is not', () => {
    const gone = [RULES, raised(HOUR, 'a'), returned(HOUR + MINUTE, 'a'), acknowledged(HOUR + 2 * MINUTE, 'a')]
    expect(figuresOf(gone).responses.all).toMatchObject({ answered: 1, medianMs: 2 * MINUTE })
    expect(figuresOf([...gone, acknowledged(HOUR + 3 * MINUTE, 'a')]).responses.all.answered).toBe(1)
    const aside = [RULES, raised(HOUR, 'a'), shelved(HOUR + MINUTE, 'a'), acknowledged(HOUR + 2 * MINUTE, 'a')]
    expect(figuresOf(aside).responses.all).toMatchObject({ answered: 0, overdue: 0 })
  })

  test('asked before the period, answered in it: measured whole', () => {
    expect(figuresOf([RULES, raised(-HOUR, 'a'), acknowledged(MINUTE, 'a')]).responses.all.medianMs).toBe(HOUR + MINUTE)
  })
})

test('what stands aside at the end, and since when', () => {
  const log: Happened[] = [
    RULES,
    ...['a', 'b', 'c', 'd'].map(name => raised(HOUR, name)),
    shelved(2 * HOUR, 'a'),
    shelved(3 * HOUR, 'b'),
    [4 * HOUR, 'alarm.suppressed', 'c', { cause: 'alarm', by: 'x' }],
    [5 * HOUR, 'alarm.taken-out-of-service', 'd', { reason: 'x' }],
    unshelved(6 * HOUR, 'a'),
  ]
  const { shelved: onShelf, suppressed, outOfService } = figuresOf(log)
  expect(onShelf).toEqual({ count: 1, longestMs: 21 * HOUR })
  expect(suppressed).toEqual({ count: 1, longestMs: 20 * HOUR })
  expect(outOfService).toEqual({ count: 1, longestMs: 19 * HOUR })
  expect(figuresOf([RULES]).shelved).toEqual({ count: 0, longestMs: null })
})

describe('changes of rules', () => {
  const changesBy = (actor: string, happened: readonly Happened[]) => {
    const scorecard = createScorecard({ ...PERIOD, before: foldAlarms(EMPTY_ALARM_STATE, logOf([RULES])) })
    for (const event of logOf(happened, actor)) scorecard.take({ ...event, id: event.id + 1 })
    return scorecard.figures(TO)
  }
  test('are named with who made them, the newest first; those by people ask for a look', () => {
    const { ruleChanges, figures } = changesBy('declared:An · Sở KH&CN', [published(HOUR, 2), published(2 * HOUR, 3)])
    expect(ruleChanges.changes).toMatchObject([
      { rule: 'level-high', version: 3, by: 'declared:An · Sở KH&CN', at: FROM + 2 * HOUR, isShipped: false },
      { version: 2 },
    ])
    expect(figures.ruleChanges).toMatchObject({ value: 2, verdict: 'watch' })
  })
  test('what was shipped is listed and asks nobody', () => {
    const { ruleChanges, figures } = changesBy('seed:alarms', [published(HOUR, 2)])
    expect(ruleChanges).toMatchObject({ count: 1, changes: [{ isShipped: true }] })
    expect(figures.ruleChanges).toMatchObject({ value: 0, verdict: 'good' })
  })
  test(`at most ${MAX_RULE_CHANGES} are named`, () => {
    const many = (count: number) =>
      changesBy(
        'declared:x',
        Array.from({ length: count }, (_, n) => published(n, n + 2)),
      ).ruleChanges
    expect(
      [many(MAX_RULE_CHANGES), many(MAX_RULE_CHANGES + 1)].map(({ count, changes }) => [count, changes.length]),
    ).toEqual([
      [MAX_RULE_CHANGES, MAX_RULE_CHANGES],
      [MAX_RULE_CHANGES + 1, MAX_RULE_CHANGES],
    ])
  })
})
