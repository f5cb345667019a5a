import { expect, test } from 'vitest'
import { columnMapSchema } from '../../../server/import/column-map.ts'

const aMap = (about: object = {}) => ({ time: 'timestamp', columns: { pm25: 'pm25' }, ...about })
const isTaken = (map: unknown) => columnMapSchema.safeParse(map).success

test('the shortest map means Vietnamese time, a decimal point and the usual words for "no value"', () =>
  expect(columnMapSchema.parse(aMap())).toEqual({
    time: ['timestamp'],
    zone: 'Asia/Ho_Chi_Minh',
    columns: { pm25: { quantity: 'pm25' } },
    absent: ['N/A', 'NA', 'null', '-', '—'],
    decimal: '.',
  }))

test('a column may name the unit its cells are in', () => {
  const columns = { wind: { quantity: 'wind_speed', unit: 'km/h' } }
  expect(columnMapSchema.parse(aMap({ columns })).columns).toEqual(columns)
})

test('the time may stand in up to three columns, not in four and not in none', () => {
  expect(isTaken(aMap({ time: ['a', 'b', 'c'] }))).toBe(true)
  expect(isTaken(aMap({ time: ['a', 'b', 'c', 'd'] }))).toBe(false)
  expect(isTaken(aMap({ time: [] }))).toBe(false)
  expect(isTaken(aMap({ time: '' }))).toBe(false)
})

test.each([
  ['no column', { columns: {} }],
  ['a quantity that can be none', { columns: { a: 'Wind Speed' } }],
  ['a zone that is none', { zone: 'Asia/Dong_Thap' }],
  ['a decimal mark that is none', { decimal: ';' }],
  ['a delimiter of two characters', { delimiter: ';;' }],
  ['a misspelt field', { timezone: 'UTC' }],
])('%s is refused', (_what, about) => expect(isTaken(aMap(about))).toBe(false))

test('a column called like a part of every object is a column', () => {
  const map = columnMapSchema.parse(JSON.parse('{"time":"t","columns":{"constructor":"ph"}}'))
  expect(Object.entries(map.columns)).toEqual([['constructor', { quantity: 'ph' }]])
})
