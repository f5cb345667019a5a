import { describe, expect, test } from 'vitest'
import type { CommandData, CommandRequest } from '../../../shared/programme/command.ts'
import { type DecideContext, decide } from '../../../shared/programme/decide.ts'
import { LIMITS, MAX_ID_LENGTH, MOST } from '../../../shared/programme/decide-limits.ts'
import { lengthOf } from '../../../shared/programme/decide-values.ts'
import { MAX_EVIDENCE_BYTES } from '../../../shared/programme/evidence-kind.ts'
import type { CriteriaGroup } from '../../../shared/programme/facts.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { ask, COMMUNE, criteriaSet, done, file, GOOD, HEALTH, indicator, LEAD, SAMPLE } from './decide-sample.ts'

const codesOf = (request: CommandRequest, context: DecideContext = SAMPLE) => {
  const decision = decide(context, request)
  return decision.kind === 'refused' ? decision.refusals.map(({ code }) => code) : []
}
const letters = (length: number) => 'ă'.repeat(length)
const many = <T>(count: number, one: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => one(at))
const publish = (change: Parameters<typeof criteriaSet>[2], indicators = [indicator('a')]) =>
  ask('publish-criteria-set', { set: criteriaSet('next', indicators, change) })
const groupsOf = (criteria: number, indicatorsEach: number): readonly CriteriaGroup[] => [
  {
    id: 'g',
    title: 'Nhóm',
    criteria: many(criteria, c => ({
      id: `c${c}`,
      title: 'Tiêu chí',
      indicators: many(indicatorsEach, i => indicator(`${c}.${i}`)),
    })),
  },
]
const setting = (key: CommandData['change-setting']['key'], value: number) =>
  ask('change-setting', { key, value } as Partial<CommandData['change-setting']>)
const deadline = (one: CommandData['set-task-deadline']['deadline']) => ask('set-task-deadline', { deadline: one })
const calendar = (holidays: number, swaps: number) =>
  ask('publish-calendar', {
    year: {
      ...GOOD['publish-calendar'].data.year,
      holidays: many(holidays, at => ({ date: addDays('2027-01-01', at), name: 'Nghỉ' })),
      // Mondays rested, the Saturdays of the same weeks worked, in the second half of the year.
      swaps: many(swaps, at => ({ off: addDays('2027-07-05', at * 7), on: addDays('2027-07-10', at * 7) })),
    },
  })
const report = (change: Partial<CommandData['submit-report']['texts']>) =>
  ask('submit-report', { texts: { ...GOOD['submit-report'].data.texts, ...change } })

/** What is asked for at a number, the code beyond the bound, the last good number and the first bad one. */
type Bound = readonly [name: string, (n: number) => CommandRequest, code: string, good: number, bad: number]
const most = (name: string, make: (n: number) => CommandRequest, code: string, max: number): Bound => [
  name,
  make,
  code,
  max,
  max + 1,
]
const least = (name: string, make: (n: number) => CommandRequest, code: string, min: number): Bound => [
  name,
  make,
  code,
  min,
  min - 1,
]
const texts = (name: string, make: (text: string) => CommandRequest, { min, max }: { min?: number; max: number }) => [
  most(`${name}, longest`, n => make(letters(n)), 'text-long', max),
  ...(min === undefined ? [] : [least(`${name}, shortest`, n => make(letters(n)), 'text-short', min)]),
]
const numbers = (
  name: string,
  make: (n: number) => CommandRequest,
  { min, max }: { min: number; max: number },
  code = 'number-out-of-range',
) => [most(`${name}, most`, make, code, max), least(`${name}, least`, make, code, min)]

