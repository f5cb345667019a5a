import { describe, expect, test } from 'vitest'
import { createSilence } from '../../../shared/alarms/signal-silence.ts'
import { HOUR, MINUTE, seriesOf } from './evaluation-sample.ts'

describe('silence', () => {
  const series = [seriesOf(1), seriesOf(2, { intervalMs: HOUR }), seriesOf(3, { intervalMs: null })]

  test('is unknown before the first reading', () => {
    const silence = createSilence(series)
    expect(silence.newestAt()).toBe(-Infinity)
    expect(silence.reachesAt(3, 0)).toBe(-Infinity)
  })
  test('is the age of the freshest series, by its own interval', () => {
    const silence = createSilence(series)
    silence.hear(0, 0)
    expect(silence.ageAt(30 * MINUTE)).toBe(3)
    expect(silence.reachesAt(3, -Infinity)).toBe(30 * MINUTE)
    silence.hear(1, 0)
    expect(silence.ageAt(30 * MINUTE)).toBe(0.5)
    expect(silence.reachesAt(3, -Infinity)).toBe(3 * HOUR)
    expect(silence.newestAt()).toBe(0)
  })
  test('is never negative', () => {
    const silence = createSilence(series)
    silence.hear(0, 1_000)
    expect(silence.ageAt(0)).toBe(0)
  })
  test('counts from where somebody listened', () => {
    const silence = createSilence(series)
    silence.hear(0, 0)
    expect(silence.reachesAt(3, 5 * MINUTE)).toBe(35 * MINUTE)
    expect(silence.ageAt(30 * MINUTE)).toBe(3)
  })
})
