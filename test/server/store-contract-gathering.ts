// The contract of what leaves together: one at a time, a rest after each, and what ends a rest.
import { describe, expect, test } from 'vitest'
import type { NewOutboxMessage } from '../../server/store/outbox.ts'
import type { Store } from '../../server/store/store.ts'
import { aChannel, aClaim, aMessage, anEnqueue, eventsOf, GATHERED } from './outbox-sample.ts'
import type { PlaceOf } from './store-contract.ts'

export function gatheringContract(at: PlaceOf): void {
  test('together: all that is due at once, one at a time, at rest after a delivery', async () => {
    const { store } = at()
    const gathered = GATHERED
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

  describe('what is urgent', () => {
    const { rank } = GATHERED.urgent
    /** A lane at rest from 10,000 on; `add` puts messages of these ranks in it. */
    async function aLane(store: Store, ofFirst: Partial<NewOutboxMessage> = {}) {
      const channel = await aChannel(store, [aMessage(1, ofFirst)])
      let cursor = 100
      let event = 1
      const claim = (now: number) =>
        store.claimOutbox(aClaim(channel, { gathered: GATHERED, now, leasedUntil: now + 1_000 }))
      const sentAt = async (now: number) => {
        const claimed = await claim(now)
        await store.settleOutbox(claimed, { kind: 'delivered' }, now)
        return eventsOf(claimed)
      }
      const add = async (...ones: readonly Partial<NewOutboxMessage>[]) => {
        const messages = ones.map(about => aMessage(++event, about))
        await store.enqueue(anEnqueue(channel, messages, { from: cursor, to: ++cursor }))
      }
      expect(await sentAt(10_000)).toEqual([1])
      return { add, claim, sentAt }
    }

    test('ends a rest at once, and takes along all that waits', async () => {
      const { add, sentAt } = await aLane(at().store)
      await add({ rank: rank - 1 })
      expect(await sentAt(10_001)).toEqual([])
      await add({ rank })
      expect(await sentAt(10_001)).toEqual([2, 3])
    })

    test('does so only so often within its time, by deliveries that held such', async () => {
      const { add, sentAt } = await aLane(at().store, { rank })
      await add({ rank }, { rank })
      expect(await sentAt(10_001)).toEqual([2, 3])
      await add({ rank })
      expect(await sentAt(10_002)).toEqual([])
      expect(await sentAt(70_000)).toEqual([])
      expect(await sentAt(70_001)).toEqual([4])
      await add({ rank: rank - 1 })
      expect(await sentAt(600_000)).toEqual([5])
      await add({ rank })
      expect(await sentAt(610_000)).toEqual([])
      expect(await sentAt(610_001)).toEqual([6])
    })

    test('ends nothing while it must follow another itself, and nothing that is under way', async () => {
      const { store } = at()
      const { add, claim, sentAt } = await aLane(store)
      await add({ subject: 'a', rank })
      const failed = await claim(10_001)
      await add({ rank })
      expect(await claim(10_002)).toEqual([])
      await store.settleOutbox(failed, { kind: 'retry', nextAt: 30_000, error: 'smtp-451' }, 10_003)
      expect(await sentAt(10_003)).toEqual([3])
      await add({ subject: 'a', rank }, { subject: 'b', rank: 0 })
      expect(await claim(29_999)).toEqual([])
      expect(await sentAt(30_000)).toEqual([2, 4, 5])
    })
  })
}
