import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changed, stoppedAt, timeOf } from '../../../../client/time-machine/virtual-clock.ts'

const START = Date.UTC(2026, 10, 20)
const speed = fc.constantFrom(1, 10, 60, 600, 3_600)
const step = fc.record({
  wait: fc.nat(5_000),
  change: fc.oneof(fc.record({ speed }), fc.record({ isPlaying: fc.boolean() })),
})

test('it stands until it plays, then runs at its speed', () => {
  const stood = stoppedAt(START, 100, 60)
  expect(timeOf(stood, 9_999)).toBe(START)
  const playing = changed(stood, 1_000, { isPlaying: true })
  expect(timeOf(playing, 1_500)).toBe(START + 30_000)
  expect(timeOf(changed(playing, 1_500, { isPlaying: false }), 60_000)).toBe(START + 30_000)
})

test('whatever is pressed, it never jumps and never goes back; it runs exactly as long as it played', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      let clock = stoppedAt(START, 0)
      let monotonic = 0
      let expected = START
      for (const { wait, change } of steps) {
        const before = timeOf(clock, monotonic)
        expected += clock.isPlaying ? wait * clock.speed : 0
        monotonic += wait
        const reached = timeOf(clock, monotonic)
        clock = changed(clock, monotonic, change)
        expect(reached).toBeGreaterThanOrEqual(before)
        expect(timeOf(clock, monotonic)).toBe(reached)
        expect(reached).toBe(expected)
      }
    }),
  )
})

test('it stops at the present, and a monotonic clock that stepped back moves nothing', () => {
  const playing = changed(stoppedAt(START, 0), 0, { isPlaying: true, speed: 3_600 })
  expect(timeOf(playing, 10_000, START + 5_000)).toBe(START + 5_000)
  expect(timeOf(playing, -10)).toBe(START)
})