const BOUNDS: readonly Bound[] = [
  most('name of a person, longest', n => ask('raise-obstacle', {}, { name: letters(n) }), 'actor-name-length', 80),
  least('name of a person, shortest', n => ask('raise-obstacle', {}, { name: letters(n) }), 'actor-name-length', 2),
  ...texts('title of an obstacle', title => ask('raise-obstacle', { title }), { min: 3, max: 200 }),
  ...texts('title of a record', title => ask('set-record', { title }), { min: 3, max: 200 }),
  ...texts('title of a milestone', title => ask('set-village-milestone', { title }), { min: 3, max: 200 }),
  ...texts('text of an obstacle', text => ask('raise-obstacle', { text }), { min: 1, max: 4_000 }),
  ...texts('text of an assignment', text => ask('move-obstacle', { text }), { max: 4_000 }),
  ...texts('text of a task', text => ask('update-task', { text }), { min: 1, max: 4_000 }),
  ...texts('text of a request', text => ask('request-task', { text }), { min: 1, max: 4_000 }),
  ...texts('text of a closed request', text => ask('close-task-request', { text }), { min: 1, max: 4_000 }),
  ...texts('text of a supervision note', text => ask('note-supervision', { text }), { min: 1, max: 4_000 }),
  ...texts('text of a consolidation', text => ask('consolidate-reports', { text }), { min: 1, max: 4_000 }),
  ...texts('results of a report', results => report({ results }), { min: 1, max: 4_000 }),
  ...texts('difficulties of a report', difficulties => report({ difficulties }), { max: 4_000 }),
  ...texts('note of a result', note => ask('assess-indicator', { note }), { max: 2_000 }),
  ...texts('note of a booking', note => ask('book-funding', { note }), { max: 2_000 }),
  ...texts('note of a planned amount', note => ask('plan-funding', { note }), { max: 2_000 }),
  ...texts('note of a move', note => ask('move-dossier', { note }), { max: 2_000 }),
  ...texts('note of a milestone', note => ask('reach-plan-milestone', { note }), { max: 2_000 }),
  ...texts('note of a record', note => ask('set-record', { note }), { max: 2_000 }),
  ...texts('note of a recognition', note => ask('record-recognition', { note }), { max: 2_000 }),
  ...texts('reason of a deadline', reason => ask('set-task-deadline', { reason }), { max: 2_000 }),
  ...texts('reason of a setting', reason => ask('change-setting', { reason }), { max: 2_000 }),
  ...texts('reason of a link', reason => ask('link-village', { reason }), { max: 2_000 }),
  ...texts('reason of a carry-over', reason => ask('carry-over-results', { reason }), { max: 2_000 }),
  ...texts('document of a booking', document => ask('book-funding', { document }), { max: 200 }),
  ...texts('number of a decision', decision => ask('record-recognition', { decision }), { min: 1, max: 200 }),
  ...texts('name of a village', name => ask('add-village', { name }), { min: 2, max: 120 }),
  ...texts('source of a village', source => ask('add-village', { source }), { min: 1, max: 2_000 }),
  ...texts('a fact', value => ask('record-village-fact', { fact: 'hamlets', value }), { min: 1, max: 500 }),
  ...texts('title of a set', title => publish({ title }), { min: 1, max: 1_000 }),
  ...texts('title of an indicator', title => publish({}, [indicator('a', { title })]), { min: 1, max: 1_000 }),
  ...texts('text of a target', text => publish({}, [indicator('a', { target: { kind: 'text', text } })]), {
    min: 1,
    max: 1_000,
  }),
  most('id of an obstacle', n => ask('raise-obstacle', { obstacle: 'a'.repeat(n) }), 'id-malformed', MAX_ID_LENGTH),
  most('id of a village', n => ask('add-village', { village: 'a'.repeat(n) }), 'id-malformed', MAX_ID_LENGTH),
  ...numbers('year of a village', plannedYear => ask('add-village', { plannedYear }), LIMITS.year, 'year-out-of-range'),
  ...numbers('year of money', year => ask('plan-funding', { year }), LIMITS.year, 'year-out-of-range'),
  ...numbers('year of a note', year => ask('note-supervision', { year }), LIMITS.year, 'year-out-of-range'),
  ...numbers('year of a deadline', n => deadline({ kind: 'day', day: `${n}-06-01` }), LIMITS.year, 'year-out-of-range'),
  ...numbers('progress', progress => ask('update-task', { status: 'in-progress', progress }), { min: 0, max: 100 }),
  ...numbers('stars', value => ask('record-village-fact', { value }), { min: 1, max: 5 }, 'fact-kind'),
  ...numbers('days of appraisal', n => setting('appraisalWorkingDays', n), { min: 1, max: 100 }),
  ...numbers('days of due soon', n => setting('dueSoonDays', n), { min: 1, max: 365 }),
  ...numbers('days of silence', n => setting('silentDays', n), { min: 1, max: 1_000 }),
  ...numbers('days to report', n => setting('reportDueDays', n), { min: 0, max: 90 }),
  ...numbers('working days', days => deadline({ kind: 'working-days', days, after: 'dossier-complete' }), {
    min: 1,
    max: 100,
  }),
  ...numbers('known indicators', knownIndicatorCount => publish({ knownIndicatorCount }), { min: 1, max: 500 }),
  ...numbers(
    'days of a window',
    windowDays => publish({}, [indicator('a', { measure: { kind: 'reporting-stations', windowDays } })]),
    { min: 1, max: 366 },
  ),
  most('amount', amount => ask('plan-funding', { amount }), 'amount-too-large', 9e15),
  // 600 is there already, and the note explains what goes beyond the allocation.
  most('sum', n => ask('book-funding', { amount: n - 600, note: 'lớn' }), 'amount-too-large', 9e15),
  least('sum, least', n => ask('book-funding', { amount: n - 600, note: 'nhầm' }), 'total-negative', 0),
  most('sum without a note', n => ask('book-funding', { amount: n - 600 }), 'beyond-unexplained', 1_000),
  most('size of a file', size => ask('update-task', { files: [file({ size })] }), 'file-malformed', MAX_EVIDENCE_BYTES),
  most('name of a file', n => ask('update-task', { files: [file({ name: 'a'.repeat(n) })] }), 'file-malformed', 255),
  most('files', n => ask('update-task', { files: manyFiles(n) }), 'too-many', MOST.files),
  most('evidence', n => ask('assess-indicator', { evidence: manyFiles(n) }), 'too-many', MOST.files),
  most(
    'groups',
    n => publish({ groups: many(n, g => ({ id: `g${g}`, title: 'Nhóm', criteria: [] })) }),
    'too-many',
    50,
  ),
  most('criteria', n => publish({ groups: groupsOf(n, 0) }), 'too-many', MOST.criteria),
  most('indicators', n => publish({ groups: groupsOf(1, n) }), 'too-many', MOST.indicators),
  most('holidays', n => calendar(n, 0), 'too-many', MOST.holidays),
  most('exchanged days', n => calendar(1, n), 'too-many', MOST.swaps),
]

