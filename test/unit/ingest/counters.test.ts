import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCounters } from '../../../server/ingest/counters.ts'
import { OUTCOME } from '../../../server/store/store.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const SECOND = 1_000
const { good, bad } = QUALITY_CODE
const newest = (count: number) => new Uint8Array(count).fill(OUTCOME.newest)

describe('what a device sent', () => {
  test('is counted by what became of it, per device and in total', () => {
    const counters = createCounters()
    const outcome = Uint8Array.of(OUTCOME.newest, OUTCOME.late, OUTCOME.duplicate, OUTCOME.conflict, OUTCOME.newest)
    counters.stored('a', outcome, [good, good, good, good, bad], NOW)
    counters.stored('b', newest(2), [good, good], NOW)
    expect(counters.of('a')).toMatchObject({ accepted: 3, duplicate: 2, conflict: 1, late: 1, bad: 1 })
    expect(counters.of('b')).toMatchObject({ accepted: 2, duplicate: 0, conflict: 0, late: 0, bad: 0 })
    expect(counters.totals()).toMatchObject({ accepted: 5, duplicate: 2, conflict: 1, late: 1, bad: 1 })
  })

  test('is not counted as bad a second time when it is sent again', () => {
    const counters = createCounters()
    counters.stored('a', Uint8Array.of(OUTCOME.duplicate), [bad], NOW)
    expect(counters.of('a').bad).toBe(0)
  })

  test('and refused is counted by reason', () => {
    const counters = createCounters()
    counters.rejected('a', 'clock')
    counters.rejected('a', 'clock')
    counters.rejected('b', 'unit')
    expect(counters.of('a').rejected).toMatchObject({ clock: 2, unit: 0 })
    expect(counters.totals().rejected).toMatchObject({ clock: 2, unit: 1, 'bad-time': 0 })
  })

  test('and refused whole is counted by its reason', () => {
    const counters = createCounters()
    counters.tooFast('a')
    counters.tooFast('b')
    counters.tooLarge('a')
    expect(counters.of('a')).toMatchObject({ tooFast: 1, tooLarge: 1 })
    expect(counters.of('b')).toMatchObject({ tooFast: 1, tooLarge: 0 })
    expect(counters.totals()).toMatchObject({ tooFast: 2, tooLarge: 1 })
  })
})

describe('the rate of the last minute', () => {
  test('holds a reading for sixty seconds and no longer', () => {
    const counters = createCounters()
    counters.stored('a', newest(3), [0, 0, 0], NOW)
    expect(counters.lastMinute(NOW)).toBe(3)
    expect(counters.lastMinute(NOW + 59 * SECOND)).toBe(3)
    expect(counters.lastMinute(NOW + 60 * SECOND)).toBe(0)
  })

  test('leaves out what was sent again', () => {
    const counters = createCounters()
    counters.stored('a', Uint8Array.of(OUTCOME.duplicate, OUTCOME.conflict, OUTCOME.late), [0, 0, 0], NOW)
    expect(counters.lastMinute(NOW)).toBe(1)
  })

  test('is right again at once when the clock of the server is set back or forward an hour', () => {
    for (const jump of [-3_600, 3_600]) {
      const counters = createCounters()
      counters.stored('a', newest(5), [0, 0, 0, 0, 0], NOW)
      const after = NOW + jump * SECOND
      for (let s = 0; s < 200; s++) counters.stored('a', newest(1), [0], after + s * SECOND)
      expect(counters.lastMinute(after + 199 * SECOND)).toBe(60)
    }
  })

  test('is the number of readings within the last sixty seconds, whatever the pauses', () => {
    const step = fc.record({ pause: fc.oneof(fc.nat(3), fc.nat(200)), count: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const counters = createCounters()
        const sent: number[] = []
        let second = Math.floor(NOW / SECOND)
        for (const { pause, count } of steps) {
          second += pause
          counters.stored(
            'a',
            newest(count),
            Array.from({ length: count }, () => good),
            second * SECOND,
          )
          for (let i = 0; i < count; i++) sent.push(second)
          expect(counters.lastMinute(second * SECOND)).toBe(sent.filter(s => s > second - 60).length)
        }
      }),
    )
  })
})
