import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createReplayBuffer } from '../../../../client/time-machine/replay-buffer.ts'

type Row = { readonly n: number; readonly t: number; readonly v: number }
const pageOf = (rows: readonly Row[]) => ({
  n: rows.map(row => row.n),
  t: rows.map(row => row.t),
  v: rows.map(row => row.v),
  q: rows.map(() => 0),
})
const rows = fc
  .array(fc.record({ n: fc.nat(4), t: fc.nat(100), v: fc.nat(1_000) }), { maxLength: 60 })
  .map(all => all.toSorted((a, b) => a.t - b.t))

test('taken in steps, each series ends at its newest reading, and nothing comes before its time or twice', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(100)), (all, size, instants) => {
      const buffer = createReplayBuffer(0)
      for (let i = 0; i < all.length; i += size) buffer.add(pageOf(all.slice(i, i + size)))
      const shown = new Map<number, Row>()
      let taken = 0
      for (const at of [...instants.toSorted((a, b) => a - b), 100]) {
        const before = buffer.size()
        const { n, t, v } = buffer.takeUpTo(at)
        taken += before - buffer.size()
        expect(new Set(n).size).toBe(n.length)
        for (let i = 0; i < n.length; i++) shown.set(n[i] ?? -1, { n: n[i] ?? -1, t: t[i] ?? -1, v: v[i] ?? -1 })
        const due = all.filter(row => row.t <= at)
        expect(shown).toEqual(new Map(due.map(row => [row.n, row])))
      }
      expect(taken).toBe(all.length)
      expect(buffer.size()).toBe(0)
    }),
  )
})

test('it is full at its bound: one more reading is refused, and room comes back with what is taken', () => {
  const buffer = createReplayBuffer(0, 3)
  buffer.add(pageOf([1, 2, 3].map(t => ({ n: 0, t, v: t }))))
  expect([buffer.hasRoom(0), buffer.hasRoom(1)]).toEqual([true, false])
  expect(() => buffer.add(pageOf([{ n: 0, t: 4, v: 4 }]))).toThrow(RangeError)
  buffer.takeUpTo(1)
  expect([buffer.hasRoom(1), buffer.hasRoom(2)]).toEqual([true, false])
})

test('how far it reaches only grows, until it is begun anew', () => {
  const buffer = createReplayBuffer(10)
  buffer.reach(50)
  buffer.reach(20)
  expect(buffer.until()).toBe(50)
  buffer.restart(5)
  expect([buffer.until(), buffer.size()]).toEqual([5, 0])
})
