// The value alone is the value that the origin tells, whatever was measured.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derive, valueOf } from '../../../shared/derived/derive.ts'
import { ABOUT_DERIVED, DAY_MS, DERIVED_KINDS, HOUR_MS } from '../../../shared/derived/kinds.ts'

const START = Date.UTC(2026, 10, 22, 17)
const LEVELS = { I: 1.9, II: 2.1, III: 2.3 }
const hour = fc.option(
  fc.record({
    mean: fc.double({ min: -1, max: 900, noNaN: true }),
    max: fc.double({ min: -1, max: 900, noNaN: true }),
  }),
  { nil: undefined },
)

describe.each(DERIVED_KINDS)('%s', kind => {
  const { quantities } = ABOUT_DERIVED[kind]
  test('has the same value with its origin and without', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(hour, { minLength: 36, maxLength: 36 }), {
          minLength: quantities.length,
          maxLength: quantities.length,
        }),
        fc.array(fc.boolean(), { minLength: quantities.length, maxLength: quantities.length }),
        (columns, isThere) => {
          const first = START - 12 * HOUR_MS
          const hours = new Map(
            quantities.flatMap((code, i) =>
              isThere[i] ? [[code, (start: number) => columns[i]?.[(start - first) / HOUR_MS]] as const] : [],
            ),
          )
          const inputs = { hours, levels: LEVELS }
          for (const start of [START, START + DAY_MS - 12 * HOUR_MS]) {
            const { value, category } = derive(kind, inputs, start)
            expect(valueOf(kind, inputs, start)).toMatchObject({ value, category })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
