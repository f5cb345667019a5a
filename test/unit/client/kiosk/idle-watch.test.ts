// A kiosk left alone warns, counts down and goes back to the start; one touch at any time stops that.
import { expect, test, vi } from 'vitest'
import { createIdleWatch, RESET_AFTER_MS, WARN_AFTER_MS } from '../../../../client/kiosk/idle-watch.ts'
import { createTestClock } from '../live/builders.ts'

function watched() {
  const clock = createTestClock()
  const onReset = vi.fn()
  const countdown: (number | undefined)[] = []
  const watch = createIdleWatch(clock, seconds => countdown.push(seconds), onReset)
  return { clock, onReset, countdown, watch }
}

test('warns after 90 s with 20 s to go, then resets', () => {
  const { clock, onReset, countdown } = watched()
  clock.advance(WARN_AFTER_MS - 1)
  expect(countdown).toEqual([])
  clock.advance(1)
  expect(countdown).toEqual([20])
  clock.advance(RESET_AFTER_MS - 1)
  expect(onReset).not.toHaveBeenCalled()
  clock.advance(1)
  expect(onReset).toHaveBeenCalledOnce()
  expect(countdown.at(-1)).toBeUndefined()
})

test('a touch during the warning takes it back and starts the wait anew', () => {
  const { clock, onReset, countdown, watch } = watched()
  clock.advance(WARN_AFTER_MS + 5_000)
  watch.stir()
  expect(countdown.at(-1)).toBeUndefined()
  clock.advance(WARN_AFTER_MS - 1)
  expect(onReset).not.toHaveBeenCalled()
})

test('gone back, it rests until somebody comes', () => {
  const { clock, onReset, countdown, watch } = watched()
  clock.advance(WARN_AFTER_MS + RESET_AFTER_MS)
  const before = countdown.length
  clock.advance(10 * (WARN_AFTER_MS + RESET_AFTER_MS))
  expect([onReset.mock.calls.length, countdown.length]).toEqual([1, before])
  watch.stir()
  clock.advance(WARN_AFTER_MS + RESET_AFTER_MS)
  expect(onReset).toHaveBeenCalledTimes(2)
})

test('once stopped it does nothing', () => {
  const { clock, onReset, watch } = watched()
  watch.stop()
  clock.advance(10 * WARN_AFTER_MS)
  expect(onReset).not.toHaveBeenCalled()
})
