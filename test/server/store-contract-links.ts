// The contract of one-time links: once, in their time, for one alone.
import { expect, test } from 'vitest'
import type { PlaceOf } from './store-contract.ts'
import { unique } from './store-contract-events.ts'

export function linksContract(at: PlaceOf): void {
  test('a link is used once, however many try at the same time, and not after its time', async () => {
    const { store, place } = at()
    const other = await place.open()
    const link = { hash: unique('hash'), alarm: 'rule:series:x', occurrence: 7, recipient: 'a@b.vn', expiresAt: 5_000 }
    const late = { ...link, hash: unique('hash') }
    await store.addLinkTokens([link, late])
    expect(await other.linkToken(link.hash)).toEqual({ ...link, usedAt: null })
    expect(await store.linkToken('nobody')).toBeNull()
    expect(await store.useLinkToken('nobody', 1)).toBeNull()
    const tries = await Promise.all([store, other, store, other].map(one => one.useLinkToken(link.hash, 4_999)))
    expect(tries.filter(used => used !== null)).toEqual([{ ...link, usedAt: 4_999 }])
    expect(await store.linkToken(link.hash)).toEqual({ ...link, usedAt: 4_999 })
    expect(await store.useLinkToken(late.hash, 5_000)).toBeNull()
    // Given back by who used it, and by nobody else.
    await store.releaseLinkToken(link.hash, 4_998)
    expect(await store.useLinkToken(link.hash, 4_999)).toBeNull()
    await store.releaseLinkToken(link.hash, 4_999)
    expect(await other.useLinkToken(link.hash, 4_999)).toEqual({ ...link, usedAt: 4_999 })

    await expect(store.addLinkTokens([{ ...link, hash: unique('hash') }, link])).rejects.toThrow()
    expect(await store.pruneLinkTokens(5_000)).toBe(0)
    expect(await store.pruneLinkTokens(5_001)).toBe(2)
    expect(await store.linkToken(link.hash)).toBeNull()
    await other.close()
  })
}
