import { describe, expect, test } from 'vitest'
import { createScorecard } from '../../../shared/alarms/scorecard.ts'
import { MAX_BUCKETS, MAX_SCORECARD_MS } from '../../../shared/alarms/scorecard-figures.ts'
import { stepOf } from '../../../shared/alarms/scorecard-response.ts'
import { judge, SCORECARD_TARGETS } from '../../../shared/alarms/scorecard-targets.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { DAY, FROM, figuresOf, HOUR, MINUTE, RULES, raised, SECOND, TO } from './scorecard-sample.ts'

describe('the chart', () => {
  test('one bar an hour, those without any too, by priority, up to now', () => {
    const log = [
      RULES,
      raised(0, 'a'),
      raised(HOUR - 1, 'b', { priority: 'high' }),
      raised(2 * HOUR, 'c', { priority: 'medium' }),
    ]
    const { unit, buckets } = figuresOf(log, { from: FROM, to: TO, at: FROM + 3 * HOUR }).chart
    expect(unit).toBe('hour')
    expect(buckets).toEqual([
      { at: FROM, low: 1, medium: 0, high: 1 },
      { at: FROM + HOUR, low: 0, medium: 0, high: 0 },
      { at: FROM + 2 * HOUR, low: 0, medium: 1, high: 0 },
      { at: FROM + 3 * HOUR, low: 0, medium: 0, high: 0 },
    ])
    expect(figuresOf(log).chart.buckets).toHaveLength(24)
  })

  test(`hours up to ${MAX_BUCKETS}, then days of the province`, () => {
    const chart = (hours: number) => figuresOf([RULES], { from: FROM, to: FROM + hours * HOUR }).chart
    expect(chart(MAX_BUCKETS)).toMatchObject({ unit: 'hour', buckets: { length: MAX_BUCKETS } })
    expect(chart(MAX_BUCKETS + 1)).toMatchObject({ unit: 'day', buckets: { length: 17 } })
    const unaligned = figuresOf([RULES], {
      from: FROM - 30 * MINUTE,
      to: FROM - 30 * MINUTE + MAX_BUCKETS * HOUR,
    }).chart
    expect(unaligned.unit).toBe('day')
    expect(unaligned.buckets[0]?.at).toBe(FROM - DAY)
    const year = figuresOf([RULES], { from: FROM + HOUR, to: FROM + HOUR + MAX_SCORECARD_MS }).chart
    expect(year).toMatchObject({ unit: 'day', buckets: { length: 367 } })
  })
})

describe('a period', () => {
  const of = (lengthMs: number) => () => createScorecard({ from: FROM, to: FROM + lengthMs, before: EMPTY_ALARM_STATE })
  test('of 366 days is the longest, of a millisecond the shortest', () => {
    for (const good of [1, MAX_SCORECARD_MS]) expect(of(good)).not.toThrow()
    for (const bad of [0, -1, MAX_SCORECARD_MS + 1, Number.NaN]) expect(of(bad)).toThrow(RangeError)
  })
})

test.each([
  [0, 0],
  [999, 0],
  [1_000, 1_000],
  [HOUR - 1, HOUR - SECOND],
  [HOUR + 59_999, HOUR],
  [DAY - 1, DAY - MINUTE],
  [DAY + HOUR - 1, DAY],
])('a response of %i ms is told as %i', (took, step) => {
  expect(stepOf(took)).toBe(step)
})

describe('judged', () => {
  const { perHour, floodShare, answeredInTime, stale } = SCORECARD_TARGETS
  test.each([
    [null, perHour, 'unknown'],
    [6, perHour, 'good'],
    [6.01, perHour, 'watch'],
    [12, perHour, 'watch'],
    [12.01, perHour, 'bad'],
    [0.0099, floodShare, 'good'],
    [0.01, floodShare, 'watch'],
    [1, floodShare, 'watch'],
    [0.9, answeredInTime, 'good'],
    [0.89, answeredInTime, 'watch'],
    [0.75, answeredInTime, 'watch'],
    [0.74, answeredInTime, 'bad'],
    [4, stale, 'good'],
    [5, stale, 'watch'],
  ] as const)('%d against %j is %s', (value, target, verdict) => {
    expect(judge(value, target)).toBe(verdict)
  })
  test('each target says whose it is, in both languages', () => {
    for (const { source } of Object.values(SCORECARD_TARGETS)) {
      expect(source.vi).not.toBe('')
      expect(source.en).not.toBe('')
    }
  })
})
