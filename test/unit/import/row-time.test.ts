import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRowTime } from '../../../server/import/row-time.ts'

const HERE = 'Asia/Ho_Chi_Minh'
const read = (text: string, zone = HERE) => readRowTime(text, zone)
/** 1 April 2025, 08:30 in Đồng Tháp. */
const APRIL_FIRST = Date.UTC(2025, 3, 1, 1, 30)

describe('the time of a row', () => {
  test('is day first, as Vietnam writes it', () => {
    expect(read('01/04/2025 08:30')).toBe(APRIL_FIRST)
    expect(read('1/4/2025 8:30:00')).toBe(APRIL_FIRST)
    expect(read('01-04-2025 08:30')).toBe(APRIL_FIRST)
    expect(read('01.04.2025, 08:30')).toBe(APRIL_FIRST)
    expect(read('31/12/2024')).toBe(Date.UTC(2024, 11, 30, 17))
  })

  test('may be ISO without an offset: then it is local in the zone of the map', () => {
    expect(read('2025-04-01 08:30')).toBe(APRIL_FIRST)
    expect(read('2025-04-01T08:30:00')).toBe(APRIL_FIRST)
    expect(read('2025-04-01 08:30:00.000')).toBe(APRIL_FIRST)
    expect(read('2025-4-1 8:30')).toBe(APRIL_FIRST)
    expect(read('2025-04-01 01:30', 'UTC')).toBe(APRIL_FIRST)
    expect(read('2025-04-01')).toBe(Date.UTC(2025, 2, 31, 17))
  })

  test('with an offset is that instant, whatever the zone', () => {
    expect(read('2025-04-01T01:30:00Z')).toBe(APRIL_FIRST)
    expect(read('2025-04-01T08:30:00+07:00', 'America/New_York')).toBe(APRIL_FIRST)
  })

  test('may be epoch seconds or milliseconds', () => {
    expect(read(String(APRIL_FIRST))).toBe(APRIL_FIRST)
    expect(read(String(APRIL_FIRST / 1_000))).toBe(APRIL_FIRST)
    expect(read(`${APRIL_FIRST / 1_000}.25`)).toBe(APRIL_FIRST + 250)
  })

  test.each([
    '31/04/2025',
    '29/02/2025 10:00',
    '00/01/2025',
    '01/13/2025',
    '04/31/2025',
    '2025-02-30 10:00',
    '32/01/2025',
  ])('%s, a day that does not exist, is refused', text => expect(read(text)).toBeUndefined())

  test('29 February is a day in a leap year', () => expect(read('29/02/2024 07:00')).toBe(Date.UTC(2024, 1, 29)))

  test.each([
    '',
    ' ',
    '24:00',
    '01/04/2025 24:00',
    '01/04/2025 08:60',
    '1/4/25',
    'yesterday',
    '20250401',
    '2025',
    '12345',
  ])('"%s" is no time', text => expect(read(text)).toBeUndefined())

  test('comes back to the same instant from every way of writing it', () => {
    const minute = fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) / 60_000 }).map(m => m * 60_000)
    const zones = fc.constantFrom(HERE, 'UTC', 'Asia/Kathmandu')
    fc.assert(
      fc.property(
        minute.filter(t => t > Date.UTC(1990, 0, 1)),
        zones,
        (t, zone) => {
          const local = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(zone).toPlainDateTime()
          const two = (n: number) => String(n).padStart(2, '0')
          const clock = `${two(local.hour)}:${two(local.minute)}`
          expect(read(`${two(local.day)}/${two(local.month)}/${local.year} ${clock}`, zone)).toBe(t)
          expect(read(`${local.toPlainDate().toString()} ${clock}`, zone)).toBe(t)
        },
      ),
    )
  })

  test('never throws, whatever the cell says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        const t = read(text)
        expect(t === undefined || Number.isFinite(t)).toBe(true)
      }),
    )
  })
})
