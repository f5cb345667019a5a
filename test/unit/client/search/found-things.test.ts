// Everything is found by its own name, typed without marks, in any spelling of them; and by what it was called before.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createThingIndex,
  keyOfThing,
  MAX_FOUND,
  MAX_THINGS,
  type Thing,
} from '../../../../client/search/found-things.ts'
import { knownThings } from '../../../../client/search/known-things.ts'
import { loadRegistry } from '../../../../server/registry/seed.ts'
import { demoProgramme, TODAY } from '../../simulate/demo-states.ts'

const registry = loadRegistry()
const things = knownThings(
  {
    registry,
    stations: registry.villages.map(({ id }) => ({
      id: `${id}-gauge`,
      name: 'Trạm mực nước',
      village: id,
      lon: 105,
      lat: 10,
      series: [],
    })),
    programme: demoProgramme().state,
    pages: [],
    day: TODAY,
    search: '',
  },
  {
    task: id => `Nhiệm vụ ${id}`,
    indicator: id => `Chỉ tiêu ${id}`,
    formerly: names => `trước thuộc ${names}`,
    formerUnit: (until, unit) => `đến ${until}, nay là ${unit}`,
  },
)
const index = createThingIndex(things)
const withoutMarks = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
const first = (query: string) => index.find(query).things[0]
const aThing = (name: string, about: Partial<Thing> = {}): Thing => ({
  kind: 'unit',
  id: name,
  name,
  others: [],
  detail: '',
  to: '/',
  ...about,
})

test('villages, stations, units, tasks and indicators are in it', () => {
  expect(new Set(things.map(({ kind }) => kind))).toEqual(new Set(['village', 'station', 'unit', 'task', 'indicator']))
  expect(new Set(things.map(keyOfThing)).size).toBe(things.length)
  expect(index.size).toBe(things.length)
})

describe('by its own name', () => {
  test.each([
    ['as written', (name: string) => name],
    ['without marks', withoutMarks],
    ['in capitals', (name: string) => name.toUpperCase()],
    ['decomposed', (name: string) => name.normalize('NFD')],
  ])('%s, each is found, and nothing with another name comes before it', (_how, spell) => {
    for (const thing of things.filter(({ name }) => name.length <= 80)) {
      const found = index.find(spell(thing.name)).things
      expect(found.length, thing.name).toBeGreaterThan(0)
      expect(withoutMarks(found[0]?.name ?? '').toLowerCase(), thing.name).toBe(withoutMarks(thing.name).toLowerCase())
    }
  })
})

test('"dinh yen" is the village Định Yên, then its unit of before', () => {
  expect(first('dinh yen')).toMatchObject({ kind: 'village', id: 'dinh-yen', to: '/?village=dinh-yen' })
  expect(first('Định Yên')?.id).toBe('dinh-yen')
  expect(index.find('dinh yen').things[1]).toMatchObject({ kind: 'unit', name: 'Xã Định Yên' })
})
test('a district of the plan leads to what lay in it', () =>
  expect(index.find('huyen lap vo').things.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Huyện Lấp Vò', 'Định Yên']),
  ))
test('a station is found by its village, a task by its number', () => {
  expect(first('muc nuoc my dong')?.id).toBe('my-dong-gauge')
  expect(first('nhiem vu 1.4')).toMatchObject({ kind: 'task', id: '1.4' })
})

describe('order', () => {
  const order = (query: string, names: readonly string[]) =>
    createThingIndex(names.map(name => aThing(name)))
      .find(query)
      .things.map(({ name }) => name)
  test('the name itself, then what begins so, then a word that begins so, then what holds it', () =>
    expect(order('an', ['Lan', 'Xã An Hoà', 'An Nhơn', 'An'])).toEqual(['An', 'An Nhơn', 'Xã An Hoà', 'Lan']))
  test('typed with marks, those come first', () => {
    expect(order('phú', ['Phu', 'Phú'])).toEqual(['Phú', 'Phu'])
    expect(order('phu', ['Phú Thọ', 'Phu'])).toEqual(['Phu', 'Phú Thọ'])
  })
  test('every word that was typed must be there', () => expect(order('phú nhơn', ['Phú', 'Nhơn'])).toEqual([]))
})

test('a result is bounded and says how many there are; so is the index', () => {
  const many = createThingIndex(Array.from({ length: MAX_THINGS + 1 }, (_, at) => aThing(`Làng ${at}`)))
  expect(many.size).toBe(MAX_THINGS)
  expect(many.find('lang').things).toHaveLength(MAX_FOUND)
  expect(many.find('lang').total).toBe(MAX_THINGS)
})
test('nothing typed finds nothing; anything typed is answered', () => {
  expect(index.find(' ')).toEqual({ things: [], total: 0 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), query => {
      const { things: found, total } = index.find(query)
      expect(found.length).toBeLessThanOrEqual(Math.min(MAX_FOUND, total))
    }),
  )
})
