// The contract of the outbox: nothing doubled, nothing lost, nobody sends the same at the same time.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import {
  aChannel,
  aClaim,
  aMessage,
  anEnqueue,
  ascending,
  eventsOf,
  GATHERED,
  pageOf,
  standOf,
} from './outbox-sample.ts'
import type { PlaceOf } from './store-contract.ts'
import { unique } from './store-contract-events.ts'

export function outboxContract(at: PlaceOf): void {
  test('a new channel begins where it is told, a known one where it stood', async () => {
    const { store, place } = at()
    const channel = unique('channel')
    expect(await store.openOutbox(channel, 7)).toBe(7)
    expect(await store.openOutbox(channel, 9)).toBe(7)
    expect((await store.enqueue(anEnqueue(channel, [], { from: 7, to: 8 }))).kind).toBe('moved')
    const again = await place.open()
    expect(await again.openOutbox(channel, 9)).toBe(8)
    await again.close()
    await expect(store.enqueue(anEnqueue(unique('nobody'), []))).rejects.toThrow(RangeError)
    await expect(store.enqueue(anEnqueue(channel, [], { from: 8, to: 7 }))).rejects.toThrow(RangeError)
  })

  test('messages and cursor move together, once: who comes second adds nothing and is told where it stands', async () => {
    const { store, place } = at()
    const channel = await aChannel(store)
    const other = await place.open()
    const request = anEnqueue(channel, [aMessage(5), aMessage(6)], { to: 6 })
    const outcomes = await Promise.all([store.enqueue(request), other.enqueue(request)])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'moved'])
    expect(outcomes).toContainEqual({ kind: 'elsewhere', cursor: 6 })
    await other.close()

    // A message that is there already stays as it is, also when its cursor was set back.
    expect(
      await store.enqueue(anEnqueue(channel, [aMessage(6, { payload: 'other' }), aMessage(7)], { from: 6, to: 7 })),
    ).toEqual({ kind: 'moved', overflowed: 0 })
    const circle: { self?: unknown } = {}
    circle.self = circle
    await expect(
      store.enqueue(anEnqueue(channel, [aMessage(8), aMessage(9, { payload: circle })], { from: 7, to: 9 })),
    ).rejects.toThrow()
    const held = await pageOf(store, channel)
    expect(eventsOf(held)).toEqual([7, 6, 5])
    expect(held[1]?.payload).toEqual({ text: 'Mực nước 6' })
    expect((await standOf(store, channel)).cursor).toBe(7)
  })

  test('a message is read back as it went in', async () => {
    const { store } = at()
    const channel = await aChannel(store, [aMessage(3, { recipient: 'trực@ioc.vn', subject: 'alarm:x', rank: 2 })])
    expect(await pageOf(store, channel)).toEqual([
      {
        id: expect.any(Number),
        channel,
        recipient: 'trực@ioc.vn',
        eventId: 3,
        subject: 'alarm:x',
        rank: 2,
        payload: { text: 'Mực nước 3' },
        createdAt: 1_000,
        attempts: 0,
        nextAt: 1_000,
        state: 'waiting',
        lastError: null,
        settledAt: null,
        leasedUntil: null,
      },
    ])
  })

  test('what was claimed is nobody else’s until the lease runs out', async () => {
    const { store, place } = at()
    const channel = await aChannel(store, [aMessage(1), aMessage(2), aMessage(3)])
    const other = await place.open()
    const both = await Promise.all(
      [store, other, store, other].map(one => one.claimOutbox(aClaim(channel, { limit: 1 }))),
    )
    expect(ascending(both.flatMap(eventsOf))).toEqual([1, 2, 3])
    expect(both.flat().every(({ attempts, leasedUntil }) => attempts === 1 && leasedUntil === 62_000)).toBe(true)
    expect(await other.claimOutbox(aClaim(channel, { now: 61_999 }))).toEqual([])
    const again = await other.claimOutbox(aClaim(channel, { now: 62_000, leasedUntil: 90_000 }))
    expect(again.map(({ eventId, attempts }) => [eventId, attempts])).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
    ])
    await other.close()
  })

  test('messages about one subject leave in order, those about others beside them', async () => {
    const { store } = at()
    const messages = [
      aMessage(1, { subject: 'a' }),
      aMessage(2, { subject: 'a' }),
      aMessage(3, { subject: 'b' }),
      aMessage(4, { subject: 'a', recipient: 'x@y.vn' }),
    ]
    const channel = await aChannel(store, messages)
    const first = await store.claimOutbox(aClaim(channel))
    expect(eventsOf(first)).toEqual([1, 3])
    await store.settleOutbox(first.slice(0, 1), { kind: 'retry', nextAt: 50_000, error: 'http-500' }, 2_500)
    expect(await store.claimOutbox(aClaim(channel, { now: 3_000 }))).toEqual([])
    const retried = await store.claimOutbox(aClaim(channel, { now: 50_000, leasedUntil: 99_000 }))
    expect(eventsOf(retried)).toEqual([1])
    await store.settleOutbox(retried, { kind: 'dead', error: 'http-410' }, 50_001)
    expect(eventsOf(await store.claimOutbox(aClaim(channel, { now: 51_000 })))).toEqual([2])
    expect(eventsOf(await store.claimOutbox(aClaim(channel, { recipient: 'x@y.vn' })))).toEqual([4])
  })

  test('only lanes with something to send now are due', async () => {
    const { store } = at()
    const channel = await aChannel(store, [aMessage(1), aMessage(2, { recipient: 'a@b.vn' }), aMessage(3)])
    const mine = async (now: number) => (await store.dueLanes(now)).filter(lane => lane.channel === channel)
    expect(await mine(999)).toEqual([])
    expect(await mine(1_000)).toEqual([
      { channel, recipient: '' },
      { channel, recipient: 'a@b.vn' },
    ])
    await store.claimOutbox(aClaim(channel))
    expect(await mine(61_999)).toEqual([{ channel, recipient: 'a@b.vn' }])
    expect(await mine(62_000)).toHaveLength(2)
  })

  test('a delivery counts whoever says it, a failure only from who still holds the claim', async () => {
    const { store } = at()
    const channel = await aChannel(store, [aMessage(1)])
    const slow = await store.claimOutbox(aClaim(channel, { leasedUntil: 10_000 }))
    const quick = await store.claimOutbox(aClaim(channel, { now: 10_000, leasedUntil: 20_000 }))
    expect(quick[0]?.attempts).toBe(2)
    expect(await store.settleOutbox(slow, { kind: 'dead', error: 'late' }, 11_000)).toBe(0)
    expect(await store.settleOutbox(slow, { kind: 'retry', nextAt: 12_000, error: 'late' }, 11_000)).toBe(0)
    expect(await store.settleOutbox(slow, { kind: 'delivered' }, 11_000)).toBe(1)
    expect(await store.settleOutbox(quick, { kind: 'delivered' }, 12_000)).toBe(0)
    expect(await store.settleOutbox(quick, { kind: 'dead', error: 'late' }, 12_000)).toBe(0)
    expect(await standOf(store, channel)).toMatchObject({
      waiting: 0,
      dead: 0,
      deliveredEver: 1,
      deliveredAt: 11_000,
      error: null,
    })
  })

  test('whatever two senders do, every message is delivered or dead in the end, and none was with both at once', async () => {
    const { place } = at()
    const stores = await Promise.all([place.open(), place.open()])
    const step = fc.record({
      who: fc.nat(1),
      limit: fc.integer({ min: 1, max: 3 }),
      end: fc.constantFrom('delivered', 'retry', 'dead', 'crash'),
      waitMs: fc.nat(40),
    })
    const subjects = fc.array(fc.nat(2), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(subjects, fc.array(step, { maxLength: 12 }), fc.boolean(), async (about, steps, isGathered) => {
        const [first] = stores
        const messages = about.map((subject, i) => aMessage(i + 1, { subject: `s${subject}`, rank: i % 4 }))
        const channel = await aChannel(first, messages)
        const gathered = isGathered ? { ...GATHERED, restMs: 10 } : null
        const leases = new Map<number, number>()
        const delivered: number[] = []
        let now = 2_000
        const turn = async ({ who, limit, end, waitMs }: (typeof steps)[number]) => {
          now += waitMs
          const store = stores[who] as Store
          const claimed = await store.claimOutbox(aClaim(channel, { now, leasedUntil: now + 20, limit, gathered }))
          for (const { eventId } of claimed) {
            expect(leases.get(eventId) ?? 0).toBeLessThanOrEqual(now)
            leases.set(eventId, now + 20)
          }
          if (end === 'crash' || claimed.length === 0) return
          const settlement =
            end === 'delivered'
              ? ({ kind: end } as const)
              : end === 'dead'
                ? ({ kind: end, error: 'x' } as const)
                : ({ kind: end, nextAt: now + 15, error: 'x' } as const)
          expect(await store.settleOutbox(claimed, settlement, now)).toBe(claimed.length)
          for (const { eventId } of claimed) leases.delete(eventId)
          if (end === 'delivered') delivered.push(...eventsOf(claimed))
        }
        for (const one of steps) await turn(one)
        for (let i = 0; i < about.length; i++) await turn({ who: i % 2, limit: 3, end: 'delivered', waitMs: 40 })
        expect(new Set(delivered).size).toBe(delivered.length)
        const left = await pageOf(first, channel)
        expect(left.filter(({ state }) => state === 'waiting')).toEqual([])
        expect(ascending(eventsOf(left.filter(({ state }) => state === 'delivered')))).toEqual(ascending(delivered))
        const orderOf = (subject: number) => delivered.filter(id => about[id - 1] === subject)
        for (const subject of [0, 1, 2]) expect(orderOf(subject)).toEqual(ascending(orderOf(subject)))
      }),
      { numRuns: 60 },
    )
    await Promise.all(stores.map(store => store.close()))
  })
}