function manyFiles(count: number) {
  return many(count, at => file({ hash: at.toString(16).padStart(64, '0') }))
}

describe('a bound', () => {
  test.each(BOUNDS)('%s', (_name, make, code, good, bad) => {
    expect(codesOf(make(good))).toEqual([])
    expect(codesOf(make(bad))).toEqual([code])
  })

  test('counts letters as people do, composed or not, and what is piled upon them each', () => {
    expect(lengthOf('ế')).toBe(1)
    expect(lengthOf('ế'.normalize('NFD'))).toBe(1)
    expect(lengthOf('😀')).toBe(1)
    expect(lengthOf(`a${'\u0316'.repeat(9)}`)).toBe(10)
  })
})

describe('what can grow', () => {
  const sized = (table: keyof ProgrammeState, size: number, value: unknown): DecideContext => ({
    ...SAMPLE,
    state: { ...SAMPLE.state, [table]: new Map(many(size, at => [`x${at}`, value] as const)) },
  })
  const [village] = SAMPLE.state.villages.values()
  const [item] = SAMPLE.state.obstacles.values()
  const [record] = SAMPLE.state.records.values()
  const [set] = SAMPLE.state.criteriaSets.values()
  const changed = (
    table: 'villages' | 'dossiers' | 'tasks' | 'obstacles',
    key: string,
    change: (held: object) => object,
  ): DecideContext => ({
    ...SAMPLE,
    state: {
      ...SAMPLE.state,
      [table]: new Map([...SAMPLE.state[table], [key, change(SAMPLE.state[table].get(key) as object)]]),
    },
  })
  const dossier = SAMPLE.state.dossiers.get('my-dong:1')
  const repeated = (part: string, size: number) => (held: object) => {
    const [first] = (held as Record<string, readonly object[]>)[part] ?? []
    return { ...held, [part]: many(size, at => ({ ...first, id: `x${at}` })) }
  }

  test.each<readonly [string, number, (size: number) => DecideContext, CommandRequest]>([
    ['villages', MOST.villages, size => sized('villages', size, village), ask('add-village')],
    ['sets', MOST.sets, size => sized('criteriaSets', size, set), publish({})],
    ['records', MOST.records, size => sized('records', size, record), ask('set-record')],
    [
      'obstacles',
      MOST.obstacles,
      size => sized('obstacles', size, item),
      ask('raise-obstacle', { village: 'my-dong' }),
    ],
    [
      'links of a village',
      MOST.links,
      size =>
        changed('villages', 'my-dong', held => ({
          ...held,
          links: many(size, () => ({ unit: 'commune-30055', from: '2025-07-01', to: null })),
        })),
      ask('link-village'),
    ],
    [
      'milestones of a village',
      MOST.milestones,
      size =>
        changed('villages', 'my-dong', held => ({
          ...held,
          milestones: many(size, at => ({ id: `x${at}`, title: 'Mốc' })),
        })),
      ask('set-village-milestone'),
    ],
    [
      'open requests of a task',
      MOST.openRequests,
      size => changed('tasks', '1.3', repeated('openRequests', size)),
      ask('request-task'),
    ],
    [
      'moves of a dossier',
      MOST.dossierMoves,
      size => changed('dossiers', 'my-dong:1', held => ({ ...held, moves: many(size, () => dossier?.moves.at(-1)) })),
      ask('move-dossier'),
    ],
    [
      'moves of an obstacle',
      MOST.obstacleMoves,
      size => changed('obstacles', 'ob1', repeated('moves', size)),
      ask('move-obstacle'),
    ],
  ])('%s: the last one of %i, and none after', (_name, max, context, request) => {
    expect(codesOf(request, context(max - 1))).toEqual([])
    expect(codesOf(request, context(max))).toEqual(['limit-reached'])
  })

  test('rounds of a dossier', () => {
    const after = (round: number): DecideContext => ({
      ...SAMPLE,
      state: {
        ...SAMPLE.state,
        dossiers: new Map([
          [
            `my-dong:${round}`,
            { village: 'my-dong', round, set: 'demo', moves: [{ ...dossier?.moves[0], to: 'withdrawn' }] },
          ],
        ]) as ProgrammeState['dossiers'],
      },
    })
    expect(codesOf(ask('move-dossier', { round: MOST.rounds, to: 'open' }), after(MOST.rounds - 1))).toEqual([])
    expect(codesOf(ask('move-dossier', { round: MOST.rounds + 1, to: 'open' }), after(MOST.rounds))).toEqual([
      'limit-reached',
    ])
  })

  test('a full table may still be changed', () => {
    const full = sized('records', MOST.records, record)
    expect(codesOf(ask('set-record', { record: 'x1' }), full)).toEqual([])
    const milestones = changed('villages', 'my-dong', held => ({
      ...held,
      milestones: many(MOST.milestones, at => ({ id: `x${at}`, title: 'Mốc' })),
    }))
    expect(codesOf(ask('set-village-milestone', { milestone: 'x0' }), milestones)).toEqual([])
  })
})

