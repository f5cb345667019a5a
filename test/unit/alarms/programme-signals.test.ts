import { describe, expect, test } from 'vitest'
import { programmeSignals } from '../../../shared/alarms/programme-signals.ts'
import type { ProgrammeClock, Rule } from '../../../shared/alarms/rule.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { move, type Said, setDeadline, setting, stateOn, submit, units, update } from '../programme/standing-sample.ts'
import { evaluationOf, HOUR, inShort, ruleOf } from './evaluation-sample.ts'

const LEVELS: Rule['levels'] = [{ name: 'H', at: 1, priority: 'low' }]
const levelsAt = (...days: readonly number[]): Partial<Rule> => ({
  levels: days.map(at => ({ name: `${at}`, at, priority: 'low' })),
})
const ruleFor = (clock: ProgrammeClock, change: Partial<Rule> = {}) =>
  ruleOf({ id: clock, quantity: null, signal: { kind: 'programme', clock }, levels: LEVELS, ...change })

function look(clock: ProgrammeClock, day: string, said: readonly Said[] = [], change: Partial<Rule> = {}) {
  const found = programmeSignals(stateOn(day, said), units, day, [{ rule: ruleFor(clock, change), version: 2 }])
  const of = (target: string) => {
    const alarm = `${clock}:${target}`
    return {
      value: found.signals.find(one => one.alarm === alarm)?.value,
      /** Begins of days, of each level in turn; null = it hasn't come to it. */
      reachedOn: found.signals
        .find(one => one.alarm === alarm)
        ?.reachedAt.map(t =>
          t === Infinity ? null : new Date(t + 7 * HOUR).toISOString().replace('T00:00:00.000Z', ''),
        ),
      watch: found.watches.find(one => one.alarm === alarm),
    }
  }
  return { ...found, of }
}
/** Everything of a state as a simulated field would have written it. */
const bySimulation = (
  state: ProgrammeState,
  table: 'tasks' | 'dossiers' | 'reports' | 'changedSettings',
): ProgrammeState => ({
  ...state,
  [table]: new Map(
    [...state[table]].map(([key, one]) => [
      key,
      JSON.parse(JSON.stringify(one).replaceAll('declared:', 'simulated:')) as unknown,
    ]),
  ),
})

describe('a task', () => {
  const DUE = setDeadline('2024-05-01', '1.1', { kind: 'day', day: '2024-06-30' })

  test.each([
    ['2024-06-29', -1],
    ['2024-06-30', 0],
    ['2024-07-01', 1],
    ['2024-07-31', 31],
  ])('on %s is overdue by %i days', (day, days) =>
    expect(look('task-overdue', day, [DUE]).of('task:1.1').value).toBe(days),
  )

  test.each([
    ['2024-07-29', ['2024-07-01', null]],
    ['2024-07-30', ['2024-07-01', '2024-07-30']],
    ['2024-09-09', ['2024-07-01', '2024-07-30']],
  ])('on %s is so since the day after its deadline, and 30 days over since it was', (day, reached) =>
    expect(look('task-overdue', day, [DUE], levelsAt(1, 30)).of('task:1.1').reachedOn).toEqual(reached),
  )

  test('is at levels of any size and fraction since a day that there is', () =>
    expect(look('task-overdue', '2024-07-05', [DUE], levelsAt(-1e12, 0, 1.5)).of('task:1.1').reachedOn).toEqual([
      '1924-06-30',
      '2024-06-30',
      '2024-07-02',
    ]))

  test('that is done, stopped or has no day has no clock', () => {
    const done = [DUE, update('2024-07-02', '1.1', 'done')]
    expect(look('task-overdue', '2024-07-05', done).of('task:1.1').value).toBeNull()
    const stopped = [DUE, update('2024-07-02', '1.1', 'stopped')]
    expect(look('task-overdue', '2024-07-05', stopped).of('task:1.1').value).toBeNull()
    const open = [setDeadline('2024-05-01', '1.1', { kind: 'by-plan' })]
    expect(look('task-overdue', '2024-07-05', open).of('task:1.1').value).toBeNull()
  })

  test('is named, has a unit, and is marked when a simulated field spoke of it', () => {
    const state = stateOn('2024-07-05', [DUE, update('2024-07-02', '1.1', 'in-progress')])
    const title = state.plan?.tasks.find(({ id }) => id === '1.1')?.title ?? ''
    const { watch } = look('task-overdue', '2024-07-05', [DUE, update('2024-07-02', '1.1', 'in-progress')]).of(
      'task:1.1',
    )
    expect(watch).toMatchObject({
      alarm: 'task-overdue:task:1.1',
      ruleVersion: 2,
      target: 'task:1.1',
      levels: LEVELS,
      inputs: [],
      about: {
        title: { vi: `Nhiệm vụ 1.1 · ${title}`, en: `Task 1.1 · ${title}` },
        village: null,
        position: null,
        series: null,
        source: 'manual',
      },
    })
    expect(title).not.toBe('')
    expect(units.has(watch?.about.unit ?? '')).toBe(true)
    const simulated = programmeSignals(bySimulation(state, 'tasks'), units, '2024-07-05', [
      { rule: ruleFor('task-overdue'), version: 1 },
    ])
    const sources = new Map(simulated.watches.map(one => [one.target, one.about.source]))
    expect([sources.get('task:1.1'), sources.get('task:1.2')]).toEqual(['simulated', 'manual'])
  })

  test('of a simulated plan is simulated', () => {
    const state = stateOn('2024-07-05')
    if (!state.plan) throw new Error('no plan')
    const simulated = { ...state, plan: { ...state.plan, by: 'simulated:x' } }
    const { watches } = programmeSignals(simulated, units, '2024-07-05', [
      { rule: ruleFor('task-overdue'), version: 1 },
    ])
    expect(new Set(watches.map(({ about }) => about.source))).toEqual(new Set(['simulated']))
  })
})

