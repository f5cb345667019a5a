import { describe, expect, test } from 'vitest'
import type { CommandName, CommandRequest } from '../../../shared/programme/command.ts'
import { type DecideContext, type Decision, decide } from '../../../shared/programme/decide.ts'
import { isKnown } from '../../../shared/programme/fold.ts'
import { REFUSALS, type RefusalCode } from '../../../shared/programme/refusal.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { subjectOfCommand } from '../../../shared/programme/subject-of-command.ts'
import { MORE_CASES, REFUSAL_CASES, type RefusalCase } from './decide-refusal-cases.ts'
import {
  AUTHORITY,
  ask,
  BYSTANDER,
  COMMAND_NAMES,
  COMMUNE,
  criteriaSet,
  done,
  eventsOf,
  GOOD,
  HEALTH,
  happen,
  indicator,
  LEAD,
  MONEY,
  SAMPLE,
  START,
} from './decide-sample.ts'

const codesOf = (decision: Decision): readonly string[] =>
  decision.kind === 'refused' ? decision.refusals.map(({ code }) => code) : []
const mayBeDone = (request: CommandRequest, context: DecideContext = SAMPLE) =>
  codesOf(decide(context, request)).length === 0

describe('every command', () => {
  test.each(COMMAND_NAMES)('%s is accepted, about its subject, with events that the fold knows', command => {
    const request = ask(command)
    const decision = decide(SAMPLE, request)
    expect(decision).toMatchObject({ kind: 'accepted', subject: subjectOfCommand(request) })
    if (decision.kind !== 'accepted') return
    expect(decision.events).toHaveLength(1)
    for (const event of eventsOf(SAMPLE.state.lastId, decision.events)) expect(isKnown(event)).toBe(true)
    expect(decision.events[0]?.subject).toBe(decision.subject)
    const after = happen(SAMPLE.state, decision.events)
    expect(after.versions.get(decision.subject)).toBe(after.lastId)
  })

  test.each(COMMAND_NAMES)('%s changes nothing it is given, and says the same twice', command => {
    const before = structuredClone(SAMPLE.state)
    const request = ask(command)
    expect(decide(SAMPLE, request)).toEqual(decide(SAMPLE, structuredClone(request)))
    expect(SAMPLE.state).toEqual(before)
  })

  test.each(COMMAND_NAMES)('%s is judged, not thrown at, in a programme where nothing is yet', command => {
    const decision = decide({ ...SAMPLE, state: EMPTY_STATE }, ask(command))
    expect(['accepted', 'refused']).toContain(decision.kind)
  })

  test.each(COMMAND_NAMES)('%s is judged, not thrown at, with all its text empty', command => {
    const emptied = (value: unknown): unknown =>
      typeof value === 'string'
        ? ''
        : Array.isArray(value)
          ? value.map(emptied)
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptied(part)]))
            : value
    const { data } = ask(command)
    // What chooses the shape stays, as a form's selections do.
    const kept = Object.fromEntries(
      Object.entries(data).filter(([key]) =>
        ['key', 'kind', 'step', 'to', 'status', 'deadline', 'state'].includes(key),
      ),
    )
    const blank = { ...ask(command), data: { ...(emptied(data) as object), ...kept } } as CommandRequest
    expect(() => decide(SAMPLE, blank)).not.toThrow()
    if (command !== 'change-setting') expect(mayBeDone(blank)).toBe(false)
  })

  test('says all that is wrong at once, each with its field', () => {
    const decision = decide(
      SAMPLE,
      ask('book-funding', { village: 'x', amount: 0, year: 2019, on: '2026-02-30' }, { name: 'A', unit: 'nobody' }),
    )
    expect(decision.kind === 'refused' && decision.refusals.map(({ code, field }) => [code, field])).toEqual([
      ['actor-name-length', 'actor.name'],
      ['unit-unknown', 'actor.unit'],
      ['village-unknown', 'village'],
      ['year-out-of-range', 'year'],
      ['amount-zero', 'amount'],
      ['day-malformed', 'on'],
    ])
  })
})

