// What changed since a moment: each kind of change, nothing where nothing did, and the same whatever the order of what is known.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChangeSources, changesBetween, type Happening, type SeriesThen } from '../../../../client/desk/changes.ts'
import type { Alarm } from '../../../../shared/alarms/state.ts'
import type { LogEntry } from '../../../../shared/desk/state.ts'

const SINCE = Date.parse('2026-11-26T07:00:00+07:00')
const NOW = SINCE + 5 * 3_600_000
const MINUTE = 60_000
const stamp = (at: number, eventId = at) => ({ by: 'person:Lan · Sở', at, eventId })

const anAlarm = (about: Partial<Alarm> = {}, village: string | null = 'my-dong'): Alarm => ({
  id: 'high:series:g.water_level',
  rule: 'high',
  ruleVersion: 1,
  target: 'series:g.water_level',
  about: {
    title: { vi: 'Mực nước', en: 'Level' },
    village,
    position: null,
    device: 'g',
    series: 'g.water_level',
    quantity: 'water_level',
    unit: null,
    source: 'measured',
  },
  isActive: true,
  isAcknowledged: false,
  isLatched: false,
  level: 'H',
  priority: 'medium',
  value: 3,
  limit: 3,
  t: SINCE,
  since: SINCE,
  raisedAt: SINCE - MINUTE,
  returnedAt: null,
  annunciatedAt: SINCE,
  occurrence: 1,
  acknowledged: null,
  shelved: null,
  suppressed: null,
  outOfService: null,
  assigned: null,
  comments: 0,
  lastComment: null,
  transitions: [],
  version: 1,
  ...about,
})
const aSeries = (about: Partial<SeriesThen> = {}): SeriesThen => ({
  id: 'g.water_level',
  device: 'g',
  village: 'my-dong',
  intervalMs: MINUTE,
  t: SINCE,
  ...about,
})
const anEntry = (about: Partial<LogEntry> = {}): LogEntry => ({
  id: 'e',
  text: 'Đã gọi',
  happenedAt: SINCE + 1,
  village: null,
  alarms: [],
  kind: 'note',
  by: 'person:Lan · Sở',
  writtenAt: SINCE + 1,
  corrections: [],
  version: 1,
  ...about,
})
type About = {
  readonly was?: readonly Alarm[]
  readonly is?: readonly Alarm[]
  readonly seriesThen?: readonly SeriesThen[]
  readonly seriesNow?: readonly SeriesThen[]
} & Partial<Pick<ChangeSources, 'programme' | 'entries'>>
const sourcesOf = ({ was = [], is = [], seriesThen = [], seriesNow = [], programme = [], entries = [] }: About) => ({
  before: { at: SINCE, alarms: new Map(was.map(one => [one.id, one])), series: seriesThen },
  now: { at: NOW, alarms: new Map(is.map(one => [one.id, one])), series: seriesNow },
  programme,
  entries,
})
const between = (about: About) => changesBetween(sourcesOf(about))
const all = (about: About) => between(about).groups.flatMap(({ changes }) => changes)

describe('an alarm', () => {
  const quiet = { isActive: false, isAcknowledged: true, raisedAt: SINCE - 9 * MINUTE, returnedAt: SINCE - 5 * MINUTE }
  const later = { version: 2 }
  test.each<[string, Partial<Alarm> | undefined, Partial<Alarm>, readonly Happening[]]>([
    ['that stood and stands', {}, {}, []],
    ['of which only its value is another', {}, { ...later, value: 3.5 }, []],
    ['that is new', undefined, { raisedAt: SINCE + 1 }, ['came']],
    ['that came again', quiet, { ...later, raisedAt: SINCE + 1 }, ['came']],
    ['that came and went', quiet, { ...quiet, ...later, raisedAt: SINCE + 1, returnedAt: SINCE + 2 }, ['came', 'went']],
    ['that went', {}, { ...later, isActive: false, returnedAt: SINCE + 1 }, ['went']],
    ['that went and came again', {}, { ...later, raisedAt: SINCE + 1 }, ['came', 'went']],
    ['that became worse', {}, { ...later, level: 'HH', priority: 'high' }, ['severer']],
    ['that became milder', { priority: 'high' }, later, ['milder']],
    ['that was acknowledged', {}, { ...later, acknowledged: { ...stamp(SINCE + 1), comment: null } }, ['acknowledged']],
    [
      'that was acknowledged before',
      { acknowledged: { ...stamp(SINCE - 1), comment: null } },
      { ...later, acknowledged: { ...stamp(SINCE - 1), comment: null } },
      [],
    ],
    ['that was shelved', {}, { ...later, shelved: { ...stamp(SINCE + 1), until: NOW, reason: 'x' } }, ['shelved']],
    ['that is shelved no more', { shelved: { ...stamp(1), until: SINCE, reason: 'x' } }, later, ['unshelved']],
    ['out of service', {}, { ...later, outOfService: { ...stamp(SINCE + 1), reason: 'x' } }, ['out-of-service']],
    ['in service again', { outOfService: { ...stamp(1), reason: 'x' } }, later, ['returned-to-service']],
  ])('%s', (_what, was, is, expected) => {
    const found = all({ was: was ? [anAlarm(was)] : [], is: [anAlarm(is)] })
    expect(found.flatMap(one => (one.kind === 'alarm' ? one.happenings : []))).toEqual(expected)
    expect(found).toHaveLength(expected.length > 0 ? 1 : 0)
  })
})

