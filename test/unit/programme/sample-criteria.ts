// Criteria sets, villages and events to test with: short to write, folded as the station folds them.
import type { AnyEvent, EventDraft } from '../../../shared/programme/event.ts'
import { subjectOf } from '../../../shared/programme/event.ts'
import type {
  AssessmentStep,
  CriteriaSet,
  DossierStage,
  Indicator,
  Outcome,
  Plan,
  Recognition,
} from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'

/** A draft with the day it happened on (noon in the province) and who wrote it. */
export type Written = { readonly on: string; readonly draft: EventDraft; readonly actor?: string }

/** Events in the order given, from an empty programme. */
export function stateAfter(written: readonly Written[]): ProgrammeState {
  const events = written.map(
    ({ on, draft, actor = 'declared:thử' }, index) =>
      ({ id: index + 1, at: Date.parse(`${on}T12:00:00+07:00`), actor, ...draft }) satisfies AnyEvent,
  )
  return fold(EMPTY_STATE, events)
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

/** Groups by id, each with one criterion that has these indicators. */
export function setWith(
  groups: Readonly<Record<string, readonly Indicator[]>>,
  change: Partial<CriteriaSet> = {},
): CriteriaSet {
  return {
    id: 'set-a',
    title: 'Bộ thử',
    decision: null,
    issuedOn: null,
    validFrom: '2023-04-03',
    validTo: null,
    illustrative: true,
    groups: Object.entries(groups).map(([id, indicators]) => ({
      id,
      title: `Nhóm ${id}`,
      criteria: [{ id: `${id}-1`, title: `Tiêu chí ${id}`, indicators }],
    })),
    knownIndicatorCount: null,
    predecessor: null,
    source: 'để thử',
    note: null,
    ...change,
  }
}

export const planWith = (change: Partial<Plan> = {}): Plan => ({
  id: 'plan',
  title: 'Kế hoạch thử',
  issuer: 'UBND tỉnh',
  validFrom: '2024-03-01',
  validFromNote: 'để thử',
  targets: [
    { year: 2024, cumulative: 7 },
    { year: 2025, cumulative: 9 },
    { year: 2030, cumulative: 14 },
  ],
  tasks: [],
  milestones: [],
  groups: {},
  roles: {
    lead: 'so-khcn',
    authority: 'ubnd-tinh',
    money: ['so-tc', 'so-khdt'],
    criteriaOwners: 'so-nganh-tieu-chi',
  },
  fundingSources: [
    { id: 'central', title: 'Ngân sách trung ương' },
    { id: 'province', title: 'Ngân sách tỉnh' },
  ],
  source: 'để thử',
  ...change,
})

// Each makes a draft; put it in time with `{ on, draft }`.

export const planAdopted = (plan: Plan): EventDraft => ({
  type: 'programme.plan-adopted',
  subject: subjectOf.plan(plan.id),
  data: { plan },
})
export const villageAdded = (id: string, order: number, plannedYear = 2024, unit = `commune-of-${id}`): EventDraft => ({
  type: 'programme.village-added',
  subject: subjectOf.village(id),
  data: {
    name: `Làng ${id}`,
    order,
    plannedYear,
    links: [{ unit, from: null, to: null }],
    centre: null,
    source: 'thử',
  },
})
export const setPublished = (set: CriteriaSet): EventDraft => ({
  type: 'programme.criteria-set-published',
  subject: subjectOf.criteriaSet(set.id),
  data: { set },
})
export const setChosen = (set: string | null): EventDraft => ({
  type: 'programme.setting-changed',
  subject: subjectOf.setting('criteriaSet'),
  data: { key: 'criteriaSet', value: set, reason: null },
})
export const assessed = (
  village: string,
  indicatorId: string,
  outcome: Outcome,
  step: AssessmentStep = 'self',
  set = 'set-a',
): EventDraft => ({
  type: 'programme.indicator-assessed',
  subject: subjectOf.result(village, set, indicatorId),
  data: { village, set, indicator: indicatorId, step, outcome, value: null, note: null, evidence: [], unit: 'xa' },
})
export const dossierMoved = (village: string, to: DossierStage, on: string, round = 1): EventDraft => ({
  type: 'programme.dossier-moved',
  subject: subjectOf.dossier(village, round),
  data: { village, round, set: 'set-a', to, on, unit: 'xa', note: null },
})
export const recognitionRecorded = (village: string, change: Partial<Recognition> = {}): EventDraft => ({
  type: 'programme.recognition-recorded',
  subject: subjectOf.village(village),
  data: {
    state: 'recognised',
    decision: null,
    decidedOn: null,
    reportedOn: null,
    confidence: 'reported',
    source: null,
    note: null,
    ...change,
  },
})
