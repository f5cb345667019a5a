// The programme as it ships with something of everything on top, so that every list has a row: one village assessed, paid for,
// reported on, hindered; some of it by a simulated field.

import type { ListView } from '../../../server/programme/lists/list.ts'
import { viewOf } from '../../../server/programme/lists/pages.ts'
import { illustrativeSet } from '../../../server/programme/seed.ts'
import { type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import type { CriteriaSet, Outcome } from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import type { Basis } from '../../../shared/programme/units.ts'
import { registry, stateOn, units } from './standing-sample.ts'

export const TODAY = '2026-11-25'
export const VILLAGE = 'my-dong'
export const DEMO_SET: CriteriaSet = illustrativeSet(registry)

const assessed = (indicator: string, outcome: Outcome, value: number | null, note: string | null): EventDraft => ({
  type: 'programme.indicator-assessed',
  subject: subjectOf.result(VILLAGE, DEMO_SET.id, indicator),
  data: {
    village: VILLAGE,
    set: DEMO_SET.id,
    indicator,
    step: 'self',
    outcome,
    value,
    note,
    evidence: [],
    unit: 'commune-30055',
  },
})
const funding = { village: VILLAGE, year: 2026 } as const
const source = stateOn(TODAY).plan?.fundingSources[0]?.id ?? ''

export const DRAFTS: readonly EventDraft[] = [
  {
    type: 'programme.criteria-set-published',
    subject: subjectOf.criteriaSet(DEMO_SET.id),
    data: { set: { ...DEMO_SET, predecessor: 'qd-384-2023' } },
  },
  {
    type: 'programme.setting-changed',
    subject: subjectOf.setting('criteriaSet'),
    data: { key: 'criteriaSet', value: DEMO_SET.id, reason: 'để thử' },
  },
  assessed('1.1', 'met', 95, 'danh sách hộ'),
  assessed('1.2', 'not-met', null, null),
  {
    type: 'programme.dossier-moved',
    subject: subjectOf.dossier(VILLAGE, 1),
    data: {
      village: VILLAGE,
      round: 1,
      set: DEMO_SET.id,
      to: 'open',
      on: '2026-11-02',
      unit: 'commune-30055',
      note: null,
    },
  },
  {
    type: 'programme.task-updated',
    subject: subjectOf.task('1.1'),
    data: { status: 'done', progress: 100, text: '=Đã ban hành', files: [], unit: 'so-khcn-2025', year: null },
  },
  {
    type: 'programme.plan-milestone-reached',
    subject: subjectOf.planMilestone('khong-co', 'district-872'),
    data: { milestone: 'khong-co', unit: 'district-872', on: '2024-05-01', note: null },
  },
  {
    type: 'programme.funding-planned',
    subject: subjectOf.funding(VILLAGE, source, 2026),
    data: { ...funding, source, kind: 'allocated', amount: 1_500_000_000, note: null },
  },
  {
    type: 'programme.funding-booked',
    subject: subjectOf.funding(VILLAGE, source, 2026),
    data: { ...funding, source, kind: 'disbursed', amount: 250_000_000, on: '2026-10-01', document: null, note: null },
  },
  {
    type: 'programme.supervision-noted',
    subject: subjectOf.supervision(null, 2026),
    data: { village: null, year: 2026, on: '2026-10-02', unit: 'so-tc', text: 'Đúng mục đích' },
  },
  {
    type: 'programme.report-submitted',
    subject: subjectOf.report('district-872', '2024-Q4'),
    data: {
      unit: 'district-872',
      period: '2024-Q4',
      on: '2024-12-18',
      texts: { results: 'Tốt', difficulties: '', proposals: '', next: '' },
      figures: {},
    },
  },
  {
    type: 'programme.reports-consolidated',
    subject: subjectOf.consolidation('2024-Q4'),
    data: {
      period: '2024-Q4',
      on: '2024-12-25',
      unit: 'so-khcn',
      text: 'Tổng hợp',
      figures: {},
      units: ['district-872'],
    },
  },
  {
    type: 'programme.obstacle-raised',
    subject: subjectOf.obstacle('duong-truyen'),
    data: {
      kind: 'obstacle',
      title: 'Đường truyền',
      text: 'Chưa có cáp',
      unit: 'commune-30055',
      village: VILLAGE,
      task: null,
      on: '2026-11-01',
    },
  },
  {
    type: 'programme.record-set',
    subject: subjectOf.record('tap-huan-1'),
    data: {
      kind: 'training',
      title: 'Tập huấn',
      owner: 'so-khcn-2025',
      state: 'done',
      on: '2026-05-05',
      village: VILLAGE,
      note: null,
    },
  },
]

/** `by` writes the drafts at noon of the day before. */
export function stateWith(by = 'declared:Thử · Đơn vị thử', drafts: readonly EventDraft[] = DRAFTS): ProgrammeState {
  const shipped = stateOn(TODAY)
  const at = Date.parse('2026-11-24T12:00:00+07:00')
  return fold(
    shipped,
    drafts.map((draft, index) => ({ ...draft, at, actor: by, id: shipped.lastId + 1 + index })),
  )
}

export const viewWith = (state: ProgrammeState = stateWith(), basis: Basis = 'today', day = TODAY): ListView =>
  viewOf({ state, units, day, basis })
