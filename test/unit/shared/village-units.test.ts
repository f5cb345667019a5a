import { describe, expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import type { Registry, Village } from '../../../shared/registry.ts'
import { unitIdOn, villagesOfUnit } from '../../../shared/village-units.ts'

const registry = loadRegistry()
const village = (id: string): Village => {
  const found = registry.villages.find(one => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const namesOf = (unit: string) => [...(villagesOfUnit(registry, unit) ?? [])].sort()
const ALL = registry.villages.map(one => one.id).sort()

describe('the unit of a village', () => {
  test('is the old commune to the last day of June 2025 and the new one from 1 July', () => {
    expect(unitIdOn(village('my-dong'), '2025-06-30')).toBe('old-commune-30058')
    expect(unitIdOn(village('my-dong'), '2025-07-01')).toBe('commune-30055')
    expect(unitIdOn(village('phu-cuong'), '2025-06-30')).toBe('old-commune-30025')
    expect(unitIdOn(village('phu-cuong'), '2025-07-01')).toBe('commune-30025')
  })

  test('is known of every village, long ago and far ahead', () => {
    for (const one of registry.villages)
      for (const day of ['1990-01-01', '2024-12-31', '2026-11-23', '2099-12-31'])
        expect(unitIdOn(one, day)).toBeDefined()
  })

  test('is undefined on a day that no link covers', () => {
    const links = [{ unit: 'commune-1', from: '2020-01-01', to: '2021-01-01' }]
    const one = { ...village('my-dong'), links }
    expect(unitIdOn(one, '2019-12-31')).toBeUndefined()
    expect(unitIdOn(one, '2020-01-01')).toBe('commune-1')
    expect(unitIdOn(one, '2021-01-01')).toBeUndefined()
  })
})

describe('the villages of a unit', () => {
  test('are found under the district of the plan, which ended in 2025', () =>
    expect(namesOf('district-872')).toEqual(['doc-binh-kieu', 'my-dong']))

  test('are found under the commune of today', () => expect(namesOf('commune-30055')).toEqual(['my-dong']))

  test('are all nine for the old province and for the new one', () => {
    expect(ALL).toHaveLength(9)
    expect(namesOf('old-province-87')).toEqual(ALL)
    expect(namesOf('province-82')).toEqual(ALL)
  })

  test('are none for a unit without villages, and undefined for a unit that is not there', () => {
    expect(villagesOfUnit(registry, 'commune-30259')).toEqual(new Set())
    expect(villagesOfUnit(registry, 'commune-1')).toBeUndefined()
    expect(villagesOfUnit(registry, '__proto__')).toBeUndefined()
  })

  test('are found even if the data make a unit its own ancestor', () => {
    const unit = registry.units.find(one => one.id === 'commune-30055')
    if (!unit) throw new Error('no unit')
    const looped: Registry = {
      ...registry,
      units: [
        { ...unit, parent: unit.id },
        { ...unit, id: 'other' },
      ],
    }
    expect(villagesOfUnit(looped, 'other')).toEqual(new Set())
    expect(villagesOfUnit(looped, 'commune-30055')).toEqual(new Set(['my-dong']))
  })
})
