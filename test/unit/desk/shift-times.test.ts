// The shifts by the province's clock, whatever zone the machine is in.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfShift, lastAtHour, MAX_BACK_MS, sinceOf, startOfShift } from '../../../shared/desk/shift-times.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)

test.each([
  ['2026-11-26T06:59:59.999', '2026-11-25T19:00', '2026-11-26T07:00'],
  ['2026-11-26T07:00', '2026-11-26T07:00', '2026-11-26T19:00'],
  ['2026-11-26T18:59:59.999', '2026-11-26T07:00', '2026-11-26T19:00'],
  ['2026-11-26T19:00', '2026-11-26T19:00', '2026-11-27T07:00'],
  ['2026-11-27T00:00', '2026-11-26T19:00', '2026-11-27T07:00'],
])('at %s the shift is from %s to %s', (now, from, to) =>
  expect([startOfShift(at(now)), endOfShift(at(now))]).toEqual([at(from), at(to)]),
)

test('a shift holds its moment and is twelve hours long; an hour’s last time is within a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 23 }), (now, hour) => {
      const [from, to] = [startOfShift(now), endOfShift(now)]
      expect(from <= now && now < to && to - from === 12 * 3_600_000).toBe(true)
      const last = lastAtHour(hour, now)
      expect(last <= now && now - last < 24 * 3_600_000).toBe(true)
    }),
  )
})

test('a moment in the address is one of the last fourteen days, or none', () => {
  const now = at('2026-11-26T12:00')
  expect(sinceOf('2026-11-26T07:00:00+07:00', now)).toBe(at('2026-11-26T07:00'))
  expect(sinceOf(String(now), now)).toBe(now)
  expect(sinceOf(String(now - MAX_BACK_MS), now)).toBe(now - MAX_BACK_MS)
  for (const text of [null, '', 'x', String(now + 1), String(now - MAX_BACK_MS - 1), '9'.repeat(41)])
    expect(sinceOf(text, now)).toBeUndefined()
})
