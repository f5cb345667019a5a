// Whatever the door lets through, judging it ends with a decision: no value of any field makes a rule throw, and what is accepted can
// be folded and packed.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandRequestSchema } from '../../../shared/programme/command-schema.ts'
import { decide } from '../../../shared/programme/decide.ts'
import { packState, unpackState } from '../../../shared/programme/snapshot.ts'
import { ask, COMMAND_NAMES, happen, SAMPLE } from './decide-sample.ts'

const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1e308,
  2 ** 53,
  0.1,
  '',
  ' ',
  '0',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '\u0000',
  '\u202e',
  '\ud800',
  'Đ\u0323',
  '<script>',
  '=1+1',
  '2024-02-30',
  '2025-07-01',
  '9999-12-31',
  '0000-00-00',
  'x'.repeat(5_000),
  [],
  [null],
  {},
  { kind: 'unit', unit: 'constructor' },
  { kind: 'commune' },
]

/** Every place in a value, as a path. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}
function put(value: unknown, [key, ...rest]: readonly string[], inner: unknown): unknown {
  if (key === undefined) return inner
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? put(one, rest, inner) : one))
  return { ...(value as object), [key]: put((value as Record<string, unknown>)[key], rest, inner) }
}

test('no value of any field of any command makes a decision throw', () => {
  let decided = 0
  const seen = new Set<string>()
  const anything = fc.record({
    name: fc.constantFrom(...COMMAND_NAMES),
    places: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HOSTILE)), { minLength: 1, maxLength: 3 }),
  })
  fc.assert(
    fc.property(anything, ({ name, places }) => {
      let body: unknown = ask(name)
      for (const [at, value] of places) {
        const paths = pathsIn(body)
        body = put(body, paths[at % paths.length] ?? [], value)
      }
      const parsed = commandRequestSchema.safeParse(body)
      if (!parsed.success) return
      decided++
      const decision = decide(SAMPLE, parsed.data)
      seen.add(decision.kind)
      if (decision.kind === 'refused') {
        for (const { vi, en } of decision.refusals) expect([vi === '', en === '']).toEqual([false, false])
        return
      }
      const packed = JSON.stringify(packState(happen(SAMPLE.state, decision.events), 'h'))
      const held = unpackState(JSON.parse(packed))
      expect(held && JSON.stringify(packState(held, 'h'))).toBe(packed)
    }),
    { numRuns: 8_000 },
  )
  // The door must not be so narrow that nothing was tried.
  expect(decided).toBeGreaterThan(300)
  expect(seen).toEqual(new Set(['accepted', 'refused']))
})