test.each<readonly [string, CommandRequest]>([
  [
    'what a district did, given to one unit',
    ask('change-setting', { key: 'districtStep', value: { kind: 'unit', unit: 'so-yt' } }),
  ],
  ['what a district did, given to nobody', ask('change-setting', { key: 'districtStep', value: { kind: 'unset' } })],
  ['two steps', ask('change-setting', { key: 'steps', value: ['self', 'recognition'] })],
  ['no criteria set', ask('change-setting', { key: 'criteriaSet', value: null })],
  ['one span', ask('change-setting', { key: 'reportSpans', value: ['Y'] })],
  [
    'other cut-offs',
    ask('change-setting', { key: 'reportCutoffs', value: { ...SAMPLE.state.settings.reportCutoffs, Q1: '02-29' } }),
  ],
  ['a set corrected before it is used', ask('publish-criteria-set', { set: criteriaSet('later', [indicator('c')]) })],
  [
    'a set without text, whose number is known',
    ask('publish-criteria-set', { set: criteriaSet('next', [], { knownIndicatorCount: 27 }) }),
  ],
  [
    'a set of measures',
    ask('publish-criteria-set', {
      set: criteriaSet('next', [
        indicator('a', { measure: { kind: 'reporting-stations', windowDays: 7 } }),
        indicator('b', { measure: { kind: 'coverage', quantity: null, windowDays: 7 } }),
        indicator('c', {
          measure: { kind: 'statistic', quantity: 'ph', statistic: 'mean', windowDays: 7 },
          owner: 'so-tttt',
        }),
      ]),
    }),
  ],
  ['a record of no village', ask('set-record', { village: null })],
  ['a record planned ahead', ask('set-record', { state: 'planned', on: '2027-06-01' })],
  ['a record that stopped, without a day', ask('set-record', { state: 'stopped', on: null })],
  ['a fact withdrawn', ask('record-village-fact', { value: null, confidence: 'none', on: null })],
  ['a fact in words', ask('record-village-fact', { fact: 'hamlets', value: 'ấp 5' })],
  [
    'nothing known of a recognition',
    ask('record-recognition', { state: 'unknown', decision: null, decidedOn: null, confidence: 'none' }),
  ],
  [
    'a recognition that was reported',
    ask('record-recognition', { decision: null, decidedOn: null, reportedOn: '2025-05-20', confidence: 'reported' }),
  ],
  ['a wrong commune corrected from its own day', ask('link-village', { from: '2025-07-01' })],
  [
    'a village before memory',
    ask('add-village', {
      links: [
        { unit: 'old-commune-30058', from: null, to: '2025-07-01' },
        { unit: 'commune-30055', from: '2025-07-01', to: null },
      ],
    }),
  ],
  ['a village at the edge of the map', ask('add-village', { centre: [180, -90] })],
  ['an allocation of nothing', ask('plan-funding', { amount: 0 })],
  [
    'a Saturday of the next year worked',
    ask('publish-calendar', {
      year: { ...GOOD['publish-calendar'].data.year, swaps: [{ off: '2027-12-31', on: '2028-01-08' }] },
    }),
  ],
  ['a village without a position', ask('add-village', { centre: null })],
  ['a yearly task under way', ask('update-task', { status: 'in-progress', progress: null, year: null })],
  ['a task not begun', ask('update-task', { status: 'not-started', progress: 0, year: 2025 })],
  ['an obstacle of no village and no task', ask('raise-obstacle', { village: null, task: null })],
  ['a milestone at the day itself', ask('set-village-milestone', { reachedOn: '2026-11-25', plannedOn: null })],
  ['a dossier withdrawn', ask('move-dossier', { to: 'withdrawn' })],
  ['a first dossier', ask('move-dossier', { village: 'tan-thuan-tay', to: 'open', on: '2024-01-01' })],
  ['a supervision of one village by its commune', ask('note-supervision', { village: 'my-dong' }, COMMUNE)],
])('%s is accepted', (_name, request) => expect(codesOf(decide(SAMPLE, request))).toEqual([]))

