import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedShare, restOfStay, STAY_MS } from '../../../../client/operation/operation-timing.ts'
import { outcomeOf } from '../../../../client/operation/use-operation.ts'

describe('what becomes of an operation', () => {
  const signal = () => new AbortController().signal
  test('is its result, or its error', async () => {
    expect(await outcomeOf(Promise.resolve(7), signal())).toEqual({ kind: 'done', value: 7 })
    await expect(outcomeOf(Promise.reject(new Error('no answer')), signal())).rejects.toThrow('no answer')
  })
  test('is that it was cancelled at once, even when the work never notices', async () => {
    const given = new AbortController()
    const outcome = outcomeOf(new Promise<never>(() => undefined), given.signal)
    given.abort()
    expect(await outcome).toEqual({ kind: 'cancelled' })
  })
  test('cancelled it stays, whatever the work says afterwards', async () => {
    const given = new AbortController()
    given.abort()
    expect(await outcomeOf(Promise.reject(new Error('aborted')), given.signal)).toEqual({ kind: 'cancelled' })
    expect(await outcomeOf(Promise.resolve(7), given.signal)).toEqual({ kind: 'cancelled' })
  })
})

describe('what is told of it', () => {
  test('are quarters, each once, and nothing before the first', () => {
    expect([undefined, 0, 0.24, 0.25, 0.74, 1, 2].map(announcedShare)).toEqual([
      undefined,
      undefined,
      undefined,
      0.25,
      0.5,
      1,
      1,
    ])
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 200 }), shares => {
        const told = shares.toSorted((a, b) => a - b).map(announcedShare)
        expect(new Set(told).size).toBeLessThanOrEqual(5)
        for (const [i, share] of shares.toSorted((a, b) => a - b).entries())
          expect(told[i] ?? 0).toBeLessThanOrEqual(share)
      }),
    )
  })
  test('what has shown itself stays a moment, not longer', () => {
    expect(restOfStay(1_000, 1_000)).toBe(STAY_MS)
    expect(restOfStay(1_000, 1_000 + STAY_MS)).toBe(0)
    expect(restOfStay(1_000, 9_000)).toBe(0)
  })
})
