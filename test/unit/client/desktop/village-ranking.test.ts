// The worst state first, then the fewest stations heard, then the plan's order.
import { expect, test } from 'vitest'
import { rankedVillages } from '../../../../client/desktop/village-ranking.ts'

const villages = ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({ id, order: at + 1 }))
const idsOf = (ranked: readonly { readonly id: string }[]) => ranked.map(({ id }) => id).join('')

test('by state, by what is heard, by the plan; what nobody knows comes last', () => {
  const overviews = new Map([
    ['a', { mark: undefined, online: 0, total: 0 }],
    ['b', { mark: 'normal' as const, online: 12, total: 12 }],
    ['c', { mark: 'dead' as const, online: 11, total: 12 }],
    ['d', { mark: 'dead' as const, online: 10, total: 12 }],
    ['e', { mark: 'critical' as const, online: 12, total: 12 }],
  ])
  expect(idsOf(rankedVillages(villages, overviews))).toBe('edcba')
})
test('before anything is known: the order of the plan', () =>
  expect(idsOf(rankedVillages(villages.toReversed(), undefined))).toBe('abcde'))
