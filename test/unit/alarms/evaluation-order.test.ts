// What must not matter: how readings are packed, repeated, mixed up or delayed on their way, how often the clock is asked, and by
// how much a device's clock runs ahead.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { ConditionChange, Watch } from '../../../shared/alarms/watch.ts'
import {
  columnsOf,
  evaluationOf,
  HOUR,
  MINUTE,
  type SampleReading,
  SECOND,
  seriesOf,
  T0,
  watchOf,
} from './evaluation-sample.ts'

const LEVELS: Rule['levels'] = [
  { name: 'H', at: 3, priority: 'low' },
  { name: 'HH', at: 6, priority: 'high' },
]
const EVENTS = [seriesOf(2, { intervalMs: null })]
/** One of each kind of signal, some with delays. */
const watches: readonly Watch[] = [
  watchOf({ id: 'value', levels: LEVELS, deadband: 1 }),
  watchOf({ id: 'slow', levels: LEVELS, deadband: 1, onDelayMs: 90 * SECOND, offDelayMs: 4 * MINUTE }),
  watchOf({ id: 'low', side: 'low', levels: [{ name: 'L', at: 1, priority: 'low' }], onDelayMs: 30 * MINUTE }),
  watchOf({ id: 'change', signal: { kind: 'change', overMs: HOUR }, levels: LEVELS, offDelayMs: MINUTE }),
  watchOf({
    id: 'mean',
    signal: { kind: 'deviation', reference: { kind: 'own-mean', overMs: HOUR }, isAbsolute: true },
    levels: LEVELS,
  }),
  watchOf(
    {
      id: 'other',
      signal: { kind: 'deviation', reference: { kind: 'series', series: 'b.x' }, isAbsolute: false },
      levels: LEVELS,
    },
    [seriesOf(1), seriesOf(2)],
  ),
  watchOf({ id: 'count', signal: { kind: 'count', of: 'beyond', at: 5, overMs: HOUR }, levels: LEVELS }),
  watchOf(
    {
      id: 'flaps',
      signal: { kind: 'count', of: 'changes', at: null, overMs: HOUR },
      levels: LEVELS,
      onDelayMs: MINUTE,
    },
    EVENTS,
  ),
  watchOf(
    {
      id: 'state',
      signal: { kind: 'state', value: 8 },
      levels: [{ name: 'S', at: 1, priority: 'low' }],
      onDelayMs: 2 * HOUR,
    },
    EVENTS,
  ),
  watchOf({
    id: 'silence',
    signal: { kind: 'silence', of: 'series' },
    levels: LEVELS,
    onDelayMs: MINUTE,
    offDelayMs: MINUTE,
  }),
]

type Arrived = SampleReading & { readonly now: number }

/** Two series, a reading every few minutes, now and then a bad one; each comes a little after its time. */
const stream: fc.Arbitrary<readonly Arrived[]> = fc
  .array(
    fc.record({
      n: fc.constantFrom(1, 1, 2),
      after: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 600 }) },
        { weight: 1, arbitrary: fc.integer({ min: 600, max: 6_000 }) },
      ),
      v: fc.integer({ min: 0, max: 9 }),
      q: fc.constantFrom(0, 0, 0, 0, 3),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map(steps => {
    let t = T0
    return steps.map(({ n, after, v, q }) => {
      t += after * SECOND
      return { n, t, v, q, now: t }
    })
  })

/** What came of each alarm, in order. */
function byAlarm(changes: readonly ConditionChange[]): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const { alarm, level, value, t, since } of changes)
    (found[alarm] ??= []).push(`${level?.name ?? '–'} ${value} ${t - T0} ${since - T0}`)
  return found
}
function run(readings: readonly Arrived[], { clock = [] as readonly number[] } = {}): Record<string, string[]> {
  const evaluation = evaluationOf(watches)
  const changes: ConditionChange[] = []
  let asked = 0
  for (const one of readings) {
    while (asked < clock.length && (clock[asked] ?? 0) <= one.now)
      changes.push(...evaluation.advance(clock[asked++] ?? 0))
    changes.push(...evaluation.take(columnsOf([one]), one.now))
  }
  return byAlarm([...changes, ...evaluation.advance((readings.at(-1)?.now ?? T0) + HOUR)])
}
/** Silence is judged by the clock, so that how often it is asked is the very thing it needs. */
const withoutSilence = (found: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(found).filter(([alarm]) => !alarm.startsWith('silence:')))

test('the sample does raise alarms of every kind', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(stream, readings => {
      const clock = Array.from({ length: 500 }, (_, minute) => T0 + minute * MINUTE)
      for (const alarm of Object.keys(run(readings, { clock }))) seen.add(alarm)
    }),
    { seed: 1, numRuns: 300 },
  )
  expect([...seen].sort()).toEqual(watches.map(({ alarm }) => alarm).sort())
})

