// The programme as it stands after some events: what fold.ts makes and every screen and list reads. Bounded by the number of
// things, not of events: the history of a thing is its events, asked for by subject.
import type {
  AmountKind,
  AssessmentStep,
  BookedAmount,
  CriteriaSet,
  Day,
  Deadline,
  Dong,
  DossierMove,
  ObstacleKind,
  ObstacleState,
  Plan,
  Recognition,
  RecordKind,
  RecordState,
  ReportFigures,
  ReportText,
  Settings,
  StepResult,
  TaskStatus,
  UnitLink,
  VillageFact,
  VillageFactKey,
  VillageMilestone,
} from './facts.ts'
import type { CalendarYear } from './working-calendar.ts'

/** Who last changed a thing, when, by which event. */
export type Stamp = { readonly by: string; readonly at: number; readonly eventId: number }

export type VillageState = {
  readonly id: string
  readonly name: string
  readonly order: number
  readonly plannedYear: number
  readonly links: readonly UnitLink[]
  readonly centre: readonly [number, number] | null
  readonly facts: Readonly<Partial<Record<VillageFactKey, VillageFact & Stamp>>>
  readonly milestones: readonly (VillageMilestone & Stamp)[]
  readonly recognition: (Recognition & Stamp) | null
}
export type SetState = CriteriaSet & Stamp

/** Results of one indicator of one village. */
export type ResultState = {
  readonly village: string
  readonly set: string
  readonly indicator: string
  readonly steps: Readonly<Partial<Record<AssessmentStep, StepResult>>>
  /** Since when the furthest step says `met`; null = it doesn't. */
  readonly metSince: number | null
}

export type DossierState = {
  readonly village: string
  readonly round: number
  readonly set: string
  /** Oldest first, never empty; the last one says where it stands. */
  readonly moves: readonly DossierMove[]
}

export type TaskUpdate = Stamp & {
  readonly status: TaskStatus
  readonly progress: number | null
  readonly text: string
  readonly unit: string
  readonly files: number
}
export type TaskRequest = { readonly id: string; readonly text: string; readonly unit: string; readonly on: Day }
export type TaskState = {
  readonly task: string
  readonly latest: TaskUpdate | null
  readonly updates: number
  /** When it was last said to be done; null = it isn't. */
  readonly doneAt: number | null
  /** When it was first said to be done; stays when it goes on after that ("và cập nhật thường xuyên"). */
  readonly firstDoneAt: number | null
  /** Years a yearly task was done for. */
  readonly yearsDone: readonly number[]
  readonly openRequests: readonly TaskRequest[]
  /** Replaces the plan's. */
  readonly deadline: Deadline | null
}
export type PlanMilestoneState = Stamp & {
  readonly milestone: string
  readonly unit: string
  readonly on: Day
  readonly note: string | null
}

export type FundingCell = {
  readonly village: string
  readonly source: string
  readonly year: number
  /** Null = nobody said; never zero by silence. */
  readonly amounts: Readonly<Record<AmountKind, Dong | null>>
  readonly bookings: Readonly<Record<BookedAmount, number>>
  readonly lastBookedOn: Day | null
  readonly isSimulated: boolean
}
export type SupervisionState = Stamp & {
  readonly village: string | null
  readonly year: number
  readonly on: Day
  readonly unit: string
  readonly text: string
  readonly notes: number
}

export type ReportState = Stamp & {
  readonly unit: string
  readonly period: string
  readonly on: Day
  readonly texts: Readonly<Record<ReportText, string>>
  readonly figures: ReportFigures
}
export type ConsolidationState = Stamp & {
  readonly period: string
  readonly on: Day
  readonly unit: string
  readonly text: string
  readonly figures: ReportFigures
  readonly units: readonly string[]
}

export type ObstacleMove = Stamp & {
  readonly to: ObstacleState
  readonly unit: string
  readonly text: string
  readonly dueOn: Day | null
  readonly on: Day
}
export type ObstacleItem = {
  readonly id: string
  readonly kind: ObstacleKind
  readonly title: string
  readonly text: string
  /** Who raised it. */
  readonly unit: string
  readonly village: string | null
  readonly task: string | null
  readonly raisedOn: Day
  readonly state: ObstacleState
  /** Who must act now; null = nobody was named. */
  readonly responsible: string | null
  readonly dueOn: Day | null
  /** Oldest first; the first is the raising itself. */
  readonly moves: readonly ObstacleMove[]
}

