// How displays stand with their pairing, on the page that looks after them.
import { describe, expect, test } from 'vitest'
import { isTroubled, standingOf } from '../../../../client/fleet/fleet-rows.ts'
import {
  CLOCK_OFF_MS,
  isClockOff,
  pairingOf,
  pairingTroubleFirst,
  UNSEEN_MS,
  withPaired,
} from '../../../../client/fleet/pairing/pairing-standing.ts'
import type { PairedRow } from '../../../../shared/access/pairing-schema.ts'

const NOW = 1_000_000_000_000
const aPaired = (about: Partial<PairedRow> = {}): PairedRow => ({
  display: 'a',
  scope: 'province',
  audience: 'office',
  pairedAt: NOW - UNSEEN_MS,
  pairedBy: 'person:Sen',
  seenAt: NOW,
  address: '10.0.0.1',
  copiedAt: null,
  ...about,
})
const rowsOf = (...paired: readonly PairedRow[]) => withPaired([], { now: NOW, displays: [...paired] })

describe('a pairing', () => {
  test.each([
    ['none', undefined, 'unpaired'],
    ['seen just now', aPaired(), 'paired'],
    ['seen a day ago', aPaired({ seenAt: NOW - UNSEEN_MS }), 'paired'],
    ['seen longer ago', aPaired({ seenAt: NOW - UNSEEN_MS - 1 }), 'unseen'],
    ['copied, however lately seen', aPaired({ copiedAt: NOW }), 'copied'],
  ])('%s', (_what, paired, standing) => expect(pairingOf(paired, NOW)).toBe(standing))
})

test('a clock may be off by two minutes either way, not more; one that isn’t known is not off', () => {
  for (const sign of [1, -1]) {
    expect(isClockOff({ clockOffMs: sign * CLOCK_OFF_MS })).toBe(false)
    expect(isClockOff({ clockOffMs: sign * (CLOCK_OFF_MS + 1) })).toBe(true)
  }
  expect(isClockOff({ clockOffMs: null })).toBe(false)
})

describe('the rows', () => {
  test('hold whatever is paired, also what was never heard, once', () => {
    const rows = rowsOf(aPaired(), aPaired({ display: 'b' }))
    expect(rows.map(({ display }) => display)).toEqual(['a', 'b'])
    expect(withPaired(rows, { now: NOW, displays: [aPaired()] }).length).toBe(2)
  })

  test('say of a kiosk, which sends no reports, that it runs for as long as it asks who it is', () => {
    const running = (seenAt: number) => rowsOf(aPaired({ seenAt })).map(standingOf)
    expect(running(NOW - 3 * 60_000)).toEqual(['running'])
    expect(running(NOW - 3 * 60_000 - 1)).toEqual(['unheard'])
    expect(rowsOf(aPaired({ copiedAt: NOW })).map(standingOf)).toEqual(['unheard'])
  })

  test('put a copy first, then what wasn’t seen, and keep the order of the others', () => {
    const standings = { a: 'paired', b: 'unseen', c: 'unpaired', d: 'copied' } as const
    const rows = rowsOf(...Object.keys(standings).map(display => aPaired({ display })))
    const inOrder = pairingTroubleFirst(rows, ({ display }) => standings[display as keyof typeof standings])
    expect(inOrder.map(({ display }) => display)).toEqual(['d', 'b', 'a', 'c'])
  })

  test('of a running display whose clock is off are in trouble', () => {
    const [row] = rowsOf(aPaired())
    if (!row) throw new Error('no row')
    expect(isTroubled(row)).toBe(false)
    expect(isTroubled({ ...row, clockOffMs: CLOCK_OFF_MS + 1 })).toBe(true)
  })
})