describe('every refusal', () => {
  test('has a case', () => {
    const covered = Object.keys(REFUSAL_CASES)
    expect(Object.keys(REFUSALS).filter(code => !covered.includes(code))).toEqual([])
  })

  test.each([...(Object.entries(REFUSAL_CASES) as [RefusalCode, RefusalCase][]), ...MORE_CASES])('%s', (code, one) => {
    const { field, request, context = SAMPLE } = one
    const decision = decide(context, request)
    const refusals = decision.kind === 'refused' ? decision.refusals : []
    const refusal = refusals.find(given => given.code === code && given.field === field)
    expect(refusal, JSON.stringify(refusals)).toBeDefined()
    // Nothing else is wrong with the case, so it is this check that refuses.
    expect(new Set(refusals.map(given => given.code))).toEqual(new Set([code]))
    const { vi = '', en = '' } = refusal ?? {}
    for (const text of [vi, en]) {
      expect(text.length).toBeGreaterThan(15)
      expect(text).toMatch(/[.]$/)
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    }
    expect(vi).not.toBe(en)
    expect(vi).toMatch(/[À-ỹ]/)
  })
})

/** Everybody who is somebody in the sample. */
const EVERYBODY = { LEAD, AUTHORITY, COMMUNE, MONEY, HEALTH, BYSTANDER }
type Who = keyof typeof EVERYBODY
const ALL = Object.keys(EVERYBODY) as Who[]

const RIGHTS: { readonly [N in CommandName]: readonly Who[] } = {
  'add-village': ['LEAD', 'AUTHORITY'],
  'link-village': ['LEAD', 'AUTHORITY'],
  'record-village-fact': ['LEAD', 'COMMUNE'],
  'set-village-milestone': ['LEAD', 'COMMUNE'],
  'record-recognition': ['AUTHORITY'],
  'publish-criteria-set': ['LEAD', 'AUTHORITY'],
  'carry-over-results': ['LEAD', 'AUTHORITY'],
  'assess-indicator': ['LEAD', 'HEALTH'],
  'move-dossier': ['LEAD'],
  'update-task': ['LEAD', 'MONEY'],
  'request-task': ALL,
  'close-task-request': ['LEAD', 'BYSTANDER'],
  'set-task-deadline': ['LEAD', 'AUTHORITY'],
  'reach-plan-milestone': ['LEAD', 'COMMUNE'],
  'plan-funding': ['LEAD', 'COMMUNE', 'MONEY'],
  'book-funding': ['LEAD', 'COMMUNE', 'MONEY'],
  'note-supervision': ['LEAD', 'MONEY'],
  'submit-report': ['LEAD', 'COMMUNE'],
  'consolidate-reports': ['LEAD'],
  'raise-obstacle': ALL,
  'move-obstacle': ['LEAD', 'AUTHORITY', 'COMMUNE'],
  'set-record': ['LEAD', 'COMMUNE'],
  'change-setting': ['LEAD', 'AUTHORITY'],
  'publish-calendar': ['LEAD', 'AUTHORITY'],
}

