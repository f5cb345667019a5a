// The rules by which a screen's picture follows the server: repeats, gaps, epochs, and slow equals fast.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFrame, applySnapshot, createLiveState, type LiveState } from '../../../../client/live/live-state.ts'
import { aFrame, aSeries, type Point } from './builders.ts'

const SERIES = 10
const catalogue = Array.from({ length: SERIES }, (_, n) => aSeries({ n, device: `device-${n}` }))
const screenAt = (seq: number, epoch = 1): LiveState => {
  const state = createLiveState(catalogue)
  applySnapshot(state, epoch, seq, aFrame(seq, seq, [], epoch))
  return state
}
const picture = ({ t, v, q, seq }: LiveState) => ({ t: [...t], v: [...v], q: [...q], seq })

describe('a frame', () => {
  test('is applied when it continues what the screen knows', () => {
    const state = screenAt(5)
    expect(applyFrame(state, aFrame(5, 6, [[3, 1_000, 1.5, 1]]))).toBe('applied')
    expect([state.t[3], state.v[3], state.q[3], state.seq]).toEqual([1_000, 1.5, 1, 6])
  })

  test('that merges what the screen already has with what it lacks is applied', () => {
    expect(applyFrame(screenAt(5), aFrame(3, 8, [[0, 1, 1]]))).toBe('applied')
  })

  test('that was applied before changes nothing', () => {
    const state = screenAt(5)
    expect(applyFrame(state, aFrame(4, 5, [[0, 1_000, 9]]))).toBe('already')
    expect(state.t[0]).toBeNaN()
  })

  test('that comes after a missed one is a gap and changes nothing', () => {
    const state = screenAt(5)
    expect(applyFrame(state, aFrame(6, 7, [[0, 1_000, 9]]))).toBe('gap')
    expect([state.t[0], state.seq]).toEqual([NaN, 5])
  })

  test('of another epoch is a gap, whatever its number', () => {
    expect(applyFrame(screenAt(5, 1), aFrame(5, 6, [[0, 1_000, 9]], 2))).toBe('gap')
    expect(applyFrame(screenAt(5, 1), aFrame(2, 3, [[0, 1_000, 9]], 2))).toBe('gap')
  })

  test('before the first snapshot is a gap', () => {
    expect(applyFrame(createLiveState(catalogue), aFrame(0, 1, [], 0))).toBe('gap')
  })

  test('that names a series outside the catalogue leaves the others right', () => {
    const state = screenAt(5)
    expect(
      applyFrame(
        state,
        aFrame(5, 6, [
          [SERIES + 7, 1, 1],
          [2, 1_000, 4],
        ]),
      ),
    ).toBe('applied')
    expect(state.v[2]).toBe(4)
  })
})

test('a snapshot is the whole truth: what it does not name was never measured', () => {
  const state = screenAt(5)
  applyFrame(
    state,
    aFrame(5, 6, [
      [0, 1_000, 9],
      [1, 1_000, 8],
    ]),
  )
  applySnapshot(state, 2, 40, aFrame(40, 40, [[1, 2_000, 7]], 2))
  expect([state.t[0], state.v[1], state.epoch, state.seq]).toEqual([NaN, 7, 2, 40])
})

test('indexes may have holes, as a scope sees only its own series', () => {
  const state = createLiveState([aSeries({ n: 41, device: 'far' })])
  applySnapshot(state, 1, 1, aFrame(1, 1, [[41, 5, 6]]))
  expect(state.v[state.indexOf.get('far.water_level') ?? -1]).toBe(6)
})

test('a slow screen, given merged frames, ends with the same picture as a fast one', () => {
  const step = fc.record({ n: fc.nat(SERIES - 1), v: fc.integer(), isAnswered: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), steps => {
      const fast = screenAt(0)
      const slow = screenAt(0)
      const owed = new Map<number, Point>()
      let sent = 0
      const deliver = (seq: number) => {
        if (owed.size > 0) expect(applyFrame(slow, aFrame(sent, seq, [...owed.values()]))).toBe('applied')
        owed.clear()
        sent = seq
      }
      steps.forEach(({ n, v, isAnswered }, i) => {
        const point: Point = [n, i + 1, v]
        expect(applyFrame(fast, aFrame(i, i + 1, [point]))).toBe('applied')
        owed.set(n, point)
        if (isAnswered) deliver(i + 1)
      })
      deliver(steps.length)
      expect(picture(slow)).toEqual(picture(fast))
    }),
    { numRuns: 200 },
  )
})
