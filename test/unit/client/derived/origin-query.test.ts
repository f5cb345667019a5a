// What a past page asks for of a computed series: the step that was the newest one over then, as the station judges it.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestStepAt } from '../../../../client/derived/origin-query.ts'
import { type FoundDerived, stepAt } from '../../../../server/history/derived.ts'
import { DERIVED_KINDS, HOUR_MS } from '../../../../shared/derived/kinds.ts'

const LONG_AFTER = Date.parse('2100-01-01T00:00:00Z')
const instants = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
const found = (kind: string) => ({ about: { kind } }) as FoundDerived

test.each(DERIVED_KINDS)('of %s, whenever that was', kind =>
  fc.assert(
    fc.property(instants, at => {
      const step = stepAt(found(kind), newestStepAt(kind, at), LONG_AFTER)
      expect(step).toEqual(stepAt(found(kind), at, at))
      expect(step.to).toBeLessThanOrEqual(at)
    }),
  ),
)

test('is asked once an hour while the past runs', () => {
  const hour = Date.parse('2026-11-20T07:00:00+07:00')
  expect(newestStepAt('vn-aqi-hour', hour + HOUR_MS - 1)).toBe(newestStepAt('vn-aqi-hour', hour))
  expect(newestStepAt('vn-aqi-hour', hour + HOUR_MS)).toBe(newestStepAt('vn-aqi-hour', hour) + HOUR_MS)
})
