// Whatever the door lets through, judging it ends with a decision: no value of any field makes a rule throw, and what is decided can be
// folded and packed.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alarmCommandRequestSchema } from '../../../shared/alarms/command-schema.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { packAlarms, unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import { STATE_NAMES, stateOf } from './lifecycle-states.ts'
import { ask, COMMAND_NAMES, happen, NOON, units } from './sample.ts'

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
  '__proto__',
  'constructor',
  'null',
  '\u0000',
  '\u202e',
  '\ud800',
  'x'.repeat(600),
  [],
  [null],
  {},
  { kind: 'flood' },
  { kind: 'state', value: 1e308 },
  { kind: 'count', of: 'beyond', at: -1e308, overMs: 60_000 },
  { kind: 'programme', clock: 'report-due' },
  { from: '00:00', to: '23:59' },
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

const STATES = STATE_NAMES.map(stateOf)

test('no value of any field of any command makes a decision throw', () => {
  let decided = 0
  const seen = new Set<boolean>()
  const anything = fc.record({
    name: fc.constantFrom(...COMMAND_NAMES),
    state: fc.constantFrom(...STATES),
    places: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HOSTILE)), { minLength: 1, maxLength: 3 }),
  })
  fc.assert(
    fc.property(anything, ({ name, state, places }) => {
      let body: unknown = ask(state, name)
      for (const [at, value] of places) {
        const paths = pathsIn(body)
        body = put(body, paths[at % paths.length] ?? [], value)
      }
      const parsed = alarmCommandRequestSchema.safeParse(body)
      if (!parsed.success) return
      decided++
      const { events, refusals } = decideAlarmCommand({ state, units, now: NOON + 1 }, parsed.data)
      seen.add(refusals.length > 0)
      for (const { vi, en } of refusals) expect([vi === '', en === '']).toEqual([false, false])
      const packed = JSON.stringify(packAlarms(happen(state, events), 'h'))
      const held = unpackAlarms(JSON.parse(packed))
      expect(held && JSON.stringify(packAlarms(held, 'h'))).toBe(packed)
    }),
    { numRuns: 3_000 },
  )
  // The door must not be so narrow that nothing was tried.
  expect(decided).toBeGreaterThan(30)
  expect(seen).toEqual(new Set([true, false]))
})
