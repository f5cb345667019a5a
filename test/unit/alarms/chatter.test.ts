import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isChattering, proposeDeadband } from '../../../shared/alarms/chatter.ts'
import { createStage, hold, step } from '../../../shared/alarms/limit-stage.ts'
import { CHATTER_TRANSITIONS, CHATTER_WINDOW_MS } from '../../../shared/alarms/state.ts'
import { aDraft, after, alarmIn, happen, MINUTE, NOON } from './sample.ts'

describe('chattering', () => {
  /** An alarm that went on and off so often, a second apart. */
  const alarmAfter = (transitions: number) => {
    let state = after([aDraft('alarm.raised')])
    for (let i = 1; i < transitions; i++)
      state = happen(state, [aDraft(i % 2 === 1 ? 'alarm.returned' : 'alarm.raised')], NOON + i * 1_000)
    return alarmIn(state)
  }

  test('is more than five transitions in five minutes, not five', () => {
    const five = alarmAfter(CHATTER_TRANSITIONS)
    expect(isChattering(five, NOON + 5_000)).toBe(false)
    expect(isChattering(alarmAfter(CHATTER_TRANSITIONS + 1), NOON + 5_000)).toBe(true)
  })

  test('is over when the first of the six is five minutes old', () => {
    const six = alarmAfter(CHATTER_TRANSITIONS + 1)
    expect(isChattering(six, NOON + CHATTER_WINDOW_MS - 1)).toBe(true)
    expect(isChattering(six, NOON + CHATTER_WINDOW_MS)).toBe(false)
  })

  test('is of raises and returns alone, also while it is shelved', () => {
    const busy = after([aDraft('alarm.raised'), ...Array.from({ length: 6 }, () => aDraft('alarm.level-changed'))])
    expect(isChattering(alarmIn(busy), NOON)).toBe(false)
    let shelved = happen(busy, [aDraft('alarm.shelved')])
    for (let i = 0; i < 5; i++) shelved = happen(shelved, [aDraft(i % 2 === 0 ? 'alarm.returned' : 'alarm.raised')])
    expect(isChattering(alarmIn(shelved), NOON)).toBe(true)
  })
})

type Point = { readonly t: number; readonly v: number }
const everySecond = (values: readonly number[]): readonly Point[] => values.map((v, i) => ({ t: NOON + i * 1_000, v }))

/** Raises and returns as the evaluation itself finds them, without delays. */
function evaluated(
  readings: readonly Point[],
  side: 'high' | 'low',
  limit: number,
  deadband: number,
): readonly number[] {
  const stage = createStage({ side, limits: [limit], deadband, onDelayMs: 0, offDelayMs: 0 })
  const times: number[] = []
  for (const [place, { t, v }] of readings.entries()) {
    hold(stage, v, t, Infinity, Infinity)
    while (step(stage, t)) if (place > 0) times.push(t)
  }
  return times
}
const chatters = (times: readonly number[]) =>
  times.some((t, i) => t - (times[i - CHATTER_TRANSITIONS] ?? -Infinity) < CHATTER_WINDOW_MS)

describe('a proposed deadband', () => {
  const noisy = everySecond(Array.from({ length: 60 }, (_, i) => [8.6, 8.42, 8.55, 8.45][i % 4] ?? 0).concat(7))

  test('is the smallest readable one that would have held the alarm', () => {
    const proposal = proposeDeadband(noisy, 8.5, 'high', 0)
    expect(proposal).toEqual({ deadband: 0.08, transitionsBefore: 59, transitionsAfter: 1 })
    expect(chatters(evaluated(noisy, 'high', 8.5, 0.08))).toBe(false)
    expect(chatters(evaluated(noisy, 'high', 8.5, 0.06))).toBe(true)
  })

  test('is the same for a low limit, mirrored, and for readings in any order', () => {
    const mirrored = noisy.map(({ t, v }) => ({ t, v: 17 - v }))
    expect(proposeDeadband(mirrored, 8.5, 'low', 0)).toEqual(proposeDeadband(noisy, 8.5, 'high', 0))
    const oddFirst = [...noisy.filter((_, i) => i % 2 === 1), ...noisy.filter((_, i) => i % 2 === 0)]
    expect(proposeDeadband(oddFirst, 8.5, 'high', 0)).toEqual(proposeDeadband(noisy, 8.5, 'high', 0))
  })

  test('is wider than the one there is', () => {
    expect(proposeDeadband(noisy, 8.5, 'high', 0.05)).toMatchObject({ deadband: 0.08, transitionsBefore: 31 })
    expect(proposeDeadband(noisy, 8.5, 'high', 0.08)).toBeNull()
  })

  test('is none where there is no chattering', () => {
    expect(proposeDeadband([], 8.5, 'high', 0)).toBeNull()
    expect(proposeDeadband(everySecond([8, 9, 8, 9, 8, 9]), 8.5, 'high', 0)).toBeNull()
    expect(proposeDeadband(everySecond([8, 9, 8, 9, 8, 9, 8]), 8.5, 'high', 0)).toBeNull()
    const slow = noisy.map(({ t, v }) => ({ t: NOON + ((t - NOON) / 1_000) * MINUTE, v }))
    expect(proposeDeadband(slow, 8.5, 'high', 0)).toBeNull()
  })

  test('is a whole number of steps, of which the readings span fifty or more', () => {
    const close = everySecond([...Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 8.51 : 8.495)), 8, 9])
    expect(proposeDeadband(close, 8.5, 'high', 0)?.deadband).toBe(0.02)
  })

  test('is none where only one that never lets the alarm return would help', () => {
    const between = everySecond(Array.from({ length: 60 }, (_, i) => 8 + (i % 2)))
    expect(proposeDeadband(between, 8.5, 'high', 0)).toBeNull()
    expect(proposeDeadband(between, 8.5, 'low', 0)).toBeNull()
  })

  test('does not stumble over what is no reading', () =>
    expect(proposeDeadband([...noisy, { t: Number.NaN, v: 1 }, { t: NOON, v: Number.NaN }], 8.5, 'high', 0)).toEqual(
      proposeDeadband(noisy, 8.5, 'high', 0),
    ))

  test('holds in the evaluation itself, whatever the readings', () => {
    let proposed = 0
    const walks = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 10, maxLength: 120, size: 'max' })
    fc.assert(
      fc.property(
        walks,
        fc.constantFrom('high' as const, 'low' as const),
        fc.constantFrom(0, 0.01, 0.5),
        (walk, side, current) => {
          const readings = everySecond(walk.map(v => 8 + v / 100))
          const proposal = proposeDeadband(readings, 8, side, current)
          const before = evaluated(readings, side, 8, current)
          if (!chatters(before)) expect(proposal).toBeNull()
          if (!proposal) return
          proposed++
          const held = evaluated(readings, side, 8, proposal.deadband)
          expect(chatters(held)).toBe(false)
          expect(proposal.deadband).toBeGreaterThan(current)
          expect([proposal.transitionsBefore, proposal.transitionsAfter]).toEqual([before.length, held.length])
          expect(String(proposal.deadband).length).toBeLessThan(6)
        },
      ),
      { numRuns: 300 },
    )
    expect(proposed).toBeGreaterThan(50)
  })
})
