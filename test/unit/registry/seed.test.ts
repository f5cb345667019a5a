import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { danglingReferences, loadRegistry } from '../../../server/registry/seed.ts'

const SEED = join(import.meta.dirname, '..', '..', '..', 'server', 'registry', 'seed')
const registry = loadRegistry()

describe('the seed data', () => {
  test('hold the nine villages of the plan: seven for 2024, two for 2025, in one order', () => {
    const { villages } = registry
    expect(villages).toHaveLength(9)
    expect(new Set(villages.map(one => one.id)).size).toBe(9)
    expect(villages.filter(one => one.plannedYear === 2024)).toHaveLength(7)
    expect(villages.filter(one => one.plannedYear === 2025)).toHaveLength(2)
    expect(villages.map(one => one.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('say six villages were recognised, with where that is known from, and leave three unknown', () => {
    const recognised = registry.villages.filter(one => one.recognition.state === 'recognised')
    expect(recognised).toHaveLength(6)
    for (const { recognition } of recognised) expect(recognition.source).not.toBeNull()
    expect(registry.villages.filter(one => one.recognition.state === 'unknown')).toHaveLength(3)
  })

  test('hold the targets of the plan', () =>
    expect(registry.targets).toEqual([
      { year: 2024, cumulative: 7 },
      { year: 2025, cumulative: 9 },
      { year: 2030, cumulative: 14 },
    ]))

  test('place every village and gauge in or beside the province', () => {
    for (const [lon, lat] of [
      ...registry.villages.map(one => one.centre),
      ...registry.gauges.map(one => one.position),
    ]) {
      expect(lon).toBeGreaterThan(105)
      expect(lon).toBeLessThan(107)
      expect(lat).toBeGreaterThan(10)
      expect(lat).toBeLessThan(11)
    }
  })

  test('draw every village with an outline that is on the map', () => {
    const path = join(SEED, '..', '..', '..', 'public', 'geo', 'communes.geojson')
    const map: { features: { id?: unknown; properties?: { id?: unknown } }[] } = JSON.parse(readFileSync(path, 'utf8'))
    const ids = new Set(map.features.flatMap(one => [one.id, one.properties?.id]))
    expect(registry.villages.filter(one => !ids.has(one.outlineId))).toEqual([])
  })

  test('order the alarm levels of every gauge as far as they are verified', () => {
    for (const { levels } of registry.gauges) {
      const known = [levels.I, levels.II, levels.III].filter(one => one !== null)
      expect(known).toEqual([...known].sort((a, b) => a - b))
    }
  })

  test.each(
    `water_level salinity electrical_conductivity ph dissolved_oxygen turbidity water_temperature soil_moisture soil_temperature
     soil_ph rainfall air_temperature humidity wind_speed wind_direction pm25 pm10 o3 no2 so2 co light_trap_count pump_state
     gate_opening power energy water_meter lamp_state camera_online battery signal online`.split(/\s+/),
  )('know the quantity %s with a unit, a range and a name in both languages', code => {
    const [quantity, ...others] = registry.quantities.filter(one => one.code === code)
    expect(others).toEqual([])
    expect(quantity?.unit).not.toBe('')
    expect(quantity?.range[0]).toBeLessThan(quantity?.range[1] ?? -Infinity)
    expect(quantity?.name.vi && quantity.name.en).toBeTruthy()
    expect(quantity?.states === null).toBe(quantity?.kind !== 'state')
  })

  test('end all twelve districts on the same day', () => {
    const districts = registry.units.filter(one => one.kind === 'district')
    expect(districts).toHaveLength(12)
    expect(new Set(districts.map(one => one.validTo))).toEqual(new Set(['2025-07-01']))
  })

  test('hold every department that the plan names, and carry on only those whose merger is known', () => {
    const departments = registry.units.filter(one => one.kind === 'department' && one.validFrom === null)
    const successors = Object.fromEntries(departments.map(one => [one.id, one.successor]))
    expect(successors).toEqual({
      'so-khcn': 'so-khcn-2025',
      'so-tttt': 'so-khcn-2025',
      'so-nnptnt': 'so-nnmt-2025',
      'so-tnmt': 'so-nnmt-2025',
      'so-khdt': null,
      'so-tc': null,
      'so-yt': null,
      'so-nv': null,
      'so-gddt': null,
      'cong-an-tinh': null,
    })
    for (const one of departments) expect(one.validTo).toBe(one.successor === null ? null : '2025-03-01')
  })
})

describe('a reference that leads nowhere is named', () => {
  const [village] = registry.villages
  const [unit] = registry.units
  const [gauge] = registry.gauges
  if (!village || !unit || !gauge) throw new Error('empty seed')

  test('the seed as it is has none', () => expect(danglingReferences(registry)).toEqual([]))

  test.each([
    ['parent', { ...registry, units: [...registry.units, { ...unit, id: 'x', parent: 'gone' }] }, 'x → gone'],
    ['successor', { ...registry, units: [...registry.units, { ...unit, id: 'x', successor: 'gone' }] }, 'x → gone'],
    ['source of a unit', { ...registry, units: [...registry.units, { ...unit, id: 'x', source: 'gone' }] }, 'x → gone'],
    [
      'source of a gauge',
      { ...registry, gauges: [...registry.gauges, { ...gauge, id: 'x', source: 'gone' }] },
      'x → gone',
    ],
    ['gauge of a village', { ...registry, villages: [{ ...village, gauge: 'gone' }] }, `${village.id} → gone`],
    [
      'unit of a village',
      { ...registry, villages: [{ ...village, links: [{ unit: 'gone', from: null, to: null }] }] },
      `${village.id} → gone`,
    ],
    [
      'source of a recognition',
      { ...registry, villages: [{ ...village, recognition: { ...village.recognition, source: 'gone' } }] },
      `${village.id} → gone`,
    ],
    [
      'source called like a part of every object',
      { ...registry, gauges: [...registry.gauges, { ...gauge, id: 'x', source: 'constructor' }] },
      'x → constructor',
    ],
  ])('%s', (_what, broken, expected) => expect(danglingReferences(broken)).toEqual([expected]))
})

describe('seed files that are wrong', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dai-sen-seed-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const withChange = (file: string, change: (text: string) => string) => {
    cpSync(SEED, folder, { recursive: true })
    writeFileSync(join(folder, file), change(readFileSync(join(SEED, file), 'utf8')))
    return () => loadRegistry(folder)
  }

  test('stop the start and say what leads nowhere', () =>
    expect(withChange('villages.json', text => text.replace('"commune-30055"', '"commune-99999"'))).toThrow(
      'my-dong → commune-99999',
    ))

  test('stop the start when a field is misspelt or missing', () => {
    expect(withChange('villages.json', text => text.replace('"plannedYear"', '"plannedyear"'))).toThrow()
    expect(withChange('quantities.json', text => text.replace('"unit": "m"', '"unit": ""'))).toThrow()
    expect(withChange('units.json', text => text.slice(0, -20))).toThrow()
  })
})
