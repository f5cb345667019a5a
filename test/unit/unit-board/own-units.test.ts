// Which units count as one: before, after, and the communes of a district; a village's district of the plan.
import { expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { loadCitizens } from '../../../server/unit-board/citizens-seed.ts'
import { districtOf, ownUnits, ownVillages } from '../../../shared/unit-board/own-units.ts'

const registry = loadRegistry()

test('a commune of today is what was merged into it, too, and not its district', () => {
  const own = ownUnits(registry, 'commune-30055')
  expect(own?.has('commune-30055')).toBe(true)
  expect(own?.has('old-commune-30058')).toBe(true)
  expect(own?.has('district-872')).toBe(false)
  expect(own?.has('commune-30061')).toBe(false)
})

test('a commune of the plan is the one of today', () =>
  expect(ownUnits(registry, 'old-commune-30058')).toEqual(ownUnits(registry, 'commune-30055')))

test('a district is the communes of its villages, of the plan and of today', () => {
  const own = ownUnits(registry, 'district-872')
  for (const id of ['district-872', 'commune-30055', 'old-commune-30058', 'commune-30061'])
    expect([id, own?.has(id)]).toEqual([id, true])
  expect(own?.has('commune-29869')).toBe(false)
  expect(ownVillages(registry, 'district-872').map(({ id }) => id)).toEqual(['my-dong', 'doc-binh-kieu'])
})

test('a unit that isn’t there is none', () => {
  expect(ownUnits(registry, 'khong-co')).toBeUndefined()
  expect(ownVillages(registry, 'khong-co')).toEqual([])
  expect(districtOf(registry, 'khong-co')).toBeUndefined()
  expect(districtOf(registry, 'my-dong')?.id).toBe('district-872')
})

test('every note for citizens is of a village there is, with its source in words', () => {
  const notes = loadCitizens(registry)
  expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length)
  for (const { id, source, title } of notes) {
    expect([id, source.includes(' ')]).toEqual([id, true])
    expect(title.vi).not.toBe(title.en)
  }
  expect(() => loadCitizens({ villages: [] })).toThrow(/citizens\.json/)
})