describe('rights', () => {
  test.each(COMMAND_NAMES)('%s', command => {
    const allowed = ALL.filter(who => !codesOf(decide(SAMPLE, ask(command, {}, EVERYBODY[who]))).includes('no-right'))
    expect(allowed.toSorted()).toEqual(RIGHTS[command].toSorted())
  })

  test('an ended unit asks for its successor, who has its rights', () => {
    const before = { ...SAMPLE, today: '2024-12-01' }
    const inTime = ask('change-setting', {}, { unit: 'so-khcn' })
    expect(mayBeDone(inTime, before)).toBe(true)
    expect(codesOf(decide(SAMPLE, inTime))).toEqual(['unit-abolished'])
    expect(mayBeDone(ask('change-setting', {}, LEAD))).toBe(true)
    expect(codesOf(decide(before, ask('change-setting', {}, LEAD)))).toEqual(['unit-not-yet'])
  })

  test.each([
    ['self', COMMUNE],
    ['district', COMMUNE],
    ['department', HEALTH],
    ['consolidation', LEAD],
    ['recognition', AUTHORITY],
  ] as const)('the step %s belongs to %o; the lead may stand in for all but recognition', (step, holder) => {
    const rightOf = (actor: typeof LEAD) =>
      !codesOf(decide(SAMPLE, ask('assess-indicator', { step }, actor))).includes('no-right')
    expect(rightOf(holder)).toBe(true)
    expect(rightOf(BYSTANDER)).toBe(false)
    expect(rightOf(LEAD)).toBe(step !== 'recognition')
    expect(rightOf(MONEY)).toBe(false)
  })

  test("an indicator's department is its owner's successor when it has an owner", () => {
    const rightOf = (unit: string) =>
      mayBeDone(ask('assess-indicator', { indicator: '1.1', value: null, step: 'department' }, { unit }))
    expect(rightOf('so-nnmt-2025')).toBe(true)
    expect(rightOf('so-yt')).toBe(false)
  })

  test.each([
    ['open', [COMMUNE, LEAD]],
    ['submitted', [COMMUNE, LEAD]],
    ['withdrawn', [COMMUNE, LEAD]],
    ['returned', [LEAD]],
    ['complete', [LEAD]],
    ['appraised', [LEAD]],
    ['consolidated', [LEAD]],
    ['recognised', [AUTHORITY]],
    ['refused', [AUTHORITY]],
  ] as const)('a dossier becomes %s only by those whose turn it is', (to, holders) => {
    const rightful = Object.values(EVERYBODY).filter(
      actor => !codesOf(decide(SAMPLE, ask('move-dossier', { to }, actor))).includes('no-right'),
    )
    expect(rightful.map(({ unit }) => unit).toSorted()).toEqual(holders.map(({ unit }) => unit).toSorted())
  })

  test("a district's duties pass to whoever has its step, for its own villages", () => {
    const reach = (unit: string, context = SAMPLE) => mayBeDone(ask('reach-plan-milestone', {}, { unit }), context)
    expect(reach('commune-30055')).toBe(true)
    expect(reach('commune-29869')).toBe(false)
    expect(reach('district-872', { ...SAMPLE, today: '2025-06-30' })).toBe(true)
    const unset = done(SAMPLE, ask('change-setting', { key: 'districtStep', value: { kind: 'unset' } }))
    expect(reach('commune-30055', unset)).toBe(false)
    expect(mayBeDone(ask('update-task', { task: '7.2', year: null }, COMMUNE))).toBe(true)
    expect(mayBeDone(ask('update-task', { task: '7.2', year: null }, COMMUNE), unset)).toBe(false)
  })

  test('an answer is given by whoever must act, and the one who raised it is next', () => {
    const assigned = done(SAMPLE, ask('move-obstacle', { responsible: 'so-yt' }))
    expect(assigned.state.obstacles.get('ob1')?.responsible).toBe('so-yt')
    const answer = ask('move-obstacle', { to: 'answered', responsible: null, dueOn: null, text: 'Đã cấp' }, HEALTH)
    expect(mayBeDone(answer)).toBe(false)
    const answered = done(assigned, answer)
    expect(answered.state.obstacles.get('ob1')).toMatchObject({ state: 'answered', responsible: 'commune-30055' })
  })
})