describe('a day', () => {
  test('may be today where it is a fact, and not tomorrow', () => {
    for (const [command, actor] of [
      ['request-task', LEAD],
      ['move-dossier', LEAD],
      ['note-supervision', LEAD],
    ] as const) {
      expect(codesOf(ask(command, { on: '2026-11-25' }, actor))).toEqual([])
      expect(codesOf(ask(command, { on: '2026-11-26' }, actor))).toEqual(['day-in-future'])
    }
  })

  test.each([
    '',
    '2026-1-1',
    '2026-13-01',
    '2026-00-10',
    '2026-02-30',
    '2025-02-29',
    '0000-01-01',
    '2026-11-25T00:00',
    'hôm nay',
  ])('%j is none', on => expect(codesOf(ask('request-task', { on }))).toEqual(['day-malformed']))

  test('a report goes in from the day its data close, a due day may be today, a set may be issued today', () => {
    const at = (today: string) => ({ ...SAMPLE, today })
    expect(codesOf(ask('submit-report'), at('2026-09-14'))).toEqual([])
    expect(codesOf(ask('submit-report'), at('2026-09-13'))).toEqual(['period-open'])
    expect(codesOf(ask('move-obstacle', { dueOn: '2026-11-25' }))).toEqual([])
    expect(codesOf(publish({ issuedOn: '2026-11-25' }))).toEqual([])
    expect(codesOf(publish({ issuedOn: '2026-11-26' }))).toEqual(['day-in-future'])
    expect(codesOf(publish({ validTo: '2024-01-02' }))).toEqual([])
  })

  test('a move may be of the day of the last one, a request may be closed on its own', () => {
    expect(codesOf(ask('move-dossier', { on: '2026-11-02' }))).toEqual([])
    expect(codesOf(ask('close-task-request', { on: '2026-11-25' }))).toEqual([])
  })
})

