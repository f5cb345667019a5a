import { describe, expect, test } from 'vitest'
import { DUSK_MS, isRefreshDue, lightAt, QUIET_MS } from '../../../../client/wall/night.ts'

/** 26/11/2026 in the province. */
const at = (clock: string, day = '2026-11-26') => Date.parse(`${day}T${clock}:00+07:00`)
const NIGHT = { from: '20:00', to: '05:30', light: 0.4 }

describe('the light', () => {
  test.each([
    ['12:00', 1],
    ['20:00', 1],
    ['20:05', 0.7],
    ['20:10', 0.4],
    ['00:00', 0.4],
    ['05:30', 0.4],
    ['05:35', 0.7],
    ['05:40', 1],
  ])('at %s is %d', (clock, light) => expect(lightAt(NIGHT, at(clock))).toBeCloseTo(light))

  test('of a wall without a night is full at any hour', () => expect(lightAt(null, at('02:00'))).toBe(1))

  test('of a short night sinks and rises without a step', () => {
    const short = { from: '12:00', to: '12:10', light: 0.5 }
    const lights = Array.from({ length: 40 * 60 }, (_, second) => lightAt(short, at('11:50') + second * 1_000))
    expect(Math.min(...lights)).toBeCloseTo(0.5)
    lights.slice(1).forEach((light, i) => expect(Math.abs(light - (lights[i] ?? light))).toBeLessThan(0.5 / 290))
  })

  test('sinks in as long as it rises', () => expect(DUSK_MS).toBe(600_000))
})

describe('the daily refresh', () => {
  const loadedAt = at('12:00', '2026-11-25')
  test('is due in the quiet hour, from its first millisecond to its last', () => {
    expect(isRefreshDue('03:00', at('03:00') - 1, loadedAt)).toBe(false)
    expect(isRefreshDue('03:00', at('03:00'), loadedAt)).toBe(true)
    expect(isRefreshDue('03:00', at('03:00') + QUIET_MS - 1, loadedAt)).toBe(true)
    expect(isRefreshDue('03:00', at('03:00') + QUIET_MS, loadedAt)).toBe(false)
  })

  test('is not due again after it was done, nor for a page that is hardly two hours old', () => {
    expect(isRefreshDue('03:00', at('03:05'), at('03:01'))).toBe(false)
    expect(isRefreshDue('03:00', at('03:00'), at('01:00') + 1)).toBe(false)
    expect(isRefreshDue('03:00', at('03:00'), at('01:00'))).toBe(true)
  })

  test('comes a little later on the next screen', () => {
    expect(isRefreshDue('03:00', at('03:00') + 59_999, loadedAt, 60_000)).toBe(false)
    expect(isRefreshDue('03:00', at('03:01'), loadedAt, 60_000)).toBe(true)
  })

  test('is never due where none is asked for', () => expect(isRefreshDue(null, at('03:00'), loadedAt)).toBe(false))
})