describe('the way of a dossier', () => {
  const found = (id: string, step: 'department' | 'consolidation', actor: typeof LEAD) =>
    ask('assess-indicator', { indicator: id, step, value: id === '1.2' ? 85 : null }, actor)
  const move = (to: 'returned' | 'complete' | 'appraised' | 'consolidated' | 'recognised', actor = LEAD) =>
    ask('move-dossier', { to }, actor)

  test('from complete to recognised, and then a new round', () => {
    const recognised = done(
      SAMPLE,
      move('returned'),
      move('complete'),
      found('1.1', 'department', { ...LEAD, unit: 'so-nnmt-2025' }),
      found('1.2', 'department', HEALTH),
      move('appraised'),
      found('1.1', 'consolidation', LEAD),
      found('1.2', 'consolidation', LEAD),
      move('consolidated'),
      ask('assess-indicator', { step: 'recognition' }, AUTHORITY),
      move('recognised', AUTHORITY),
    )
    expect(recognised.state.dossiers.get('my-dong:1')?.moves.at(-1)?.to).toBe('recognised')
    // What the dossier ended in can be withdrawn, and a next round begun.
    expect(mayBeDone(ask('record-recognition', { state: 'withdrawn' }), recognised)).toBe(true)
    expect(mayBeDone(ask('move-dossier', { round: 2, to: 'open' }), recognised)).toBe(true)
    expect(codesOf(decide(recognised, ask('move-dossier', { round: 3, to: 'open' })))).toEqual(['round-unknown'])
  })

  test('a step that nobody holds is not waited for; one that is off neither', () => {
    const village = { village: 'my-dong', indicator: '1.1', value: null } as const
    const fresh = done(
      START,
      ask('add-village', { village: 'my-dong', links: [{ unit: 'commune-30055', from: '2025-07-01', to: null }] }),
      ask('publish-criteria-set', { set: criteriaSetOf(SAMPLE) }),
      ask('assess-indicator', { ...village, step: 'self', note: 'ở xã' }, COMMUNE),
      ask('move-dossier', { to: 'open' }),
      ask('move-dossier', { to: 'submitted' }),
      ask('move-dossier', { to: 'complete' }),
    )
    const appraise = ask('assess-indicator', { ...village, step: 'department' }, LEAD)
    expect(mayBeDone(appraise, fresh)).toBe(true)
    const given = done(fresh, ask('change-setting', { key: 'districtStep', value: { kind: 'commune' } }))
    expect(codesOf(decide(given, appraise))).toEqual(['previous-step-missing'])
    const off = done(
      given,
      ask('change-setting', { key: 'steps', value: ['self', 'department', 'consolidation', 'recognition'] }),
    )
    expect(mayBeDone(appraise, off)).toBe(true)
  })
})

function criteriaSetOf({ state }: DecideContext) {
  const set = state.criteriaSets.get('demo')
  if (!set) throw new Error('the sample has no set')
  const { by: _by, at: _at, eventId: _eventId, ...published } = set
  return published
}

describe('what a decision writes', () => {
  const eventOf = (request: CommandRequest, context = SAMPLE) => {
    const decision = decide(context, request)
    return decision.kind === 'accepted' ? decision.events[0]?.data : decision.refusals
  }

  test('the unit of whoever asked', () => {
    expect(eventOf(ask('assess-indicator'))).toMatchObject({ unit: 'so-yt', step: 'department' })
    expect(eventOf(ask('update-task'))).toMatchObject({ unit: 'so-tc' })
    expect(eventOf(ask('note-supervision'))).toMatchObject({ unit: 'so-tc', village: null })
  })

  test('who must act, in an assignment; who spoke, in an answer', () => {
    expect(eventOf(ask('move-obstacle'))).toMatchObject({ unit: 'so-khcn-2025', on: '2026-11-25' })
    expect(
      eventOf(ask('move-obstacle', { to: 'answered', responsible: null, dueOn: null, text: 'Đã cấp' })),
    ).toMatchObject({ unit: 'commune-30055' })
  })

  test('a report with the figures of this moment, and a consolidation with the units whose report is in', () => {
    expect(eventOf(ask('submit-report'))).toMatchObject({
      on: '2026-11-25',
      unit: 'commune-30055',
      figures: { villages: 1, allocated: 1_000, disbursed: 600 },
    })
    expect(eventOf(ask('consolidate-reports'))).toMatchObject({
      units: ['commune-30055'],
      unit: 'so-khcn-2025',
      figures: { villages: 2 },
    })
  })

  test('a new village comes after those that are there', () =>
    expect(eventOf(ask('add-village'))).toMatchObject({ order: 3, name: 'Mỹ Xương' }))
})
