import { describe, expect, test } from 'vitest'
import {
  createStage,
  hold,
  type LimitStage,
  NORMAL,
  type SignalValue,
  type StageSettings,
  setLevel,
  step,
  valueHeld,
} from '../../../shared/alarms/limit-stage.ts'
import { AT_ONCE, HIGH, put, standingAt, stepsUntil } from './limit-stage-sample.ts'

describe('a level without delays', () => {
  test.each<[string, StageSettings, SignalValue, SignalValue, number]>([
    ['is reached at its setpoint', AT_ONCE, undefined, 10, 0],
    ['is not reached below it', AT_ONCE, undefined, 9.999, NORMAL],
    ['of low side is reached at its setpoint', { ...AT_ONCE, side: 'low', limits: [5, 2] }, undefined, 5, 0],
    ['of low side is not reached above it', { ...AT_ONCE, side: 'low', limits: [5, 2] }, undefined, 5.001, NORMAL],
    ['may be passed over', AT_ONCE, undefined, 20, 1],
    ['is kept at the edge of its deadband', AT_ONCE, 10, 8, 0],
    ['is left past its deadband', AT_ONCE, 10, 7.999, NORMAL],
    ['of low side is kept at the edge', { ...AT_ONCE, side: 'low', limits: [5, 2] }, 5, 7, 0],
    ['of low side is left past it', { ...AT_ONCE, side: 'low', limits: [5, 2] }, 5, 7.001, NORMAL],
    ['above another is left to that one', AT_ONCE, 20, 17.999, 0],
    ['above another is kept within its deadband', AT_ONCE, 20, 18, 1],
    ['is left to the one below within its deadband, too', AT_ONCE, 20, 9, 0],
    ['is left for normal when the signal falls all the way', AT_ONCE, 20, 7.999, NORMAL],
    ['without a deadband is left right below its setpoint', { ...AT_ONCE, deadband: 0 }, 10, 9.999, NORMAL],
    ['without a deadband is kept at its setpoint', { ...AT_ONCE, deadband: 0 }, 10, 10, 0],
    ['knows no noise of fractions', { ...AT_ONCE, limits: [0.8], deadband: 0.1 }, 0.8, 0.7, 0],
    ['is kept while the signal is unknown', AT_ONCE, 20, undefined, 1],
    ['is left when there is nothing to it', AT_ONCE, 20, null, NORMAL],
  ])('%s', (_, settings, first, then, level) => {
    const stage = createStage(settings)
    put(stage, 0, first)
    stepsUntil(stage, 0)
    put(stage, 1, then)
    stepsUntil(stage, 1)
    expect(stage.level).toBe(level)
  })
})

describe('a value that is no reason to raise', () => {
  const holdOld = (stage: LimitStage, at: number, value: number) => hold(stage, value, at, at + 100, -Infinity)

  test('does not raise, but what follows it may, from when it began', () => {
    const stage = createStage(HIGH)
    holdOld(stage, 0, 12)
    holdOld(stage, 90, 12)
    expect(step(stage, 1e6)).toBeUndefined()
    hold(stage, 12, 180, 280, 280)
    expect(step(stage, 180)).toEqual({ level: 0, at: 180, since: 0 })
  })

  test('ends an alarm', () => {
    const stage = standingAt(0)
    holdOld(stage, 0, 7)
    expect(step(stage, 1e6)).toEqual({ level: NORMAL, at: 120, since: 0 })
  })

  test('does not make it severer', () => {
    const stage = standingAt(0)
    holdOld(stage, 0, 25)
    expect(step(stage, 1e6)).toBeUndefined()
  })

  test.each([
    [60, 60],
    [59, undefined],
  ])('any more when the delay ends: good until %i, raised at %s', (raisesUntil, at) => {
    const stage = createStage(HIGH)
    hold(stage, 12, 0, raisesUntil, raisesUntil)
    expect(step(stage, 1e6)?.at).toBe(at)
  })

  test.each([
    [100, 0],
    [101, 101],
  ])('after a stretch nobody knows about begins anew (the next at %i: since %i)', (next, since) => {
    const stage = createStage(AT_ONCE)
    holdOld(stage, 0, 12)
    put(stage, next, 12)
    expect(step(stage, next)?.since).toBe(since)
  })
})

test('time doesn’t go back: what is said to hold from earlier holds from then on', () => {
  const stage = createStage(HIGH)
  put(stage, 100, 5)
  put(stage, 50, 12)
  expect(step(stage, 1e6)).toEqual({ level: 0, at: 160, since: 100 })
})

test.each([
  ['high', 5],
  ['low', 5],
  ['low', 0],
  ['high', null],
  ['high', undefined],
] as const)('on the %s side it holds %s as it was given', (side, value) => {
  const stage = createStage({ ...HIGH, side })
  put(stage, 0, value)
  expect(valueHeld(stage)).toBe(value)
})

describe('what the log says', () => {
  test('stands, and is judged by what is held', () => {
    const stage = createStage(HIGH)
    put(stage, 0, 12)
    setLevel(stage, 1)
    expect(stepsUntil(stage, 1e6)).toEqual([{ level: 0, at: 120, since: 0 }])
    setLevel(stage, NORMAL)
    expect(stepsUntil(stage, 1e6)).toEqual([{ level: 0, at: 60, since: 0 }])
  })

  test('stands without any value', () => {
    const stage = standingAt(1)
    expect(step(stage, 1e9)).toBeUndefined()
    expect(stage.level).toBe(1)
  })
})