describe('an appraisal', () => {
  const started = [
    move('2024-06-03', 'dinh-yen', 'open'),
    move('2024-06-03', 'dinh-yen', 'submitted'),
    move('2024-06-03', 'dinh-yen', 'complete'),
  ]
  const day = (on: string, said: readonly Said[] = started) =>
    look('appraisal-day', on, said).of('dossier:dinh-yen:1').value

  test('has its days counted in working days, the first after the file was whole', () => {
    // 3 June 2024 was a Monday.
    expect(
      ['2024-06-03', '2024-06-04', '2024-06-07', '2024-06-08', '2024-06-10', '2024-06-13', '2024-06-17'].map(on =>
        day(on),
      ),
    ).toEqual([0, 1, 4, 4, 5, 8, 10])
  })
  test('came to a level on that working day; after a pause, not before it went on', () => {
    const reached = (on: string, said: readonly Said[]) =>
      look('appraisal-day', on, said, levelsAt(0, 4, 8, 10)).of('dossier:dinh-yen:1').reachedOn
    expect(reached('2024-06-15', started)).toEqual(['2024-06-03', '2024-06-07', '2024-06-13', null])
    expect(reached('2024-06-30', started)).toEqual(['2024-06-03', '2024-06-07', '2024-06-13', '2024-06-17'])
    // Five days were used when it went back.
    const resumed = [...started, move('2024-06-10', 'dinh-yen', 'returned'), move('2024-06-20', 'dinh-yen', 'complete')]
    expect(reached('2024-06-30', resumed)).toEqual(['2024-06-20', '2024-06-20', '2024-06-25', '2024-06-27'])
  })
  test('has none before the file is whole, while it is returned, nor after', () => {
    expect(day('2024-06-03', started.slice(0, 2))).toBeNull()
    expect(day('2024-06-13', [...started, move('2024-06-12', 'dinh-yen', 'returned')])).toBeNull()
    expect(day('2024-06-13', [...started, move('2024-06-12', 'dinh-yen', 'appraised')])).toBeNull()
  })
  test('stands at its village, and is the lead’s', () => {
    const { watch } = look('appraisal-day', '2024-06-13', started).of('dossier:dinh-yen:1')
    const state = stateOn('2024-06-13', started)
    const name = state.villages.get('dinh-yen')?.name
    expect(watch?.about).toMatchObject({
      title: { vi: `Hồ sơ ${name} · lần 1`, en: `Dossier of ${name} · round 1` },
      village: 'dinh-yen',
      position: state.villages.get('dinh-yen')?.centre,
      unit: state.plan?.roles.lead,
      source: 'manual',
    })
    const simulated = bySimulation(state, 'dossiers')
    const found = programmeSignals(simulated, units, '2024-06-13', [{ rule: ruleFor('appraisal-day'), version: 1 }])
    expect(found.watches.map(({ about }) => about.source)).toEqual(['simulated'])
  })
})

