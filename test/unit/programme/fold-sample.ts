// Programmes as they could have happened: random commands, those that are accepted, and the events they made.
import * as fc from 'fast-check'
import type { CommandData, CommandName, CommandRequest } from '../../../shared/programme/command.ts'
import { decide } from '../../../shared/programme/decide.ts'
import { DOSSIER_MOVES, newestDossier, stageOf } from '../../../shared/programme/dossier.ts'
import type { ProgrammeEvent } from '../../../shared/programme/event.ts'
import {
  ASSESSMENT_STEPS,
  BOOKED_AMOUNTS,
  DOSSIER_STAGES,
  OBSTACLE_STATES,
  PLANNED_AMOUNTS,
  RECORD_STATES,
  TASK_STATUSES,
} from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import {
  AUTHORITY,
  ask,
  COMMUNE,
  criteriaSet,
  eventsOf,
  indicator,
  LEAD,
  planAdopted,
  TODAY,
  units,
} from './decide-sample.ts'

export type Programme = {
  readonly events: readonly ProgrammeEvent[]
  readonly state: ProgrammeState
  readonly accepted: readonly CommandRequest[]
}

const VILLAGES = ['v1', 'v2'] as const
const one = fc.constantFrom
const village = one(...VILLAGES)
const day = fc.integer({ min: 1, max: 25 }).map(date => `2026-11-${String(date).padStart(2, '0')}`)
const text = one('một', 'hai', 'ba')
const noteOrNot = one(null, 'lý do')
const id = one('a', 'b', 'c')
const boss = one(LEAD, AUTHORITY)
const year = one(2024, 2025, 2026)
const amount = fc.oneof(fc.integer({ min: -500, max: 1_000 }), one(9e15, -9e15, 0.5))
const setId = one('s1', 's2')

/** Commands of a name with some of their data at random. */
function some<N extends CommandName>(
  command: N,
  change: { readonly [K in keyof CommandData[N]]?: fc.Arbitrary<unknown> },
  actor: fc.Arbitrary<typeof LEAD> = boss,
): fc.Arbitrary<CommandRequest> {
  return fc
    .tuple(fc.record(change as Record<string, fc.Arbitrary<unknown>>), actor)
    .map(([data, who]) => ask(command, data as Partial<CommandData[N]>, who))
}

/** A command, or what somebody would ask for who looks at how things stand. */
type Asked = CommandRequest | ((state: ProgrammeState) => CommandRequest)

/** A village's dossier goes on, one way or another; a finished one is followed by the next round. */
const nextMove: fc.Arbitrary<Asked> = fc.tuple(village, fc.nat(23)).map(([name, choice]) => state => {
  const dossier = newestDossier(state, name)
  const ways = dossier ? DOSSIER_MOVES[stageOf(dossier)] : []
  const place = { village: name, set: dossier?.set ?? 's1', on: TODAY }
  // Withdrawing is always the last way, and seldom taken.
  const to = choice === 23 ? ways.at(-1) : ways[choice % (ways.length - 1)]
  if (to === undefined) return ask('move-dossier', { ...place, round: (dossier?.round ?? 0) + 1, to: 'open' }, LEAD)
  const who = to === 'recognised' || to === 'refused' ? AUTHORITY : LEAD
  return ask('move-dossier', { ...place, round: dossier?.round ?? 1, to }, who)
})

/** An indicator's next step. */
const nextStep: fc.Arbitrary<Asked> = fc
  .tuple(village, one('1', '2'), one('met', 'not-met'))
  .map(([name, place, outcome]) => state => {
    const set = newestDossier(state, name)?.set ?? 's1'
    const given = state.results.get(`${name}:${set}:${place}`)?.steps
    const step = state.settings.steps.find(next => !given?.[next]) ?? 'self'
    const who = step === 'recognition' ? AUTHORITY : LEAD
    return ask('assess-indicator', { village: name, set, indicator: place, step, outcome, value: null }, who)
  })

