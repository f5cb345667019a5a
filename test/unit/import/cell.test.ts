import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellForm, readCell } from '../../../server/import/cell.ts'

const form = (about: Partial<CellForm> = {}): CellForm => ({
  absent: new Set(['N/A', '-']),
  decimal: '.',
  unit: 'Cel',
  assumed: undefined,
  ...about,
})
const read = (text: string, about: Partial<CellForm> = {}) => readCell(text, form(about))
const value = (number: number) => ({ kind: 'value', value: number })

describe('a cell', () => {
  test('with a number is that number', () => {
    expect(read('27.0')).toEqual(value(27))
    expect(read(' -3.5 ')).toEqual(value(-3.5))
    expect(read('−3.5')).toEqual(value(-3.5))
    expect(read('+1e-3')).toEqual(value(0.001))
    expect(read('0')).toEqual(value(0))
  })

  test('that is empty or says so is no value, which is not zero', () => {
    for (const text of ['', '   ', 'N/A', ' - ']) expect(read(text)).toEqual({ kind: 'absent' })
    expect(read('n/a')).toEqual({ kind: 'unreadable', reason: 'number' })
  })

  test.each(['abc', '°C', '--1', '1.2.3', '1,234.5', '1 234x1', '.', 'NaN', 'Infinity', '1e999', '0x10'])(
    '"%s" is not taken for a number',
    text => expect(read(text).kind).toBe('unreadable'),
  )

  test('with a decimal comma is read only when the map says so', () => {
    expect(read('27,5', { decimal: ',' })).toEqual(value(27.5))
    expect(read('27,5')).toEqual({ kind: 'unreadable', reason: 'number' })
    expect(read('1.234,5', { decimal: ',' })).toEqual({ kind: 'unreadable', reason: 'number' })
    expect(read('1.234', { decimal: ',' })).toEqual({ kind: 'unreadable', reason: 'number' })
    expect(read('1,234,5', { decimal: ',' })).toEqual({ kind: 'unreadable', reason: 'number' })
  })
})

describe('the unit of a cell', () => {
  test('may be written as people write it', () => {
    expect(read('27.0°C')).toEqual(value(27))
    expect(read('27.0 Cel')).toEqual(value(27))
    expect(read('94%', { unit: '%' })).toEqual(value(94))
    expect(read('12.5 µg/m³', { unit: 'ug/m3' })).toEqual(value(12.5))
    expect(read('12.5 μg/m³', { unit: 'ug/m3' })).toEqual(value(12.5))
    expect(read('0.3 ‰', { unit: 'g/L' })).toEqual(value(0.3))
    expect(read('7 kWh', { unit: 'kW.h' })).toEqual(value(7))
  })

  test('is converted to the unit of the quantity, to nine digits', () => {
    expect(read('3.7 km/h', { unit: 'm/s' })).toEqual(value(1.02777778))
    expect(read('36km/h', { unit: 'm/s' })).toEqual(value(10))
    expect(read('212 °F')).toEqual(value(100))
    expect(read('32°F')).toEqual(value(0))
    expect(read('150 cm', { unit: 'm' })).toEqual(value(1.5))
    expect(read('250 µS/cm', { unit: 'mS/cm' })).toEqual(value(0.25))
    expect(read('0.05 mg/m³', { unit: 'ug/m3' })).toEqual(value(50))
  })

  test('of a cell without one is the one the map assumes, and a written one goes before it', () => {
    expect(read('36', { unit: 'm/s', assumed: 'km/h' })).toEqual(value(10))
    expect(read('36 m/s', { unit: 'm/s', assumed: 'km/h' })).toEqual(value(36))
    expect(read('36', { unit: 'm/s' })).toEqual(value(36))
  })

  test('that does not belong to the quantity makes the cell unreadable instead of wrong', () => {
    expect(read('27 m')).toEqual({ kind: 'unreadable', reason: 'unit' })
    expect(read('27 constructor')).toEqual({ kind: 'unreadable', reason: 'unit' })
    expect(read('27 __proto__')).toEqual({ kind: 'unreadable', reason: 'unit' })
    expect(read('3 m/s', { unit: 'm/s', assumed: 'knots' })).toEqual(value(3))
    expect(read('3', { unit: 'm/s', assumed: 'knots' })).toEqual({ kind: 'unreadable', reason: 'unit' })
  })
})

test('a number of any kind comes through as itself, and no text ever gives anything but a finite one', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
      expect(read(String(number), { unit: 'm' })).toEqual(value(number + 0))
    }),
  )
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('.' as const, ',' as const),
      (text, decimal) => {
        const cell = read(text, { decimal })
        if (cell.kind === 'value') expect(Number.isFinite(cell.value)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
