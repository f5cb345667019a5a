// What the overview makes of the programme: bars of the chart, the target that counts, the newest events, addresses with filters.
import { describe, expect, test } from 'vitest'
import { addressWith } from '../../../../client/programme/address-with.ts'
import { newestOf } from '../../../../client/programme/overview/newest-of.ts'
import { targetOf } from '../../../../client/programme/overview/target-of.ts'
import { yearBars } from '../../../../client/programme/overview/year-bars.ts'
import type { AnyEvent } from '../../../../shared/programme/event.ts'
import { planAgainstActual, type RecognitionYear } from '../../../../shared/programme/recognition-progress.ts'
import { stateOn } from '../../programme/standing-sample.ts'

const aYear = (year: number, change: Partial<RecognitionYear> = {}): RecognitionYear => ({
  year,
  planned: null,
  hasTarget: false,
  actual: null,
  unknown: null,
  isFuture: false,
  ...change,
})

describe('bars of the years', () => {
  test('are measured against the highest of plan and of what may be', () => {
    const bars = yearBars([
      aYear(2024, { planned: 7, actual: 2, unknown: 3 }),
      aYear(2025, { planned: 10, actual: 5, unknown: 0 }),
    ])
    expect(bars.map(({ plannedShare }) => plannedShare)).toEqual([70, 100])
    expect(bars.map(({ actualShare }) => actualShare)).toEqual([20, 50])
    expect(bars.map(({ unknownShare }) => unknownShare)).toEqual([30, 0])
  })
  test('make room for more recognised than planned', () => {
    const [bar] = yearBars([aYear(2024, { planned: 5, actual: 8, unknown: 2 })])
    expect(bar).toMatchObject({ plannedShare: 50, actualShare: 80, unknownShare: 20 })
  })
  test('what isn’t known has no length', () => {
    const [bar] = yearBars([aYear(2027, { isFuture: true })])
    expect(bar).toMatchObject({ plannedShare: 0, actualShare: 0, unknownShare: 0 })
  })
  test('the plan as it ships: 7, 9 and 14 stand out, and nothing is recognised in the future', () => {
    const bars = yearBars(planAgainstActual(stateOn('2026-11-25'), '2026-11-25'))
    expect(bars.filter(({ hasTarget }) => hasTarget).map(({ year, planned }) => [year, planned])).toEqual([
      [2024, 7],
      [2025, 9],
      [2030, 14],
    ])
    expect(bars.filter(({ isFuture }) => isFuture).every(({ actual }) => actual === null)).toBe(true)
  })
})

describe('the target that counts', () => {
  const years = planAgainstActual(stateOn('2026-11-25'), '2026-11-25')
  test.each([
    ['2024-01-01', { year: 2024, planned: 7 }],
    ['2025-12-31', { year: 2025, planned: 9 }],
    ['2029-12-31', { year: 2025, planned: 9 }],
    ['2030-01-01', { year: 2030, planned: 14 }],
  ])('on %s is the last one named until then', (day, target) => {
    expect(targetOf(years, day)).toEqual(target)
  })
  test('none before the first', () => {
    expect(targetOf(years, '2023-12-31')).toBeUndefined()
  })
})

describe('the newest events', () => {
  const anEvent = (id: number): AnyEvent => ({ id, at: id, actor: 'seed:x', type: 'x', subject: 'x', data: {} })
  test('come newest first, each once, no more than asked for', () => {
    const events = [3, 1, 2, 3].map(anEvent)
    expect(newestOf(events, 9, 3).map(({ id }) => id)).toEqual([3, 2, 1])
    expect(newestOf(events, 9, 2).map(({ id }) => id)).toEqual([3, 2])
  })
  test('of a day of the past, later ones haven’t happened', () => {
    expect(newestOf([1, 2, 3].map(anEvent), 2, 9).map(({ id }) => id)).toEqual([2, 1])
  })
})

describe('an address with filters', () => {
  test('keeps language, day and names, and leaves out what isn’t set', () => {
    const address = addressWith(
      'tasks',
      undefined,
      { mark: 'overdue', lead: undefined },
      undefined,
      '?lang=en&at=2025-01-01&q=x',
    )
    expect(address).toBe('/programme/tasks?lang=en&at=2025-01-01&mark=overdue')
  })
  test('names a thing and the part of its page', () => {
    expect(addressWith('villages', 'my-dong', {}, 'dossier', '')).toBe('/programme/villages/my-dong#dossier')
  })
})
