// Villages and units over time: the commune of today and the district of the plan both find their villages.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unitIdOn, unitsWithVillages, villagesWithin } from '../../../../client/registry/village-units.ts'
import { type Registry, unitOn, villagesOfUnit } from '../../../../shared/registry.ts'

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

test('the look-ups agree with those of the contract', () => {
  for (const unit of registry.units) {
    const ours = villagesWithin(registry, unit.id).map(({ id }) => id)
    expect(ours.toSorted()).toEqual([...(villagesOfUnit(registry, unit.id) ?? [])].toSorted())
  }
  for (const village of registry.villages) {
    for (const day of ['2024-01-01', '2025-06-30', '2025-07-01', asOf])
      expect(unitIdOn(village, day)).toBe(unitOn(village, day))
  }
})
