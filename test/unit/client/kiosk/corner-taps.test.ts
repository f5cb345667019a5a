// Five touches in the corner within three seconds, and nothing less, open the way to the service page.
import { array, assert, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { CORNER_PX, cornerTaps, TAPS, type Tap, WITHIN_MS } from '../../../../client/kiosk/corner-taps.ts'

const WIDTH = 1080
const after = (taps: readonly Tap[]) => taps.reduce<readonly number[]>((held, tap) => cornerTaps(held, tap, WIDTH), [])
const inCorner = (at: number): Tap => ({ x: WIDTH - 1, y: 1, at })

test('the last of them within three seconds of the first', () => {
  const spread = (over: number) => Array.from({ length: TAPS }, (_, i) => inCorner((over * i) / (TAPS - 1)))
  expect(after(spread(WITHIN_MS))).toHaveLength(TAPS)
  expect(after(spread(WITHIN_MS + 1))).toHaveLength(TAPS - 1)
})

test('a touch elsewhere begins anew, also beside the corner', () => {
  const four = Array.from({ length: TAPS - 1 }, (_, i) => inCorner(i))
  for (const [x, y] of [
    [WIDTH - CORNER_PX - 1, 1],
    [WIDTH - 1, CORNER_PX + 1],
    [0, 0],
  ] as const)
    expect(after([...four, { x, y, at: 10 }, inCorner(20)])).toHaveLength(1)
})

test('never more than were made, whatever is touched when', () => {
  const tap = record({ x: nat(WIDTH), y: nat(1920), at: nat(20_000) })
  assert(
    property(array(tap), taps => {
      const made = taps.toSorted((a, b) => a.at - b.at)
      const last = made.at(-1)
      const held = after(made)
      expect(held.length).toBeLessThanOrEqual(made.length)
      if (last) expect(held.every(at => last.at - at <= WITHIN_MS)).toBe(true)
    }),
  )
})