test('an unexplained excess is only what is known to be one', () => {
  // Nobody said what tan-thuan-tay was given, so nothing is known to go beyond it.
  const elsewhere = ask('book-funding', { village: 'tan-thuan-tay', amount: 5_000 }, LEAD)
  expect(codesOf(elsewhere)).toEqual([])
  expect(codesOf(ask('book-funding', { amount: 401, note: 'bổ sung vốn đang chờ quyết định' }))).toEqual([])
  expect(codesOf(ask('book-funding', { amount: -600, note: 'ghi nhầm làng' }))).toEqual([])
})

test('evidence is owed by the village that says `met`, unless the system measures it or the note tells where it is', () => {
  const self = { step: 'self', indicator: '1.2', value: 80 } as const
  expect(codesOf(ask('assess-indicator', { ...self, evidence: [file()] }, COMMUNE))).toEqual([])
  expect(codesOf(ask('assess-indicator', { ...self, note: 'lưu tại xã' }, COMMUNE))).toEqual([])
  expect(codesOf(ask('assess-indicator', { ...self, value: 79, outcome: 'not-met' }, COMMUNE))).toEqual([])
  expect(codesOf(ask('assess-indicator', {}, HEALTH))).toEqual([])
  const owing = indicator('m', { evidence: 'Hệ thống tự đo' })
  const measured = { ...owing, measure: { kind: 'reporting-stations', windowDays: 7 } } as const
  for (const [one, codes] of [
    [owing, ['evidence-missing']],
    [measured, []],
  ] as const) {
    const published = done(SAMPLE, ask('publish-criteria-set', { set: criteriaSet('next', [one]) }))
    const said = { step: 'self', set: 'next', indicator: 'm', value: null } as const
    expect(codesOf(ask('assess-indicator', said, COMMUNE), published)).toEqual(codes)
  }
})
