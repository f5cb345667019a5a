import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBackOff, LONGEST_WAIT_MS } from '../../../server/access/back-off.ts'

const DAY_MS = 86_400_000

describe('waiting after failures', () => {
  test('begins after the free ones and doubles up to the longest', () => {
    const backOff = createBackOff(3)
    const waits: number[] = []
    for (let i = 0; i < 16; i++) {
      waits.push(backOff.wait('a', 0))
      backOff.fail('a', 0)
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    expect(LONGEST_WAIT_MS).toBe(900_000)
  })

  test('ends when its time is up, not a moment before', () => {
    const backOff = createBackOff(1)
    backOff.fail('a', 0)
    backOff.fail('a', 0)
    expect([backOff.wait('a', 1_999), backOff.wait('a', 2_000)]).toEqual([1, 0])
  })

  test('is of one key, and forgotten with success or after a day', () => {
    const backOff = createBackOff(0)
    backOff.fail('a', 0)
    expect([backOff.wait('a', 0), backOff.wait('b', 0)]).toEqual([2, 0])
    expect(backOff.wait('a', DAY_MS)).toBe(0)
    backOff.forget('a')
    expect(backOff.wait('a', 0)).toBe(0)
  })

  test('leaves a guesser few tries a day, however clever the rhythm', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 200, maxLength: 400 }), pauses => {
        const backOff = createBackOff(5)
        let [now, tries] = [0, 0]
        for (const pause of pauses) {
          now += pause
          if (now >= DAY_MS) break
          if (backOff.wait('a', now) > 0) continue
          tries++
          backOff.fail('a', now)
        }
        // Five free, ten doublings, then one in a quarter of an hour.
        expect(tries).toBeLessThanOrEqual(5 + 11 + DAY_MS / LONGEST_WAIT_MS)
      }),
    )
  })
})