const request: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 16, arbitrary: nextMove },
  { weight: 16, arbitrary: nextStep },
  { weight: 1, arbitrary: some('add-village', { village: one('v3', 'v4') }) },
  { weight: 1, arbitrary: some('link-village', { village, from: day, unit: one('commune-30076', 'commune-29869') }) },
  { weight: 2, arbitrary: some('record-village-fact', { village, value: one(3, 4, null) }, one(LEAD)) },
  { weight: 2, arbitrary: some('set-village-milestone', { village, milestone: id, title: one('mốc một') }, one(LEAD)) },
  {
    weight: 2,
    arbitrary: some('record-recognition', { village, state: one('recognised', 'withdrawn') }, one(AUTHORITY)),
  },
  { weight: 1, arbitrary: some('publish-criteria-set', { set: id.map(name => criteriaSet(`new-${name}`, [])) }) },
  {
    weight: 2,
    arbitrary: some('carry-over-results', { from: setId, to: setId, pairs: one([{ from: '1', to: '2' }]) }),
  },
  {
    weight: 4,
    arbitrary: some('assess-indicator', {
      village,
      set: setId,
      indicator: one('1', '2'),
      step: one(...ASSESSMENT_STEPS),
      outcome: one('met', 'not-met'),
      value: one(null),
    }),
  },
  {
    weight: 6,
    arbitrary: some('move-dossier', { village, round: one(1, 2, 3), set: setId, to: one(...DOSSIER_STAGES), on: day }),
  },
  {
    weight: 4,
    arbitrary: some(
      'update-task',
      {
        task: one('1.1', '5.1', '6.1'),
        status: one(...TASK_STATUSES),
        progress: one(null),
        year: one(null, 2025, 2026),
      },
      one(LEAD),
    ),
  },
  { weight: 3, arbitrary: some('request-task', { request: id, on: day }, one(COMMUNE)) },
  { weight: 3, arbitrary: some('close-task-request', { request: id, on: day }, one(COMMUNE, LEAD)) },
  { weight: 1, arbitrary: some('set-task-deadline', { task: one('1.1', '1.3') }) },
  { weight: 1, arbitrary: some('reach-plan-milestone', { unit: one('district-866', 'district-872') }, one(LEAD)) },
  {
    weight: 4,
    arbitrary: some(
      'plan-funding',
      { village, year, kind: one(...PLANNED_AMOUNTS), amount, note: noteOrNot },
      one(LEAD),
    ),
  },
  {
    weight: 8,
    arbitrary: some(
      'book-funding',
      { village, year, kind: one(...BOOKED_AMOUNTS), amount, on: day, note: noteOrNot },
      one(LEAD),
    ),
  },
  { weight: 2, arbitrary: some('note-supervision', { village: one(null, ...VILLAGES), year, text }, one(LEAD)) },
  { weight: 3, arbitrary: some('submit-report', { period: one('2026-Q1', '2026-Q2', '2026-Q4') }, one(LEAD)) },
  { weight: 2, arbitrary: some('consolidate-reports', { period: one('2026-Q1', '2026-Q2') }, one(LEAD)) },
  { weight: 4, arbitrary: some('raise-obstacle', { obstacle: id, village }, one(COMMUNE)) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(id, one(...OBSTACLE_STATES), text, boss)
      .map(([obstacle, to, words, who]) =>
        to === 'assigned' || to === 'escalated'
          ? ask('move-obstacle', { obstacle, to, text: words }, who)
          : ask('move-obstacle', { obstacle, to, text: words, responsible: null, dueOn: null }, who),
      ),
  },
  { weight: 2, arbitrary: some('set-record', { record: id, state: one(...RECORD_STATES), village }, one(LEAD)) },
  {
    weight: 1,
    arbitrary: one(
      ask('change-setting', { key: 'steps', value: ['self', 'department', 'recognition'] }),
      ask('change-setting', { key: 'criteriaSet', value: 's2' }),
      ask('change-setting', { key: 'districtStep', value: { kind: 'unit', unit: 'so-tc' } }),
    ),
  },
  { weight: 1, arbitrary: one(ask('publish-calendar')) },
)

const SETUP: readonly CommandRequest[] = [
  ask('change-setting', { key: 'districtStep', value: { kind: 'commune' } }),
  ...VILLAGES.map(name =>
    ask('add-village', { village: name, links: [{ unit: 'commune-30055', from: '2025-07-01', to: null }] }),
  ),
  ask('publish-criteria-set', { set: criteriaSet('s1', [indicator('1'), indicator('2')]) }),
  ask('publish-criteria-set', { set: criteriaSet('s2', [indicator('1'), indicator('2')]) }),
]

/** What came of commands given one after the other; refused ones leave no trace. */
export function programmeOf(requests: readonly Asked[]): Programme {
  const events: ProgrammeEvent[] = []
  const accepted: CommandRequest[] = []
  let state = EMPTY_STATE
  const append = (drafts: Parameters<typeof eventsOf>[1]) => {
    const made = eventsOf(state.lastId, drafts) as readonly ProgrammeEvent[]
    events.push(...made)
    state = fold(state, made)
  }
  append([planAdopted])
  for (const wanted of [...SETUP, ...requests]) {
    const asked = typeof wanted === 'function' ? wanted(state) : wanted
    const decision = decide({ state, units, today: TODAY }, asked)
    if (decision.kind === 'refused') continue
    append(decision.events)
    accepted.push(asked)
  }
  return { events, state, accepted }
}

export const programmes: fc.Arbitrary<Programme> = fc.array(request, { maxLength: 80, size: 'max' }).map(programmeOf)
