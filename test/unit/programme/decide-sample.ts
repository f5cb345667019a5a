// A small programme to judge commands in: units with their successors, a plan, two villages, and one accepted command of each
// name. Made by commands where there is one, so that the sample itself is what the rules allow.
import type { CommandData, CommandName, CommandRequest } from '../../../shared/programme/command.ts'
import { type DecideContext, decide } from '../../../shared/programme/decide.ts'
import { type AnyEvent, type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import type { CriteriaSet, EvidenceFile, Indicator, Plan } from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import type { Unit } from '../../../shared/registry.ts'

export const TODAY = '2026-11-25'

type UnitChange = Partial<Omit<Unit, 'id' | 'kind'>>
const unit = (id: string, kind: Unit['kind'], change: UnitChange = {}): Unit => ({
  id,
  name: `Đơn vị ${id}`,
  kind,
  code: null,
  parent: null,
  validFrom: null,
  validTo: null,
  successor: null,
  source: 'thử',
  ...change,
})
const until = (validTo: string, successor: string | null, parent: string | null = null): UnitChange => ({
  validTo,
  successor,
  parent,
})
const ENDED = '2025-07-01'

export const units = unitsById([
  unit('so-khcn', 'department', until('2025-03-01', 'so-khcn-2025')),
  unit('so-tttt', 'department', until('2025-03-01', 'so-khcn-2025')),
  unit('so-khcn-2025', 'department', { validFrom: '2025-03-01' }),
  unit('so-nnptnt', 'department', until('2025-03-01', 'so-nnmt-2025')),
  unit('so-nnmt-2025', 'department', { validFrom: '2025-03-01' }),
  unit('so-khdt', 'department'),
  unit('so-tc', 'department'),
  unit('so-yt', 'department'),
  unit('so-mai-sau', 'department', { validFrom: '2030-01-01' }),
  unit('so-nganh-tieu-chi', 'group'),
  unit('ubnd-huyen', 'group', until(ENDED, null)),
  unit('mttq', 'group'),
  unit('ubnd-tinh', 'authority'),
  unit('district-866', 'district', until(ENDED, null)),
  unit('district-872', 'district', until(ENDED, null)),
  unit('old-commune-29890', 'commune', until(ENDED, 'commune-29869', 'district-866')),
  unit('old-commune-30058', 'commune', until(ENDED, 'commune-30055', 'district-872')),
  unit('commune-29869', 'commune', { validFrom: ENDED }),
  unit('commune-30055', 'commune', { validFrom: ENDED }),
  unit('commune-30076', 'commune', { validFrom: ENDED }),
])

const NAME = 'Nguyễn Thị Sen'
export const LEAD = { name: NAME, unit: 'so-khcn-2025' }
export const AUTHORITY = { name: NAME, unit: 'ubnd-tinh' }
/** My-dong's commune of today. */
export const COMMUNE = { name: NAME, unit: 'commune-30055' }
export const MONEY = { name: NAME, unit: 'so-tc' }
export const HEALTH = { name: NAME, unit: 'so-yt' }
export const BYSTANDER = { name: NAME, unit: 'mttq' }

const plan: Plan = {
  id: 'plan',
  title: 'Kế hoạch thử',
  issuer: 'UBND tỉnh',
  validFrom: '2024-04-01',
  validFromNote: 'để thử',
  targets: [{ year: 2024, cumulative: 2 }],
  tasks: [
    { id: '1.1', lead: 'so-khcn', deadline: { kind: 'month', month: '2024-05', thenOngoing: false } },
    { id: '1.3', lead: 'so-khcn', deadline: { kind: 'on-request' } as const },
    { id: '5.1', lead: 'so-tc', deadline: { kind: 'yearly' } as const },
    { id: '6.1', lead: 'so-nganh-tieu-chi', deadline: { kind: 'ongoing' } as const },
    { id: '7.2', lead: 'ubnd-huyen', deadline: { kind: 'by-plan' } as const },
  ].map(task => ({ ...task, title: `Nhiệm vụ ${task.id}`, partners: [], deadlineText: 'để thử' })) as Plan['tasks'],
  milestones: [{ id: 'm1', lead: 'ubnd-huyen', title: 'Mốc', on: '2024-04-30' }],
  groups: { 'so-nganh-tieu-chi': ['so-yt', 'so-nnptnt', 'so-tttt'], 'ubnd-huyen': ['district-866', 'district-872'] },
  roles: {
    lead: 'so-khcn',
    authority: 'ubnd-tinh',
    money: ['so-tc', 'so-khdt'],
    criteriaOwners: 'so-nganh-tieu-chi',
  },
  fundingSources: [
    { id: 'central', title: 'Trung ương' },
    { id: 'province', title: 'Tỉnh' },
  ],
  source: 'để thử',
}
export const planAdopted: EventDraft = {
  type: 'programme.plan-adopted',
  subject: subjectOf.plan(plan.id),
  data: { plan },
}

export const indicator = (id: string, change: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Chỉ tiêu ${id}`,
  target: { kind: 'boolean' },
  owner: null,
  evidence: null,
  measure: null,
  ...change,
})
export const criteriaSet = (id: string, indicators: readonly Indicator[], change: Partial<CriteriaSet> = {}) => ({
  id,
  title: `Bộ ${id}`,
  decision: null,
  issuedOn: null,
  validFrom: '2024-01-01',
  validTo: null,
  illustrative: true,
  groups: [{ id: 'g1', title: 'Nhóm', criteria: [{ id: 'c1', title: 'Tiêu chí', indicators }] }],
  knownIndicatorCount: null,
  predecessor: null,
  source: 'để thử',
  note: null,
  ...change,
})
const demoSet = criteriaSet('demo', [
  indicator('1.1', { owner: 'so-nnptnt' }),
  indicator('1.2', { target: { kind: 'number', operator: '>=', value: 80, unit: '%' }, evidence: 'Biên bản' }),
])

export const file = (change: Partial<EvidenceFile> = {}): EvidenceFile => ({
  hash: 'a'.repeat(64),
  name: 'bien-ban.pdf',
  size: 1,
  type: 'application/pdf',
  ...change,
})

/** A command of each name that is accepted in the sample; `actor` is who may give it. */
export const GOOD: { readonly [N in CommandName]: { readonly data: CommandData[N]; readonly actor: typeof LEAD } } = {
  'add-village': {
    actor: LEAD,
    data: {
      village: 'my-xuong',
      name: 'Mỹ Xương',
      plannedYear: 2024,
      links: [{ unit: 'commune-30076', from: ENDED, to: null }],
      centre: [105.7, 10.4],
      source: 'để thử',
    },
  },
  'link-village': {
    actor: LEAD,
    data: { village: 'my-dong', unit: 'commune-30076', from: '2026-01-01', reason: null },
  },
  'record-village-fact': {
    actor: COMMUNE,
    data: {
      village: 'my-dong',
      fact: 'ocop-stars',
      value: 4,
      on: '2025-01-01',
      document: null,
      source: 'xã',
      confidence: 'declared',
    },
  },
  'set-village-milestone': {
    actor: COMMUNE,
    data: {
      village: 'my-dong',
      milestone: 'team',
      title: 'Lập Tổ Điều hành',
      plannedOn: '2027-01-01',
      reachedOn: null,
    },
  },
  'record-recognition': {
    actor: AUTHORITY,
    data: {
      village: 'my-dong',
      state: 'recognised',
      decision: '1/QĐ',
      decidedOn: '2026-01-01',
      reportedOn: null,
      confidence: 'confirmed',
      source: null,
      note: null,
    },
  },
  'publish-criteria-set': {
    actor: LEAD,
    data: { set: criteriaSet('next', [indicator('a')], { predecessor: 'demo' }) },
  },
  'carry-over-results': {
    actor: LEAD,
    data: { from: 'demo', to: 'later', pairs: [{ from: '1.1', to: 'a' }], reason: null },
  },
  'assess-indicator': {
    actor: HEALTH,
    data: {
      village: 'my-dong',
      set: 'demo',
      indicator: '1.2',
      step: 'department',
      outcome: 'met',
      value: 80,
      note: null,
      evidence: [],
    },
  },
  'move-dossier': {
    actor: LEAD,
    data: { village: 'my-dong', round: 1, set: 'demo', to: 'returned', on: TODAY, note: 'thiếu biên bản' },
  },
  'update-task': {
    actor: MONEY,
    data: { task: '5.1', status: 'done', progress: 100, text: 'Đã thẩm định', files: [file()], year: 2026 },
  },
  'request-task': { actor: BYSTANDER, data: { task: '1.3', request: 'r2', text: 'Xin hỗ trợ', on: TODAY } },
  'close-task-request': { actor: BYSTANDER, data: { task: '1.3', request: 'r1', text: 'Đã hỗ trợ', on: TODAY } },
  'set-task-deadline': {
    actor: AUTHORITY,
    data: { task: '1.1', deadline: { kind: 'day', day: '2027-01-31' }, reason: 'gia hạn' },
  },
  'reach-plan-milestone': {
    actor: COMMUNE,
    data: { milestone: 'm1', unit: 'district-872', on: '2024-05-02', note: null },
  },
  'plan-funding': {
    actor: MONEY,
    data: { village: 'my-dong', source: 'central', year: 2026, kind: 'need', amount: 5_000, note: null },
  },
  'book-funding': {
    actor: COMMUNE,
    data: {
      village: 'my-dong',
      source: 'central',
      year: 2026,
      kind: 'disbursed',
      amount: 400,
      on: TODAY,
      document: 'UNC 1',
      note: null,
    },
  },
  'note-supervision': { actor: MONEY, data: { village: null, year: 2026, on: TODAY, text: 'Đã kiểm tra' } },
  'submit-report': {
    actor: COMMUNE,
    data: {
      unit: 'commune-30055',
      period: '2026-Q3',
      texts: { results: 'Đạt', difficulties: '', proposals: '', next: '' },
    },
  },
  'consolidate-reports': { actor: LEAD, data: { period: '2026-Q2', text: 'Tổng hợp' } },
  'raise-obstacle': {
    actor: BYSTANDER,
    data: {
      obstacle: 'ob2',
      kind: 'proposal',
      title: 'Thiếu trạm đo',
      text: 'Cần thêm một trạm',
      village: 'my-dong',
      task: '1.3',
    },
  },
  'move-obstacle': {
    actor: COMMUNE,
    data: { obstacle: 'ob1', to: 'assigned', responsible: 'so-khcn-2025', text: '', dueOn: '2026-12-31' },
  },
  'set-record': {
    actor: COMMUNE,
    data: {
      record: 'rec2',
      kind: 'training',
      title: 'Tập huấn',
      owner: 'commune-30055',
      state: 'done',
      on: TODAY,
      village: 'my-dong',
      note: null,
    },
  },
  'change-setting': { actor: LEAD, data: { key: 'silentDays', value: 60, reason: null } },
  'publish-calendar': {
    actor: LEAD,
    data: {
      year: {
        year: 2027,
        holidays: [{ date: '2027-01-01', name: 'Tết Dương lịch' }],
        swaps: [{ off: '2027-04-29', on: '2027-05-08' }],
        source: 'để thử',
        confidence: 'reported',
      },
    },
  },
}
export const COMMAND_NAMES = Object.keys(GOOD) as readonly CommandName[]

/** A sample command, changed. */
export function ask<N extends CommandName>(
  command: N,
  change: Partial<CommandData[N]> = {},
  actor: Partial<typeof LEAD> = {},
): CommandRequest {
  const good = GOOD[command]
  const data = { ...good.data, ...change }
  return { command, data, actor: { ...good.actor, ...actor }, expected: 0 } as CommandRequest
}

/** The state after what was decided, with ids and noon of the day as the store would give them. */
export function happen(state: ProgrammeState, drafts: readonly EventDraft[], day = TODAY): ProgrammeState {
  return fold(state, eventsOf(state.lastId, drafts, day))
}

export const eventsOf = (lastId: number, drafts: readonly EventDraft[], day = TODAY): readonly AnyEvent[] =>
  drafts.map((draft, at) => ({
    id: lastId + at + 1,
    at: Date.parse(`${day}T12:00:00+07:00`),
    actor: `declared:${NAME}`,
    ...draft,
  }))

/** The state after commands that must be accepted. */
export function done(context: DecideContext, ...requests: readonly CommandRequest[]): DecideContext {
  let { state } = context
  for (const request of requests) {
    const decision = decide({ ...context, state }, request)
    if (decision.kind === 'refused') throw new Error(`${request.command}: ${JSON.stringify(decision.refusals)}`)
    state = happen(state, decision.events, context.today)
  }
  return { ...context, state }
}

const link = (old: string, now: string) => [
  { unit: old, from: null, to: ENDED },
  { unit: now, from: ENDED, to: null },
]
const assess = (id: string, step: 'self' | 'district', change: Partial<CommandData['assess-indicator']> = {}) =>
  ask('assess-indicator', { indicator: id, step, value: id === '1.2' ? 80 : null, note: 'ở xã', ...change }, COMMUNE)
const move = (to: CommandData['move-dossier']['to']) => ask('move-dossier', { to, on: '2026-11-02' })

/** Only the plan, and who does the district step: nothing has happened yet. */
export const START: DecideContext = {
  state: happen(EMPTY_STATE, [planAdopted], '2024-04-01'),
  units,
  today: TODAY,
}

/**
 * My-dong has a complete dossier under `demo`, results of its own, money, a report of 2026-Q2, a request, an obstacle and a
 * record; tan-thuan-tay has nothing yet. The communes do what the districts did.
 */
export const SAMPLE: DecideContext = done(
  START,
  ask('add-village', {
    village: 'my-dong',
    name: 'Mỹ Đông',
    links: link('old-commune-30058', 'commune-30055'),
  }),
  ask('add-village', {
    village: 'tan-thuan-tay',
    name: 'Tân Thuận Tây',
    links: link('old-commune-29890', 'commune-29869'),
  }),
  ask('publish-criteria-set', { set: demoSet }),
  ask('publish-criteria-set', { set: criteriaSet('later', [indicator('a'), indicator('b')], { predecessor: 'demo' }) }),
  ask('change-setting', { key: 'criteriaSet', value: 'demo' }),
  ask('change-setting', { key: 'districtStep', value: { kind: 'commune' } }),
  assess('1.1', 'self'),
  assess('1.2', 'self'),
  assess('1.1', 'district'),
  assess('1.2', 'district'),
  move('open'),
  move('submitted'),
  move('complete'),
  ask('plan-funding', { kind: 'allocated', amount: 1_000 }),
  ask('book-funding', { amount: 600 }),
  ask('submit-report', { period: '2026-Q2' }),
  ask('request-task', { request: 'r1' }),
  ask('raise-obstacle', { obstacle: 'ob1' }, COMMUNE),
  ask('set-record', { record: 'rec1' }),
)