describe('a dossier sent back', () => {
  const back = [
    move('2025-08-04', 'dinh-yen', 'open'),
    move('2025-08-04', 'dinh-yen', 'submitted'),
    move('2025-08-05', 'dinh-yen', 'returned'),
  ]
  const days = (on: string, said: readonly Said[] = back) =>
    look('dossier-returned', on, said).of('dossier:dinh-yen:1').value

  test('has its days counted', () =>
    expect(['2025-08-05', '2025-08-06', '2025-09-05'].map(on => days(on))).toEqual([0, 1, 31]))
  test('has none before and after', () => {
    expect(days('2025-08-04', back.slice(0, 2))).toBeNull()
    expect(days('2025-08-08', [...back, move('2025-08-07', 'dinh-yen', 'submitted')])).toBeNull()
  })
  test('came to a level so many days after it was', () =>
    expect(look('dossier-returned', '2025-08-12', back, levelsAt(0, 5, 20)).of('dossier:dinh-yen:1').reachedOn).toEqual(
      ['2025-08-05', '2025-08-10', null],
    ))
  test('is its commune’s to complete', () =>
    expect(look('dossier-returned', '2025-08-08', back).of('dossier:dinh-yen:1').watch?.about.unit).toMatch(
      /^commune-/,
    ))
  test('of the round before has ended', () => {
    const again = [...back, move('2025-08-07', 'dinh-yen', 'withdrawn'), move('2025-08-08', 'dinh-yen', 'open', 2)]
    expect(look('dossier-returned', '2025-08-09', again).signals).toEqual([
      { alarm: 'dossier-returned:dossier:dinh-yen:2', value: null, reachedAt: [] },
    ])
  })
})

describe('a report', () => {
  // Quarter II of 2024: cut off on 14 June, due five days later.
  const left = (on: string, said: readonly Said[] = []) =>
    look('report-due', on, said).of('report:district-872:2024-Q2').value

  test('has the days left, and is missing below none', () =>
    expect(['2024-06-16', '2024-06-19', '2024-06-20', '2024-07-19'].map(on => left(on))).toEqual([3, 0, -1, -30]))
  test('came to a level so many days before it was due, or after', () => {
    const low: Partial<Rule> = { side: 'low', ...levelsAt(1e12, 3.5, 3, -1, -30) }
    expect(look('report-due', '2024-07-01', [], low).of('report:district-872:2024-Q2').reachedOn).toEqual([
      '1924-06-19',
      '2024-06-16',
      '2024-06-16',
      '2024-06-20',
      null,
    ])
  })
  test('has none when it is in', () =>
    expect(left('2024-06-20', [submit('2024-06-19', 'district-872', '2024-Q2')])).toBeNull())
  test('that is missing is looked back for as long as the overview does', () => {
    expect(left('2025-06-13')).toBe(-359)
    expect(left('2025-06-14')).toBeUndefined()
  })
  test('that nobody is named for is nobody’s alarm', () => {
    const quarter = (said: readonly Said[]) =>
      look('report-due', '2025-09-20', said).watches.filter(({ target }) => target.endsWith(':2025-Q3')).length
    expect(quarter([])).toBe(0)
    expect(quarter([setting('2025-07-01', 'districtStep', { kind: 'commune' })])).toBe(9)
  })
  test('is named in both languages, is its unit’s, and simulated where who owes it is', () => {
    const { watch } = look('report-due', '2024-06-20').of('report:district-872:2024-Q2')
    const name = units.get('district-872')?.name
    expect(watch?.about).toMatchObject({
      title: { vi: `Báo cáo Quý II/2024 · ${name}`, en: `Report Q2/2024 · ${name}` },
      unit: 'district-872',
      source: 'manual',
    })
    const year = look('report-due', '2024-06-20').of('report:district-872:2024-Y').watch
    expect(year?.about.title).toEqual({ vi: `Báo cáo Năm 2024 · ${name}`, en: `Report Year 2024 · ${name}` })
    const given = stateOn('2025-09-20', [setting('2025-07-01', 'districtStep', { kind: 'commune' })])
    const rules = [{ rule: ruleFor('report-due'), version: 1 }]
    const late = (state: ProgrammeState) =>
      programmeSignals(state, units, '2025-09-20', rules).watches.find(({ target }) => target.endsWith(':2025-Q3'))
        ?.about.source
    expect([late(given), late(bySimulation(given, 'changedSettings'))]).toEqual(['manual', 'simulated'])
  })
  test('in from a simulated field is simulated', () => {
    const state = stateOn('2024-06-20', [submit('2024-06-19', 'district-872', '2024-Q2')])
    const { watches } = programmeSignals(bySimulation(state, 'reports'), units, '2024-06-20', [
      { rule: ruleFor('report-due'), version: 1 },
    ])
    expect(watches.filter(({ about }) => about.source === 'simulated').map(({ target }) => target)).toEqual([
      'report:district-872:2024-Q2',
    ])
  })
})

