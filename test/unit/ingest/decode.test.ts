import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decoded, decodeReadings, MAX_READINGS, MAX_VALUES_PER_READING } from '../../../server/ingest/decode.ts'

function decoded(body: unknown): Decoded {
  const result = decodeReadings(body)
  if (typeof result === 'string') throw new Error(result)
  return result
}
const candidate = (about: object) => ({ index: 0, key: 'ph', value: 7, unit: undefined, ts: undefined, ...about })
const values = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`q${i}`, i]))

describe('the forms of a payload', () => {
  test.each([
    ['readings with values', { readings: [{ ts: 5, values: { ph: 7 } }] }],
    ['one reading with values', { ts: 5, values: { ph: 7 } }],
    ['one reading with v', { ts: 5, v: { ph: 7 } }],
    ['an array', [{ ts: 5, v: { ph: 7 } }]],
    ['one reading under "readings"', { readings: { ts: 5, values: { ph: 7 } } }],
  ])('%s mean the same', (_form, body) =>
    expect(decoded(body)).toEqual({ candidates: [candidate({ ts: 5 })], badReadings: [] }),
  )

  test('a value may carry its unit, in short or in full', () => {
    const body = { values: { a: { v: 1, u: 'm' }, b: { value: 2, unit: 'Cel' }, c: { v: 3 } } }
    expect(decoded(body).candidates).toEqual([
      candidate({ key: 'a', value: 1, unit: 'm' }),
      candidate({ key: 'b', value: 2, unit: 'Cel' }),
      candidate({ key: 'c', value: 3 }),
    ])
  })

  test('an empty list is a message without readings', () => {
    expect(decoded([])).toEqual({ candidates: [], badReadings: [] })
    expect(decoded({ readings: [] })).toEqual({ candidates: [], badReadings: [] })
    expect(decoded({ values: {} })).toEqual({ candidates: [], badReadings: [] })
  })

  test('a reading that is none is named by its position and loses no neighbour', () => {
    const body = [{ v: { ph: 7 } }, null, 'x', { v: 3 }, { v: [1] }, {}, { ts: 1, v: { ph: 7 } }]
    expect(decoded(body)).toEqual({
      candidates: [candidate({}), candidate({ index: 6, ts: 1 })],
      badReadings: [1, 2, 3, 4, 5],
    })
  })

  test.each([null, undefined, 1, 'text', true, {}, { ts: 1 }, { readings: 'x' }, { readings: null }])(
    '%j is not readings',
    body => expect(decodeReadings(body)).toBe('not-readings'),
  )
})

describe('the bounds of a payload', () => {
  test('10,000 readings are taken, one more refuses the message', () => {
    expect(MAX_READINGS).toBe(10_000)
    const readings = Array.from({ length: MAX_READINGS }, () => ({ v: { ph: 7 } }))
    expect(decoded(readings).candidates).toHaveLength(10_000)
    expect(decodeReadings([...readings, { v: { ph: 7 } }])).toBe('too-many')
    expect(decodeReadings({ readings: [...readings, {}] })).toBe('too-many')
  })

  test('64 values are one reading, 65 are none', () => {
    expect(MAX_VALUES_PER_READING).toBe(64)
    expect(decoded([{ v: values(64) }, { v: values(65) }])).toMatchObject({
      candidates: { length: 64 },
      badReadings: [1],
    })
  })
})

describe('hostile payloads', () => {
  test('keys of the prototype are names like any other and change no object', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort()
    const body: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"readings":[{"__proto__":{"v":{"ph":1}},"ts":1},{"v":{"__proto__":1,"constructor":{"v":2,"__proto__":{"u":"m"}},"toString":3}}]}',
    )
    expect(decoded(body)).toEqual({
      candidates: [
        candidate({ index: 1, key: '__proto__', value: 1 }),
        candidate({ index: 1, key: 'constructor', value: 2 }),
        candidate({ index: 1, key: 'toString', value: 3 }),
      ],
      badReadings: [0],
    })
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('no JSON makes it throw, and every candidate points at a reading', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.array(fc.record({ v: fc.dictionary(fc.string(), fc.jsonValue()) }))),
        body => {
          const result = decodeReadings(body)
          if (typeof result === 'string') return
          const count = Array.isArray(body) ? body.length : 1_000
          for (const { index } of result.candidates) expect(index).toBeLessThan(count)
          expect(new Set(result.badReadings).size).toBe(result.badReadings.length)
        },
      ),
      { numRuns: 500 },
    )
  })
})
