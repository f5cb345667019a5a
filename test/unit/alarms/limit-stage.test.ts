import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createStage,
  hold,
  type LimitStage,
  NORMAL,
  type SignalValue,
  type StageSettings,
  type StageStep,
  setLevel,
  step,
  valueHeld,
} from '../../../shared/alarms/limit-stage.ts'

const HIGH: StageSettings = { side: 'high', limits: [10, 20], deadband: 2, onDelayMs: 60, offDelayMs: 120 }
const AT_ONCE: StageSettings = { ...HIGH, onDelayMs: 0, offDelayMs: 0 }

/** A value for ever, good enough to raise by. */
function put(stage: LimitStage, at: number, value: SignalValue): void {
  hold(stage, value, at, Infinity, Infinity)
}

function stepsUntil(stage: LimitStage, limit: number): StageStep[] {
  const steps: StageStep[] = []
  for (let one = step(stage, limit); one; one = step(stage, limit)) steps.push(one)
  return steps
}

/** What happens when values come one after the other, each taken when it comes; then the clock goes on to `until`. */
function course(settings: StageSettings, values: readonly (readonly [at: number, value: SignalValue])[], until = 1e6) {
  const stage = createStage(settings)
  const steps = values.flatMap(([at, value]) => {
    const before = stepsUntil(stage, at)
    put(stage, at, value)
    return [...before, ...stepsUntil(stage, at)]
  })
  return [...steps, ...stepsUntil(stage, until)].map(({ level, at, since }) => [level, at, since])
}

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

describe('a delay', () => {
  test('on: ends between two values, not a millisecond early', () => {
    const stage = createStage(HIGH)
    put(stage, 0, 12)
    expect(stage.dueAt).toBe(60)
    expect(step(stage, 59)).toBeUndefined()
    expect(step(stage, 60)).toEqual({ level: 0, at: 60, since: 0 })
    expect(stage.dueAt).toBe(Infinity)
  })

  test.each([
    [
      'a value right at its end comes too late to stop it',
      [
        [0, 12],
        [60, 0],
      ],
      [
        [0, 60, 0],
        [NORMAL, 180, 60],
      ],
    ],
    [
      'a value before its end stops it',
      [
        [0, 12],
        [59, 9.9],
      ],
      [],
    ],
    [
      'within the deadband isn’t beyond',
      [
        [0, 12],
        [30, 9],
        [50, 12],
      ],
      [[0, 110, 50]],
    ],
    [
      'runs on through every value beyond',
      [
        [0, 12],
        [30, 15],
        [55, 10],
      ],
      [[0, 60, 0]],
    ],
    [
      'is each level’s own',
      [
        [0, 12],
        [40, 25],
      ],
      [
        [0, 60, 0],
        [1, 100, 40],
      ],
    ],
    ['ends for both at once when both were passed at once', [[0, 25]], [[1, 60, 0]]],
    [
      'off: runs from where the signal is past the deadband',
      [
        [0, 12],
        [100, 9],
        [200, 7],
      ],
      [
        [0, 60, 0],
        [NORMAL, 320, 200],
      ],
    ],
    [
      'off: is stopped within the deadband',
      [
        [0, 12],
        [100, 7],
        [150, 9],
      ],
      [[0, 60, 0]],
    ],
    [
      'off: of two levels left together ends together',
      [
        [0, 25],
        [100, 0],
      ],
      [
        [1, 60, 0],
        [NORMAL, 220, 100],
      ],
    ],
    [
      'off: is each level’s own',
      [
        [0, 25],
        [100, 12],
        [150, 0],
      ],
      [
        [1, 60, 0],
        [0, 220, 100],
        [NORMAL, 270, 150],
      ],
    ],
    [
      'is stopped by what is unknown',
      [
        [0, 12],
        [30, undefined],
        [40, 12],
      ],
      [[0, 100, 40]],
    ],
    [
      'off: is stopped by what is unknown',
      [
        [0, 12],
        [100, 7],
        [110, undefined],
      ],
      [[0, 60, 0]],
    ],
  ] as [string, [number, SignalValue][], number[][]][])('%s', (_, values, steps) =>
    expect(course(HIGH, values)).toEqual(steps),
  )
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
    const stage = createStage(HIGH, 0)
    holdOld(stage, 0, 7)
    expect(step(stage, 1e6)).toEqual({ level: NORMAL, at: 120, since: 0 })
  })

  test('does not make it severer', () => {
    const stage = createStage(HIGH, 0)
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
    const stage = createStage(HIGH, 1)
    expect(step(stage, 1e9)).toBeUndefined()
    expect(stage.level).toBe(1)
  })
})

// The same rules, told second by second.
function slowCourse(
  { limits, deadband, onDelayMs, offDelayMs }: StageSettings,
  values: readonly [number, number][],
  until: number,
) {
  const steps: number[][] = []
  const beyond = limits.map((): number | null => null)
  const inside = limits.map((): number | null => null)
  let level = NORMAL
  const look = (now: number) => {
    const isDue = (since: number | null | undefined, delay: number) =>
      since !== null && since !== undefined && now - since >= delay
    for (let i = limits.length - 1; i > level; i--)
      if (isDue(beyond[i], onDelayMs)) {
        level = i
        steps.push([level, now, beyond[i] ?? 0])
      }
    const left = level
    while (level > NORMAL && isDue(inside[level], offDelayMs)) level--
    if (level < left) steps.push([level, now, inside[left] ?? 0])
  }
  for (let now = 0; now <= until; now++) {
    look(now)
    for (const [, value] of values.filter(([at]) => at === now))
      limits.forEach((limit, i) => {
        beyond[i] = value >= limit ? (beyond[i] ?? now) : null
        inside[i] = value < limit - deadband ? (inside[i] ?? now) : null
      })
    look(now)
  }
  return steps
}

test('any course of values does the same as told second by second', () => {
  const settings = fc.record({
    side: fc.constant('high' as const),
    limits: fc.constantFrom([10], [10, 20], [10, 14, 30]),
    deadband: fc.nat(6),
    onDelayMs: fc.nat(5),
    offDelayMs: fc.nat(5),
  })
  const values = fc
    .uniqueArray(fc.tuple(fc.nat(60), fc.nat(32)), { maxLength: 25, selector: ([at]) => at })
    .map(all => all.toSorted(([a], [b]) => a - b))
  fc.assert(
    fc.property(settings, values, (one, all) => {
      expect(course(one, all, 70)).toEqual(slowCourse(one, all, 70))
    }),
    { numRuns: 1_000 },
  )
})
