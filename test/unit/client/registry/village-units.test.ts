// Villages and units over time: the commune of today and the district of the plan both find their villages.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unitsWithVillages, villagesWithin } from '../../../../client/registry/village-units.ts'
import type { Registry } from '../../../../shared/registry.ts'

const seed = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../server/registry/seed/${name}.json`, import.meta.url), 'utf8'))
const { asOf, villages } = seed('villages')
const registry: Registry = {
  asOf,
  villages,
  units: seed('units').units,
  gauges: [],
  quantities: [],
  targets: [],
  sources: {},
}

test('every village is found in exactly one unit of today', () => {
  const found = unitsWithVillages(registry, asOf).flatMap(one => one.villages.map(({ id }) => id))
  expect(found.toSorted()).toEqual(registry.villages.map(({ id }) => id).toSorted())
})

test("a unit's villages come in plan order, and none for a unit that isn't there", () => {
  const orders = villagesWithin(registry, 'old-province-87').map(({ order }) => order)
  expect(orders).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(villagesWithin(registry, 'district-872').map(({ id }) => id)).toEqual(['my-dong', 'doc-binh-kieu'])
  expect(villagesWithin(registry, 'nowhere')).toEqual([])
})
