// The events of the programme: everything people decided or wrote down. Append-only; state is their fold. Types only, no schema.
import type {
  AssessmentStep,
  BookedAmount,
  CriteriaSet,
  Day,
  Deadline,
  Dong,
  DossierStage,
  EvidenceFile,
  ObstacleKind,
  Outcome,
  Plan,
  PlannedAmount,
  Recognition,
  RecordKind,
  RecordState,
  ReportFigures,
  ReportText,
  Settings,
  TaskStatus,
  UnitLink,
  VillageFact,
  VillageFactKey,
} from './facts.ts'
import type { CalendarYear } from './working-calendar.ts'

export const PROGRAMME_FAMILY = 'programme'

/** Data of each event by type. `reason` says why, where a person gave one. */
export type EventData = {
  'programme.plan-adopted': { readonly plan: Plan }
  'programme.calendar-published': { readonly year: CalendarYear }
  'programme.setting-changed': {
    readonly [K in keyof Settings]: { readonly key: K; readonly value: Settings[K]; readonly reason: string | null }
  }[keyof Settings]

  'programme.village-added': {
    readonly name: string
    readonly order: number
    readonly plannedYear: number
    readonly links: readonly UnitLink[]
    /** lon, lat */
    readonly centre: readonly [number, number] | null
    readonly source: string
  }
  /** From that day the village belongs to another commune; the link before ends there. */
  'programme.village-linked': { readonly unit: string; readonly from: Day; readonly reason: string | null }
  'programme.village-fact-recorded': { readonly fact: VillageFactKey } & VillageFact
  'programme.village-milestone-set': {
    readonly milestone: string
    readonly title: string
    readonly plannedOn: Day | null
    readonly reachedOn: Day | null
  }
  'programme.recognition-recorded': Recognition

  'programme.criteria-set-published': { readonly set: CriteriaSet }
  'programme.results-carried-over': {
    readonly from: string
    readonly to: string
    readonly pairs: readonly { readonly from: string; readonly to: string }[]
    readonly reason: string | null
  }
  'programme.indicator-assessed': {
    readonly village: string
    readonly set: string
    readonly indicator: string
    readonly step: AssessmentStep
    readonly outcome: Outcome
    readonly value: number | null
    readonly note: string | null
    readonly evidence: readonly EvidenceFile[]
    readonly unit: string
  }
  'programme.dossier-moved': {
    readonly village: string
    readonly round: number
    readonly set: string
    readonly to: DossierStage
    readonly on: Day
    readonly unit: string
    readonly note: string | null
  }

  'programme.task-updated': {
    readonly status: TaskStatus
    /** 0 to 100; null = not said. */
    readonly progress: number | null
    readonly text: string
    readonly files: readonly EvidenceFile[]
    readonly unit: string
    /** For a yearly task: the year this counts for. */
    readonly year: number | null
  }
  'programme.task-requested': {
    readonly request: string
    readonly text: string
    readonly unit: string
    readonly on: Day
  }
  'programme.task-request-closed': { readonly request: string; readonly text: string; readonly on: Day }
  'programme.task-deadline-set': { readonly deadline: Deadline; readonly reason: string | null }
  'programme.plan-milestone-reached': {
    readonly milestone: string
    readonly unit: string
    readonly on: Day
    readonly note: string | null
  }

  'programme.funding-planned': {
    readonly village: string
    readonly source: string
    readonly year: number
    readonly kind: PlannedAmount
    readonly amount: Dong
    readonly note: string | null
  }
  'programme.funding-booked': {
    readonly village: string
    readonly source: string
    readonly year: number
    readonly kind: BookedAmount
    /** Negative corrects an earlier booking. */
    readonly amount: Dong
    readonly on: Day
    readonly document: string | null
    readonly note: string | null
  }
  'programme.supervision-noted': {
    /** Null = the whole province. */
    readonly village: string | null
    readonly year: number
    readonly on: Day
    readonly unit: string
    readonly text: string
  }

  'programme.report-submitted': {
    readonly unit: string
    /** '2026-Q3', '2026-6M', '2026-9M', '2026-Y' */
    readonly period: string
    readonly on: Day
    readonly texts: Readonly<Record<ReportText, string>>
    readonly figures: ReportFigures
  }
  'programme.reports-consolidated': {
    readonly period: string
    readonly on: Day
    readonly unit: string
    readonly text: string
    readonly figures: ReportFigures
    /** Units whose report went in. */
    readonly units: readonly string[]
  }

  'programme.obstacle-raised': {
    readonly kind: ObstacleKind
    readonly title: string
    readonly text: string
    readonly unit: string
    readonly village: string | null
    readonly task: string | null
    readonly on: Day
  }
  'programme.obstacle-moved': {
    readonly to: 'assigned' | 'answered' | 'escalated' | 'resolved' | 'raised'
    /** Who must act now (assigned, escalated) or who answered. */
    readonly unit: string
    readonly text: string
    readonly dueOn: Day | null
    readonly on: Day
  }

  'programme.record-set': {
    readonly kind: RecordKind
    readonly title: string
    readonly owner: string
    readonly state: RecordState
    readonly on: Day | null
    readonly village: string | null
    readonly note: string | null
  }
}
export type EventType = keyof EventData

export type EventHead = {
  readonly id: number
  /** Epoch milliseconds; within the programme it never goes back. */
  readonly at: number
  /** `system:…`, `seed:…`, `simulated:…` or `declared:<name>` (self-declared: there is no sign-in yet). */
  readonly actor: string
  readonly subject: string
}
export type ProgrammeEvent = {
  [T in EventType]: EventHead & { readonly type: T; readonly data: EventData[T] }
}[EventType]
/** What a newer station may have written: kept in the log, ignored by the fold. */
export type AnyEvent = EventHead & { readonly type: string; readonly data: unknown }
/** What a decision wants appended; the store gives id and time. */
export type EventDraft = {
  [T in EventType]: { readonly type: T; readonly subject: string; readonly data: EventData[T] }
}[EventType]

/** What an event is about; the unit of concurrent editing. One spelling each, here. */
export const subjectOf = {
  plan: (id: string) => `plan:${id}`,
  calendar: (year: number) => `calendar:${year}`,
  setting: (key: keyof Settings) => `setting:${key}`,
  village: (village: string) => `village:${village}`,
  criteriaSet: (set: string) => `criteria-set:${set}`,
  carryOver: (from: string, to: string) => `carry-over:${from}:${to}`,
  result: (village: string, set: string, indicator: string) => `result:${village}:${set}:${indicator}`,
  dossier: (village: string, round: number) => `dossier:${village}:${round}`,
  task: (task: string) => `task:${task}`,
  planMilestone: (milestone: string, unit: string) => `plan-milestone:${milestone}:${unit}`,
  funding: (village: string, source: string, year: number) => `funding:${village}:${source}:${year}`,
  supervision: (village: string | null, year: number) => `supervision:${village ?? 'province'}:${year}`,
  report: (unit: string, period: string) => `report:${unit}:${period}`,
  consolidation: (period: string) => `consolidation:${period}`,
  obstacle: (id: string) => `obstacle:${id}`,
  record: (id: string) => `record:${id}`,
} as const

export const isSimulated = (actor: string): boolean => actor.startsWith('simulated:')
