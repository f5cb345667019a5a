import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClockSamples, serverTimeBy, withPulse } from '../../../../client/live/clock-offset.ts'

const SERVER = 1_790_000_000_000
/** Words sent at these moments, each late by so much, to a screen whose clock began at 0 when the server's stood at SERVER. */
const heardBy = (words: readonly { readonly at: number; readonly late: number }[]): ClockSamples =>
  words.reduce<ClockSamples>(
    (held, { at, late }) => withPulse(held, { serverTime: SERVER + at, heardAt: at + late }),
    [],
  )

test('unknown before the first word', () => expect(serverTimeBy([], 5)).toBeUndefined())

test('it moves with the monotonic clock from the last word of the server', () => {
  const held = withPulse([], { serverTime: SERVER, heardAt: 1_000 })
  expect([1_000, 61_000].map(now => serverTimeBy(held, now))).toEqual([SERVER, SERVER + 60_000])
})

test('a word that comes late doesn’t set the clock back', () => {
  const held = heardBy([
    { at: 0, late: 3 },
    { at: 5_000, late: 400 },
  ])
  expect(serverTimeBy(held, 6_000)).toBe(SERVER + 6_000 - 3)
})

test('what was heard more than twelve words ago counts no more', () => {
  const late = Array.from({ length: 11 }, (_, i) => ({ at: (i + 1) * 5_000, late: 90 }))
  expect(serverTimeBy(heardBy([{ at: 0, late: 1 }, ...late]), 60_000)).toBe(SERVER + 60_000 - 1)
  expect(serverTimeBy(heardBy([{ at: 0, late: 1 }, ...late, { at: 60_000, late: 90 }]), 60_090)).toBe(SERVER + 60_000)
})

test('a server whose clock was set back is followed at once', () => {
  const held = withPulse(heardBy([{ at: 0, late: 1 }]), { serverTime: SERVER - 3_600_000, heardAt: 5_000 })
  expect(serverTimeBy(held, 5_000)).toBe(SERVER - 3_600_000)
})

test('two screens agree as well as their quickest words, however late the others are', () => {
  const words = fc.array(fc.record({ at: fc.nat(60_000), late: fc.nat(1_500) }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const quickest = (heard: typeof a) => Math.min(...heard.map(({ late }) => late))
      const apart = Math.abs((serverTimeBy(heardBy(a), 0) ?? 0) - (serverTimeBy(heardBy(b), 0) ?? 0))
      expect(apart).toBe(Math.abs(quickest(a) - quickest(b)))
    }),
  )
})
