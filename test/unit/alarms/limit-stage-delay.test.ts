import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStage, NORMAL, type SignalValue, type StageSettings, step } from '../../../shared/alarms/limit-stage.ts'
import { course, HIGH, put } from './limit-stage-sample.ts'

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
