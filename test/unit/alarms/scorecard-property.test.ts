// Whatever happens: it doesn't matter where the log is cut or when one looks, and the sums agree.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { createScorecard } from '../../../shared/alarms/scorecard.ts'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { scorecardReplySchema } from '../../../shared/alarms/scorecard-schema.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import {
  acknowledged,
  DAY,
  FROM,
  type Happened,
  HOUR,
  logOf,
  moved,
  published,
  raised,
  reAlarmed,
  returned,
  shelved,
  TO,
  unshelved,
} from './scorecard-sample.ts'

const step = fc.record({
  what: fc.nat(10),
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  priority: fc.constantFrom('low', 'medium', 'high'),
  // Bursts, and days without anything.
  after: fc.oneof({ weight: 6, arbitrary: fc.nat(20_000) }, { weight: 1, arbitrary: fc.nat(DAY) }),
})
const log = fc.array(step, { maxLength: 80 }).map(steps => {
  let at = -DAY
  return logOf(
    steps.map(({ what, name, priority, after }): Happened => {
      at += after
      const all: readonly Happened[] = [
        raised(at, name, { priority }),
        raised(at, name, { priority, source: 'simulated' }),
        returned(at, name),
        returned(at, name),
        moved(at, name, priority, true),
        moved(at, name, priority, false),
        acknowledged(at, name),
        reAlarmed(at, name),
        shelved(at, name),
        unshelved(at, name),
        published(at),
      ]
      return all[what] ?? raised(at, name)
    }),
  )
})
const period = fc
  .tuple(fc.integer({ min: -DAY, max: DAY }), fc.integer({ min: 1, max: 3 * DAY }))
  .map(([start, length]) => ({ from: FROM + start, to: FROM + start + length }))

test('the same figures wherever the log is cut before the period, and however often one looked', () => {
  fc.assert(
    fc.property(log, period, fc.nat(80), fc.nat(5), (events, { from, to }, cut, every) => {
      const earlier = events.filter(event => event.at < from).slice(0, cut)
      const whole = createScorecard({ from, to, before: EMPTY_ALARM_STATE })
      const resumed = createScorecard({ from, to, before: foldAlarms(EMPTY_ALARM_STATE, earlier) })
      events.forEach((event, n) => {
        whole.take(event)
        resumed.take(event)
        if (every > 0 && n % every === 0) resumed.figures(event.at)
      })
      expect(resumed.figures(to)).toEqual(whole.figures(to))
    }),
    { numRuns: 150 },
  )
})

test('parts add up to the whole, and every answer is of its schema', () => {
  fc.assert(
    fc.property(log, period, fc.nat(4 * DAY), (events, { from, to }, at) => {
      const scorecard = createScorecard({ from, to, before: EMPTY_ALARM_STATE })
      for (const event of events) scorecard.take(event)
      const figures = scorecard.figures(Math.max(events.at(-1)?.at ?? 0, FROM - DAY + at))
      expect(scorecardReplySchema.parse(figures)).toEqual(figures)
      const { byPriority, annunciations, chart, topTen, floods, responses, watched } = figures
      const { low, medium, high } = byPriority
      expect(low + medium + high).toBe(annunciations)
      expect(chart.buckets.reduce((sum, bar) => sum + bar.low + bar.medium + bar.high, 0)).toBe(annunciations)
      // Four alarms: the top ten are all there are.
      expect(topTen.reduce((sum, { count }) => sum + count, 0)).toBe(annunciations)
      const watchedMs = watched ? watched.until - watched.from : 0
      if (watched && from === watched.from) expect(floods.totalMs).toBeLessThanOrEqual(watchedMs)
      for (const name of ['answered', 'inTime', 'overdue'] as const)
        expect(responses.low[name] + responses.medium[name] + responses.high[name]).toBe(responses.all[name])
      for (const { value, verdict } of Object.values(figures.figures)) {
        expect(verdict === 'unknown').toBe(value === null)
        expect(value ?? 0).toBeGreaterThanOrEqual(0)
      }
      for (const { medianMs, p90Ms, maxMs } of Object.values(responses))
        expect((medianMs ?? 0) <= (p90Ms ?? 0) && (p90Ms ?? 0) <= (maxMs ?? 0)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('two halves of a period together count what the period counts', () => {
  fc.assert(
    fc.property(log, fc.integer({ min: 1, max: DAY - 1 }), (events, middle) => {
      const of = (from: number, to: number): ScorecardFigures => {
        const scorecard = createScorecard({ from, to, before: EMPTY_ALARM_STATE })
        for (const event of events) scorecard.take(event)
        return scorecard.figures(to)
      }
      const [first, second, whole] = [of(FROM, FROM + middle), of(FROM + middle, TO), of(FROM, TO)]
      expect(first.annunciations + second.annunciations).toBe(whole.annunciations)
      expect(first.floods.totalMs + second.floods.totalMs).toBe(whole.floods.totalMs)
      expect(first.responses.all.answered + second.responses.all.answered).toBe(whole.responses.all.answered)
      expect((first.figures.fleeting.value ?? 0) + (second.figures.fleeting.value ?? 0)).toBe(
        whole.figures.fleeting.value ?? 0,
      )
      const days = new Set([...first.stale.days, ...second.stale.days].map(({ day }) => day))
      expect(whole.stale.days.map(({ day }) => day)).toEqual([...days])
    }),
    { numRuns: 150 },
  )
})

test('what the fold says asked for attention last is what was counted last', () => {
  fc.assert(
    fc.property(log, events => {
      const until = (events.at(-1)?.at ?? FROM) + HOUR
      const from = FROM - DAY
      const state = foldAlarms(EMPTY_ALARM_STATE, events)
      const scorecard = createScorecard({ from, to: from + 366 * DAY, before: EMPTY_ALARM_STATE })
      for (const event of events) scorecard.take(event)
      const { annunciations, chart } = scorecard.figures(until)
      expect(Math.min(annunciations, 11)).toBe(state.annunciations.length)
      const last = state.annunciations.at(-1)
      const bar = chart.buckets.findLast(({ low, medium, high }) => low + medium + high > 0)
      if (last !== undefined) expect(bar && bar.at <= last && last < bar.at + DAY).toBe(true)
    }),
    { numRuns: 300 },
  )
})