describe('the rules', () => {
  const scope = { villages: null, devices: null, except: [] }
  test.each<[string, Partial<Rule>]>([
    ['that is off', { isOn: false }],
    ['without a setpoint', { levels: [{ name: 'H', at: null, priority: 'low' }] }],
    ['of another village', { scope: { ...scope, villages: ['my-dong'] } }],
    ['that leaves it out', { scope: { ...scope, except: ['dossier:dinh-yen:1'] } }],
    ['of a series', { signal: { kind: 'value' } }],
  ])('one %s watches nothing', (_, change) => {
    const found = look('appraisal-day', '2024-06-13', [move('2024-06-03', 'dinh-yen', 'open')], change)
    expect([found.watches, found.signals]).toEqual([[], []])
  })
  test('of its village does, but a task is of none', () => {
    const inVillage = { scope: { ...scope, villages: ['dinh-yen'] } }
    expect(
      look('appraisal-day', '2024-06-13', [move('2024-06-03', 'dinh-yen', 'open')], inVillage).watches,
    ).toHaveLength(1)
    expect(look('task-overdue', '2024-06-13', [], inVillage).watches).toEqual([])
  })
  test('find nothing before there is a programme', () => {
    const rules = (['task-overdue', 'appraisal-day', 'report-due', 'dossier-returned'] as const).map(clock => ({
      rule: ruleFor(clock),
      version: 1,
    }))
    expect(programmeSignals(EMPTY_STATE, units, '2024-06-13', rules)).toEqual({ watches: [], signals: [] })
  })
})

test('a report three days ahead becomes an alarm that ends when it is in', () => {
  const change: Partial<Rule> = {
    side: 'low',
    levels: [
      { name: 'L', at: 3, priority: 'low' },
      { name: 'LL', at: -1, priority: 'high' },
    ],
  }
  const alarm = 'report-due:report:district-872:2024-Q2'
  const evaluation = evaluationOf([])
  const told = (on: string, said: readonly Said[] = []) => {
    const now = Date.parse(`${on}T08:00:00+07:00`)
    const { watches, signals } = look('report-due', on, said, change)
    const gone = evaluation.setWatches(watches, now)
    return inShort([...gone, ...evaluation.setSignals(signals, now)].filter(one => one.alarm === alarm))
  }
  expect(['2024-06-15', '2024-06-16', '2024-06-19', '2024-06-20'].map(on => told(on))).toEqual([
    [],
    ['L 3'],
    [],
    ['LL -1'],
  ])
  expect(told('2024-06-21', [submit('2024-06-21', 'district-872', '2024-Q2')])).toEqual(['– null'])
})