describe('a station', () => {
  test.each<[string, number | undefined, number | undefined, string[]]>([
    ['measured then and now', SINCE, NOW, []],
    ['just live, to the millisecond', SINCE, NOW - 2 * MINUTE, []],
    ['a millisecond older', SINCE, NOW - 2 * MINUTE - 1, ['live stale']],
    ['a millisecond older than dead', SINCE, NOW - 5 * MINUTE - 1, ['live dead']],
    ['dead then and dead now', SINCE - 9 * MINUTE, NOW - 9 * MINUTE, []],
    ['back again', SINCE - 9 * MINUTE, NOW, ['back']],
    ['that measured for the first time', undefined, NOW, ['back']],
    ['never measured', undefined, undefined, []],
  ])('%s', (_what, then, now, expected) => {
    const found = all({ seriesThen: [aSeries({ t: then })], seriesNow: [aSeries({ t: now })] })
    expect(found.map(one => (one.kind === 'silent' ? `${one.from} ${one.to}` : one.kind))).toEqual(expected)
  })

  test('whose series fell silent together is one line; those that are back are one line a place', () => {
    const ids = ['g.a', 'g.b', 'g.c']
    const now = [
      ...ids.map(id => aSeries({ id })),
      aSeries({ id: 'n.a', device: 'n', t: NOW }),
      aSeries({ id: 'm.a', device: 'm', t: NOW }),
      // Heard again by one series, silent by the others: not back.
      aSeries({ id: 'g.d', t: NOW }),
    ]
    const about = { seriesThen: ids.map(id => aSeries({ id })), seriesNow: now }
    expect(all(about)).toMatchObject([
      { kind: 'silent', device: 'g', from: 'live', to: 'dead', series: ids },
      { kind: 'back', devices: ['m', 'n'] },
    ])
    expect(between(about).counts).toMatchObject({ silent: 1, back: 2 })
  })
})

test('of the programme and the log only what came after the moment counts, also a correction', () => {
  const event = (id: number, at: number) => ({
    event: { id, at, actor: 'person:Lan · Sở', type: 'programme.task-updated', subject: 'task:1', data: {} },
    village: undefined,
  })
  const late = { text: 'b', by: 'x', at: SINCE + 1 }
  const { counts, groups } = between({
    programme: [event(1, SINCE), event(2, SINCE + 1)],
    entries: [
      anEntry({ id: 'a', writtenAt: SINCE }),
      anEntry({ id: 'b', writtenAt: SINCE + 1 }),
      anEntry({ id: 'c', writtenAt: SINCE - 9, corrections: [late] }),
    ],
  })
  expect([counts.programme, counts.entries]).toEqual([1, 2])
  expect(groups).toHaveLength(1)
})

test('the place where it is worst comes first, and in it what is worst', () => {
  const groups = between({
    is: [
      anAlarm({ id: 'a', raisedAt: SINCE + 1, priority: 'low' }, 'tan-hoi-trung'),
      anAlarm({ id: 'b', raisedAt: SINCE + 1, priority: 'high' }),
      anAlarm({ id: 'c', raisedAt: SINCE + 1, priority: 'low' }),
    ],
    entries: [anEntry()],
  }).groups
  expect(groups.map(({ village }) => village)).toEqual(['my-dong', 'tan-hoi-trung', null])
  expect(groups[0]?.changes.map(({ key }) => key)).toEqual(['alarm b', 'alarm c'])
})

const instants = fc.constantFrom(SINCE - 10 * MINUTE, SINCE - MINUTE, SINCE + MINUTE, NOW - MINUTE)
const alarms = fc.array(
  fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      isActive: fc.boolean(),
      priority: fc.constantFrom('low', 'medium', 'high'),
      raisedAt: instants,
      version: fc.integer({ min: 1, max: 3 }),
      village: fc.constantFrom('my-dong', 'tan-hoi-trung', null),
    })
    .map(({ village, ...about }) => anAlarm(about as Partial<Alarm>, village)),
)
const series = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('x', 'y', 'z'), t: fc.option(instants, { nil: undefined }) }).map(aSeries),
  { selector: ({ id }) => id },
)
const sources = fc.record({ was: alarms, is: alarms, seriesThen: series, seriesNow: series })

test('where nothing changed there is nothing', () => {
  fc.assert(
    fc.property(alarms, series, (is, held) => {
      const { before } = sourcesOf({ was: is, seriesThen: held })
      const { counts, groups } = changesBetween({ before, now: before, programme: [], entries: [] })
      expect(groups).toEqual([])
      expect(Object.values(counts).every(count => count === 0)).toBe(true)
    }),
  )
})

test('whatever the order of what is known, it says the same, and each thing once', () => {
  fc.assert(
    fc.property(sources, about => {
      const { before, now, programme, entries } = sourcesOf(about)
      const turned = (of: typeof before) => ({
        ...of,
        alarms: new Map([...of.alarms].reverse()),
        series: [...of.series].reverse(),
      })
      const said = changesBetween({ before, now, programme, entries })
      expect(changesBetween({ before: turned(before), now: turned(now), programme, entries })).toEqual(said)
      const keys = said.groups.flatMap(({ changes }) => changes.map(({ key }) => key))
      expect(new Set(keys).size).toBe(keys.length)
      const weights = said.groups.map(({ changes }) => changes[0]?.weight ?? 0)
      expect(weights).toEqual([...weights].sort((a, b) => b - a))
    }),
  )
})