export type RecordItem = Stamp & {
  readonly id: string
  readonly kind: RecordKind
  readonly title: string
  readonly owner: string
  readonly state: RecordState
  readonly on: Day | null
  readonly village: string | null
  readonly note: string | null
}

export type ProgrammeState = {
  /** Id and time of the last event folded in; 0 = none. */
  readonly lastId: number
  readonly lastAt: number
  readonly plan: (Plan & Stamp) | null
  readonly settings: Settings
  /** Settings that somebody changed; the others are the system's defaults. */
  readonly changedSettings: ReadonlyMap<keyof Settings, Stamp>
  readonly calendar: ReadonlyMap<number, CalendarYear>
  readonly villages: ReadonlyMap<string, VillageState>
  readonly criteriaSets: ReadonlyMap<string, SetState>
  /** By `<village>:<set>:<indicator>`. */
  readonly results: ReadonlyMap<string, ResultState>
  /** By `<village>:<round>`. */
  readonly dossiers: ReadonlyMap<string, DossierState>
  readonly tasks: ReadonlyMap<string, TaskState>
  /** By `<milestone>:<unit>`. */
  readonly planMilestones: ReadonlyMap<string, PlanMilestoneState>
  /** By `<village>:<source>:<year>`. */
  readonly funding: ReadonlyMap<string, FundingCell>
  /** By `<village|province>:<year>`: the newest note. */
  readonly supervision: ReadonlyMap<string, SupervisionState>
  /** By `<unit>:<period>`. */
  readonly reports: ReadonlyMap<string, ReportState>
  readonly consolidations: ReadonlyMap<string, ConsolidationState>
  readonly obstacles: ReadonlyMap<string, ObstacleItem>
  readonly records: ReadonlyMap<string, RecordItem>
  /** Id of the last event about each subject: what a writer must have seen. */
  readonly versions: ReadonlyMap<string, number>
}

/** Cut-offs of decree 09/2019/NĐ-CP; nine months by analogy (not named there). Everything else is the system's own default. */
export const DEFAULT_SETTINGS: Settings = {
  districtStep: { kind: 'unset' },
  steps: ['self', 'district', 'department', 'consolidation', 'recognition'],
  criteriaSet: null,
  appraisalWorkingDays: 10,
  dueSoonDays: 30,
  silentDays: 90,
  reportDueDays: 5,
  reportSpans: ['Q1', 'Q2', 'Q3', 'Q4', '6M', '9M', 'Y'],
  reportCutoffs: { Q1: '03-14', Q2: '06-14', Q3: '09-14', Q4: '12-14', '6M': '06-14', '9M': '09-14', Y: '12-14' },
}

export const EMPTY_STATE: ProgrammeState = {
  lastId: 0,
  lastAt: 0,
  plan: null,
  settings: DEFAULT_SETTINGS,
  changedSettings: new Map(),
  calendar: new Map(),
  villages: new Map(),
  criteriaSets: new Map(),
  results: new Map(),
  dossiers: new Map(),
  tasks: new Map(),
  planMilestones: new Map(),
  funding: new Map(),
  supervision: new Map(),
  reports: new Map(),
  consolidations: new Map(),
  obstacles: new Map(),
  records: new Map(),
  versions: new Map(),
}

/** Keys of the tables, one spelling each. */
export const keyOf = {
  result: (village: string, set: string, indicator: string) => `${village}:${set}:${indicator}`,
  dossier: (village: string, round: number) => `${village}:${round}`,
  planMilestone: (milestone: string, unit: string) => `${milestone}:${unit}`,
  funding: (village: string, source: string, year: number) => `${village}:${source}:${year}`,
  supervision: (village: string | null, year: number) => `${village ?? 'province'}:${year}`,
  report: (unit: string, period: string) => `${unit}:${period}`,
} as const