test('readings may be packed into batches in any way', () => {
  fc.assert(
    fc.property(stream, fc.array(fc.integer({ min: 1, max: 9 })), (readings, sizes) => {
      const [whole, packed] = [evaluationOf(watches), evaluationOf(watches)]
      const now = readings.at(-1)?.now ?? T0
      const parts: SampleReading[][] = []
      for (let at = 0; at < readings.length; at += sizes[parts.length - 1] ?? 3)
        parts.push(readings.slice(at, at + (sizes[parts.length] ?? 3)))
      expect(parts.flat()).toEqual(readings)
      const [atOnce, inParts] = [
        whole.take(columnsOf(readings), now),
        parts.flatMap(part => packed.take(columnsOf(part), now)),
      ]
      expect(inParts).toEqual(atOnce)
      expect(packed.advance(now)).toEqual(whole.advance(now))
    }),
    { numRuns: 300 },
  )
})

test('the clock may be asked at any times', () => {
  const times = fc
    .array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 })
    .map(all => all.sort((a, b) => a - b).map(s => T0 + s * SECOND))
  fc.assert(
    fc.property(stream, times, (readings, clock) => {
      expect(withoutSilence(run(readings, { clock }))).toEqual(withoutSilence(run(readings)))
    }),
    { numRuns: 300 },
  )
})

test('what was taken may come again at any time, with any value', () => {
  const again = fc.array(fc.tuple(fc.nat(59), fc.nat(59), fc.integer({ min: 0, max: 9 })), { maxLength: 30 })
  fc.assert(
    fc.property(stream, again, (readings, repeats) => {
      const noisy = readings.flatMap((one, place) => [
        one,
        ...repeats
          .filter(([when, what]) => when === place && what <= place)
          .flatMap(([, what, v]) => readings.slice(what, what + 1).map(old => ({ ...old, v, now: one.now }))),
      ])
      expect(run(noisy)).toEqual(run(readings))
    }),
    { numRuns: 300 },
  )
})

test('what comes out of order is as if it had never been', () => {
  fc.assert(
    fc.property(stream, fc.array(fc.nat(6), { minLength: 60, maxLength: 60 }), (readings, hold) => {
      // Each reading is overtaken by as many as it is held up for.
      const mixed = readings
        .map((one, place) => ({ one, place, key: place + (hold[place] ?? 0) }))
        .sort((a, b) => a.key - b.key || a.place - b.place)
        .map(({ one }, place) => ({
          ...one,
          now: Math.max(one.now, readings[Math.min(place, readings.length - 1)]?.now ?? 0),
        }))
      let now = 0
      const arrived = mixed.map(one => ({ ...one, now: (now = Math.max(now, one.now)) }))
      const newest = new Map<number, number>()
      const inOrder = arrived.filter(({ n = 1, t }) => {
        const isNewer = t > (newest.get(n) ?? -Infinity)
        if (isNewer) newest.set(n, t)
        return isNewer
      })
      expect(run(arrived)).toEqual(run(inOrder))
    }),
    { numRuns: 300 },
  )
})

test('a device’s clock may run ahead by up to five minutes: alarms come at the same times', () => {
  const levels = (changes: readonly ConditionChange[], now: number) =>
    changes.map(({ alarm, level }) => `${alarm} ${level?.name} ${now}`)
  const seen = (readings: readonly Arrived[], aheadMs: number) => {
    // What happened at a time of that clock is forgotten by that clock, too: as much later.
    const evaluation = evaluationOf(watches.filter(({ rule }) => rule.id !== 'flaps'))
    const changes: string[] = []
    let clock = T0
    const until = (now: number) => {
      for (; clock < now; clock += 10 * SECOND) changes.push(...levels(evaluation.advance(clock), clock))
    }
    for (const one of readings) {
      until(one.now)
      changes.push(...levels(evaluation.take(columnsOf([{ ...one, t: one.t + aheadMs }]), one.now), one.now))
    }
    until((readings.at(-1)?.now ?? T0) + HOUR)
    return changes
  }
  fc.assert(
    fc.property(stream, fc.integer({ min: 1, max: 5 * MINUTE }), (readings, aheadMs) => {
      expect(seen(readings, aheadMs)).toEqual(seen(readings, 0))
    }),
    { numRuns: 100 },
  )
})

test('whatever comes that is old: it raises nothing', () => {
  fc.assert(
    fc.property(stream, fc.integer({ min: 1, max: 100 * HOUR }), (readings, beyondMs) => {
      const evaluation = evaluationOf(watches.filter(({ rule }) => rule.signal.kind !== 'silence'))
      const now = (readings.at(-1)?.t ?? T0) + 20 * MINUTE + beyondMs
      const changes = [
        ...evaluation.take(columnsOf(readings), now),
        ...evaluation.advance(now),
        ...evaluation.advance(now + HOUR),
      ]
      expect(changes).toEqual([])
    }),
    { numRuns: 300 },
  )
})
