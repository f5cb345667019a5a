import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWindow, MAX_KEPT } from '../../../shared/alarms/signal-window.ts'

describe('a window of readings', () => {
  const times = (window: ReturnType<typeof createWindow>) =>
    Array.from({ length: window.size() }, (_, i) => window.timeAt(i))

  test('holds what a list would, and never more than it may', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), by: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant('drop' as const), by: fc.integer({ min: -1, max: 40 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400, size: 'max' }), steps => {
        const window = createWindow(0)
        let list: number[] = []
        let t = 0
        for (const { kind, by } of steps) {
          if (kind === 'add') window.add((t += by), -t)
          else window.drop(by)
          list = kind === 'add' ? [...list, t] : list.slice(Math.max(0, by))
        }
        expect(times(window)).toEqual(list)
        expect(list.map((_, i) => window.valueAt(i))).toEqual(list.map(one => -one))
        expect(window.sum()).toBe(list.reduce((sum, one) => sum - one, 0))
      }),
    )
  })
  test('lets the oldest go', () => {
    const window = createWindow(0)
    for (let t = 1; t <= MAX_KEPT + 1; t++) window.add(t, t)
    expect([window.size(), window.timeAt(0), window.timeAt(MAX_KEPT - 1)]).toEqual([MAX_KEPT, 2, MAX_KEPT + 1])
    expect([window.timeAt(-1), window.valueAt(MAX_KEPT)]).toEqual([Number.NaN, Number.NaN])
  })
  test('keeps one in every stretch', () => {
    const window = createWindow(10)
    for (let t = 0; t <= 30; t++) window.add(t, t)
    expect(times(window)).toEqual([0, 10, 20, 30])
  })
  test('puts what was before in front', () => {
    const window = createWindow(10)
    window.add(30, 3)
    window.addBefore([
      { t: 0, v: 0 },
      { t: 5, v: 0 },
      { t: 20, v: 2 },
    ])
    expect(times(window)).toEqual([0, 20, 30])
  })
})
