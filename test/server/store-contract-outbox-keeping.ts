// The contract of what the outbox keeps: pages of it, how many may wait, how long it stays, what a person may wake again.
import { expect, test } from 'vitest'
import { MAX_OUTBOX_READ } from '../../server/store/outbox.ts'
import { aChannel, aClaim, aMessage, anEnqueue, ascending, eventsOf, NEVER, pageOf, standOf } from './outbox-sample.ts'
import type { PlaceOf } from './store-contract.ts'

export function outboxKeepingContract(at: PlaceOf): void {
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
}
