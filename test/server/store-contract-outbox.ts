// The contract of the outbox and its one-time links: nothing doubled, nothing lost, nobody sends the same at the same time.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ClaimRequest,
  type EnqueueRequest,
  MAX_OUTBOX_READ,
  type NewOutboxMessage,
  type OutboxChannel,
  type OutboxMessage,
} from '../../server/store/outbox.ts'
import type { Store } from '../../server/store/store.ts'
import type { PlaceOf } from './store-contract.ts'
import { unique } from './store-contract-events.ts'

const NEVER = Number.MAX_SAFE_INTEGER
const aMessage = (eventId: number, about: Partial<NewOutboxMessage> = {}): NewOutboxMessage => ({
  recipient: '',
  eventId,
  subject: `alarm:${eventId}`,
  rank: 1,
  payload: { text: `Mực nước ${eventId}` },
  ...about,
})
/** A channel of its own with these messages waiting since 1,000. */
async function aChannel(store: Store, messages: readonly NewOutboxMessage[] = []): Promise<string> {
  const channel = unique('channel')
  await store.openOutbox(channel, 0)
  if (messages.length > 0) await store.enqueue(anEnqueue(channel, messages))
  return channel
}
const anEnqueue = (
  channel: string,
  messages: readonly NewOutboxMessage[],
  about: Partial<EnqueueRequest> = {},
): EnqueueRequest => ({ channel, from: 0, to: 100, messages, at: 1_000, maxWaiting: 1_000, ...about })
const aClaim = (channel: string, about: Partial<ClaimRequest> = {}): ClaimRequest => ({
  channel,
  recipient: '',
  now: 2_000,
  leasedUntil: 62_000,
  limit: 100,
  gathered: null,
  ...about,
})
const ascending = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b)
const eventsOf = (messages: readonly OutboxMessage[]): number[] => messages.map(({ eventId }) => eventId)
const standOf = async (store: Store, channel: string): Promise<OutboxChannel> => {
  const found = (await store.outboxChannels()).find(one => one.channel === channel)
  if (!found) throw new Error(`${channel} isn't open`)
  return found
}
const pageOf = (store: Store, channel: string, state: OutboxMessage['state'] | null = null) =>
  store.outboxPage({ state, channel, beforeId: NEVER, limit: MAX_OUTBOX_READ })

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

  test('together: all that is due at once, one at a time, at rest after a delivery', async () => {
    const { store } = at()
    const gathered = { restMs: 60_000 }
    const channel = await aChannel(
      store,
      [1, 2, 3].map(id => aMessage(id, { subject: 'a' })),
    )
    const first = await store.claimOutbox(aClaim(channel, { gathered, limit: 2 }))
    expect(eventsOf(first)).toEqual([1, 2])
    expect(await store.claimOutbox(aClaim(channel, { gathered }))).toEqual([])
    expect(await store.settleOutbox(first, { kind: 'delivered' }, 3_000)).toBe(2)
    expect(await store.claimOutbox(aClaim(channel, { gathered, now: 62_999 }))).toEqual([])
    expect(eventsOf(await store.claimOutbox(aClaim(channel, { gathered, now: 63_000, leasedUntil: 99_000 })))).toEqual([
      3,
    ])

    // What must follow a message that isn't due yet waits with it; what is about something else doesn't.
    const other = await aChannel(store, [aMessage(1, { subject: 'a' })])
    const failed = await store.claimOutbox(aClaim(other, { gathered }))
    await store.settleOutbox(failed, { kind: 'retry', nextAt: 70_000, error: 'smtp-421' }, 2_500)
    await store.enqueue(
      anEnqueue(other, [aMessage(2, { subject: 'a' }), aMessage(3, { subject: 'b' })], { from: 100, to: 101 }),
    )
    const second = await store.claimOutbox(aClaim(other, { gathered, leasedUntil: 5_000 }))
    expect(eventsOf(second)).toEqual([3])
    await store.settleOutbox(second, { kind: 'retry', nextAt: 70_000, error: 'smtp-421' }, 2_500)
    expect(eventsOf(await store.claimOutbox(aClaim(other, { gathered, now: 70_000, leasedUntil: 99_000 })))).toEqual([
      1, 2, 3,
    ])
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

  test('a dead message waits again when a person says so, as if never tried', async () => {
    const { store } = at()
    const channel = await aChannel(store, [aMessage(1)])
    const claimed = await store.claimOutbox(aClaim(channel))
    const id = claimed[0]?.id ?? 0
    expect(await store.retryOutbox(id, 5_000)).toBe(false)
    await store.settleOutbox(claimed, { kind: 'dead', error: 'http-410' }, 3_000)
    expect(await pageOf(store, channel, 'dead')).toMatchObject([
      { lastError: 'http-410', settledAt: 3_000, attempts: 1 },
    ])
    expect(await standOf(store, channel)).toMatchObject({ waiting: 0, dead: 1, error: 'http-410', errorAt: 3_000 })
    expect(await store.retryOutbox(id, 5_000)).toBe(true)
    expect(await store.retryOutbox(id, 5_000)).toBe(false)
    expect(await store.claimOutbox(aClaim(channel, { now: 4_999 }))).toEqual([])
    expect(await store.claimOutbox(aClaim(channel, { now: 5_000 }))).toMatchObject([
      { id, attempts: 1, settledAt: null },
    ])
    expect(await store.retryOutbox(NEVER, 1)).toBe(false)
  })

  test('of too many waiting the oldest of the lowest rank are given up, and counted', async () => {
    const { store } = at()
    const ranks = [2, 0, 1, 0, 2]
    const messages = ranks.map((rank, i) => aMessage(i + 1, { rank }))
    const channel = await aChannel(store)
    expect(await store.enqueue(anEnqueue(channel, messages, { maxWaiting: 5 }))).toEqual({
      kind: 'moved',
      overflowed: 0,
    })
    const more = anEnqueue(channel, [aMessage(6, { rank: 1 })], { from: 100, to: 101, at: 1_500, maxWaiting: 5 })
    expect(await store.enqueue(more)).toEqual({ kind: 'moved', overflowed: 1 })
    expect(await pageOf(store, channel, 'dead')).toMatchObject([
      { eventId: 2, lastError: 'overflow', settledAt: 1_500 },
    ])
    // What is being sent just now isn't given up under the sender's hands.
    const taken = await store.claimOutbox(aClaim(channel, { limit: 2 }))
    expect(eventsOf(taken)).toEqual([1, 3])
    const last = anEnqueue(channel, [aMessage(7), aMessage(8)], { from: 101, to: 102, at: 2_500, maxWaiting: 4 })
    expect(await store.enqueue(last)).toEqual({ kind: 'moved', overflowed: 3 })
    expect(eventsOf(await pageOf(store, channel, 'waiting'))).toEqual([8, 5, 3, 1])
    expect(await standOf(store, channel)).toMatchObject({
      waiting: 4,
      dead: 4,
      overflowedEver: 4,
      oldestWaitingAt: 1_000,
    })
  })

  test(`a page is 1 to ${MAX_OUTBOX_READ} messages, newest first, of a state, of a channel, before one`, async () => {
    const { store } = at()
    const channel = await aChannel(store, [aMessage(1), aMessage(2), aMessage(3)])
    await store.settleOutbox(await store.claimOutbox(aClaim(channel, { limit: 1 })), { kind: 'delivered' }, 2_500)
    const all = await pageOf(store, channel)
    expect(eventsOf(all)).toEqual([3, 2, 1])
    expect(eventsOf(await pageOf(store, channel, 'delivered'))).toEqual([1])
    const before = all[0]?.id ?? 0
    expect(eventsOf(await store.outboxPage({ state: 'waiting', channel, beforeId: before, limit: 9 }))).toEqual([2])
    expect((await store.outboxPage({ state: null, channel: null, beforeId: before, limit: 1 }))[0]?.id).toBe(before - 1)
    const waiting = await store.outboxPage({ state: 'waiting', channel: null, beforeId: NEVER, limit: 1 })
    expect(eventsOf(waiting)).toEqual([3])
    for (const limit of [0, MAX_OUTBOX_READ + 1, 1.5]) {
      await expect(store.outboxPage({ state: null, channel, beforeId: NEVER, limit })).rejects.toThrow(RangeError)
      await expect(store.claimOutbox(aClaim(channel, { limit }))).rejects.toThrow(RangeError)
    }
  })

  test('what is delivered or dead is kept for its time; what waited for ever is given up', async () => {
    const { store } = at()
    const channel = await aChannel(
      store,
      [1, 2, 3, 4, 5, 6].map(id => aMessage(id)),
    )
    const claimed = await store.claimOutbox(aClaim(channel, { limit: 5, leasedUntil: 3_000 }))
    const settle = (i: number, kind: 'delivered' | 'dead', when: number) =>
      store.settleOutbox(claimed.slice(i, i + 1), kind === 'dead' ? { kind, error: 'x' } : { kind }, when)
    await settle(0, 'delivered', 5_000)
    await settle(1, 'delivered', 6_000)
    await settle(2, 'dead', 5_000)
    await settle(3, 'dead', 6_000)
    const keep = { at: 9_000, deliveredBefore: 0, deadBefore: 0, waitingBefore: 0, maxDead: 1_000 }
    const left = async () => ascending(eventsOf(await pageOf(store, channel)))
    const pruneAll = async (about: Partial<typeof keep>) => {
      while ((await store.pruneOutbox({ ...keep, ...about })) > 0);
    }
    await pruneAll({ deliveredBefore: 5_000, deadBefore: 5_000, waitingBefore: 1_000 })
    expect(await left()).toEqual([1, 2, 3, 4, 5, 6])
    await pruneAll({ deliveredBefore: 5_001 })
    expect(await left()).toEqual([2, 3, 4, 5, 6])
    await pruneAll({ deadBefore: 5_001 })
    expect(await left()).toEqual([2, 4, 5, 6])
    await pruneAll({ at: 2_999, waitingBefore: 1_001 })
    expect(eventsOf(await pageOf(store, channel, 'waiting'))).toEqual([5])
    await pruneAll({ waitingBefore: 1_001 })
    expect(await pageOf(store, channel, 'dead')).toMatchObject([
      { eventId: 6, lastError: 'expired' },
      { eventId: 5, lastError: 'expired' },
      { eventId: 4, lastError: 'x' },
    ])
    const deadOf = async () =>
      (await store.outboxPage({ state: 'dead', channel: null, beforeId: NEVER, limit: 1_000 })).length
    const dead = await deadOf()
    await pruneAll({ maxDead: dead })
    expect(await deadOf()).toBe(dead)
    await pruneAll({ maxDead: dead - 1 })
    expect(await deadOf()).toBe(dead - 1)
    expect(await standOf(store, channel)).toMatchObject({ deliveredEver: 2, deliveredAt: 6_000 })
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
        const messages = about.map((subject, i) => aMessage(i + 1, { subject: `s${subject}` }))
        const channel = await aChannel(first, messages)
        const gathered = isGathered ? { restMs: 10 } : null
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

  test('a link is used once, however many try at the same time, and not after its time', async () => {
    const { store, place } = at()
    const other = await place.open()
    const link = { hash: unique('hash'), alarm: 'rule:series:x', occurrence: 7, recipient: 'a@b.vn', expiresAt: 5_000 }
    const late = { ...link, hash: unique('hash') }
    await store.addLinkTokens([link, late])
    expect(await other.linkToken(link.hash)).toEqual({ ...link, usedAt: null })
    expect(await store.linkToken('nobody')).toBeNull()
    expect(await store.useLinkToken('nobody', 1)).toBe(false)
    const tries = await Promise.all([store, other, store, other].map(one => one.useLinkToken(link.hash, 4_999)))
    expect(tries.filter(isUsed => isUsed)).toHaveLength(1)
    expect(await store.linkToken(link.hash)).toEqual({ ...link, usedAt: 4_999 })
    expect(await store.useLinkToken(late.hash, 5_000)).toBe(false)
    // Given back by who used it, and by nobody else.
    await store.releaseLinkToken(link.hash, 4_998)
    expect(await store.useLinkToken(link.hash, 4_999)).toBe(false)
    await store.releaseLinkToken(link.hash, 4_999)
    expect(await other.useLinkToken(link.hash, 4_999)).toBe(true)

    await expect(store.addLinkTokens([{ ...link, hash: unique('hash') }, link])).rejects.toThrow()
    expect(await store.pruneLinkTokens(5_000)).toBe(0)
    expect(await store.pruneLinkTokens(5_001)).toBe(2)
    expect(await store.linkToken(link.hash)).toBeNull()
    await other.close()
  })
}
