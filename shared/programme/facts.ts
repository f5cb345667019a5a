// What the programme is made of, as plain types: villages, criteria, assessments, tasks, money, reports, obstacles, records.
// No schema here, so that screens can use it; command-schema.ts and event-data-schema.ts hold the same shapes against input.

/** ISO calendar day of the province, 'YYYY-MM-DD'. */
export type Day = string

/** Where a fact comes from and how sure it is. `declared` = entered by a person of the programme. */
export type Confidence = 'confirmed' | 'reported' | 'declared' | 'none'

/** A file kept as evidence; the bytes are found by their hash. */
export type EvidenceFile = {
  /** SHA-256, hex. */
  readonly hash: string
  readonly name: string
  readonly size: number
  readonly type: string
}

export const VILLAGE_FACTS = [
  'hamlets',
  'working-group',
  'operating-team',
  'operating-regulation',
  'speciality',
  'organisation',
  'ocop-product',
  'ocop-stars',
] as const
export type VillageFactKey = (typeof VILLAGE_FACTS)[number]

export type VillageFact = {
  /** Text; for `ocop-stars` a number 1 to 5. Null = withdrawn, unknown again. */
  readonly value: string | number | null
  /** Day of the decision or of the fact, when known. */
  readonly on: Day | null
  /** Number of the decision, when there is one. */
  readonly document: string | null
  readonly source: string
  readonly confidence: Confidence
}

export type UnitLink = { readonly unit: string; readonly from: Day | null; readonly to: Day | null }

export type Recognition = {
  readonly state: 'recognised' | 'unknown' | 'withdrawn'
  readonly decision: string | null
  readonly decidedOn: Day | null
  /** When a report of it appeared; stands in for `decidedOn` where the decision wasn't seen. */
  readonly reportedOn: Day | null
  readonly confidence: Confidence
  readonly source: string | null
  readonly note: string | null
}

export type VillageMilestone = {
  readonly id: string
  readonly title: string
  readonly plannedOn: Day | null
  readonly reachedOn: Day | null
}

// ── Criteria ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Target =
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'number'
      readonly operator: '>=' | '>' | '<=' | '<' | '='
      readonly value: number
      readonly unit: string
    }
  | { readonly kind: 'text'; readonly text: string }

/** A figure the system measures itself, over the days before the assessment. Always `derived`, never decides by itself. */
export type Measure =
  /** Share of the village's stations that sent at least one reading within the window, in %. */
  | { readonly kind: 'reporting-stations'; readonly windowDays: number }
  /** Readings received of those expected, over every series with an interval (or those of one quantity), in %. */
  | { readonly kind: 'coverage'; readonly quantity: string | null; readonly windowDays: number }
  | {
      readonly kind: 'statistic'
      readonly quantity: string
      readonly statistic: 'mean' | 'min' | 'max'
      readonly windowDays: number
    }

export type Indicator = {
  readonly id: string
  readonly title: string
  readonly target: Target
  /** The unit that appraises it; null = not known. */
  readonly owner: string | null
  readonly evidence: string | null
  readonly measure: Measure | null
}
export type Criterion = { readonly id: string; readonly title: string; readonly indicators: readonly Indicator[] }
export type CriteriaGroup = { readonly id: string; readonly title: string; readonly criteria: readonly Criterion[] }

export type CriteriaSet = {
  readonly id: string
  readonly title: string
  readonly decision: string | null
  readonly issuedOn: Day | null
  readonly validFrom: Day
  /** Exclusive; null = still. */
  readonly validTo: Day | null
  /** Made up for the demonstration: marked on every screen. */
  readonly illustrative: boolean
  readonly groups: readonly CriteriaGroup[]
  /** How many indicators the decision is known to have, when their text isn't at hand. */
  readonly knownIndicatorCount: number | null
  readonly predecessor: string | null
  readonly source: string
  readonly note: string | null
}

// ── Assessment ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** In order; `district` may be skipped by setting (there is no district since 2025-07-01). */
export const ASSESSMENT_STEPS = ['self', 'district', 'department', 'consolidation', 'recognition'] as const
export type AssessmentStep = (typeof ASSESSMENT_STEPS)[number]
export type Outcome = 'met' | 'not-met'

export type StepResult = {
  readonly outcome: Outcome
  /** What was measured, when the target is a number. */
  readonly value: number | null
  readonly note: string | null
  readonly evidence: readonly EvidenceFile[]
  readonly unit: string
  readonly by: string
  readonly at: number
  readonly eventId: number
  /** Set and indicator this was carried over from. */
  readonly carriedFrom: { readonly set: string; readonly indicator: string } | null
}

export const DOSSIER_STAGES = [
  'open',
  'submitted',
  'returned',
  'complete',
  'appraised',
  'consolidated',
  'recognised',
  'refused',
  'withdrawn',
] as const
export type DossierStage = (typeof DOSSIER_STAGES)[number]

export type DossierMove = {
  readonly to: DossierStage
  readonly on: Day
  readonly unit: string
  readonly note: string | null
  readonly by: string
  readonly at: number
  readonly eventId: number
}

// ── Tasks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Deadline =
  | { readonly kind: 'day'; readonly day: Day }
  /** Ends on the last day of the month, 'YYYY-MM'. */
  | { readonly kind: 'month'; readonly month: string; readonly thenOngoing: boolean }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4; readonly thenOngoing: boolean }
  /** Once a calendar year, by its last day. */
  | { readonly kind: 'yearly' }
  /** Again and again without a fixed period, or on demand. */
  | { readonly kind: 'periodic' }
  | { readonly kind: 'ongoing' }
  /** Open only while a request is open. */
  | { readonly kind: 'on-request' }
  /** By a plan outside this one: no date here. */
  | { readonly kind: 'by-plan' }
  /** So many working days after an event, for each village's dossier. */
  | { readonly kind: 'working-days'; readonly days: number; readonly after: 'dossier-complete' }
  /** The source is cut off. */
  | { readonly kind: 'unknown' }

export type PlanTask = {
  readonly id: string
  readonly lead: string
  readonly title: string
  /** Unit ids where the plan names a unit we know, else the plan's own words. */
  readonly partners: readonly string[]
  readonly deadline: Deadline
  /** The plan's words for the deadline. */
  readonly deadlineText: string
}
export type PlanMilestone = {
  readonly id: string
  readonly lead: string
  readonly title: string
  readonly on: Day | null
}

export type PlanRoles = {
  /** Tracks, receives the reports, consolidates: may do everything but recognise. */
  readonly lead: string
  /** Issues the criteria, decides recognition, resolves obstacles. */
  readonly authority: string
  /** Allocate the money and supervise its use. */
  readonly money: readonly string[]
  /** Appraise the criteria whose owner isn't known. */
  readonly criteriaOwners: string
}

export type Plan = {
  readonly id: string
  readonly title: string
  readonly issuer: string
  /** First day it counts; the plan's own date is blank in the source, so this says how it was chosen. */
  readonly validFrom: Day
  readonly validFromNote: string
  readonly targets: readonly { readonly year: number; readonly cumulative: number }[]
  readonly tasks: readonly PlanTask[]
  readonly milestones: readonly PlanMilestone[]
  /** Members of the units that are groups in the plan. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  /** Who does what in the plan; whoever carries a unit on holds its role. */
  readonly roles: PlanRoles
  readonly fundingSources: readonly { readonly id: string; readonly title: string }[]
  readonly source: string
}

export const TASK_STATUSES = ['not-started', 'in-progress', 'done', 'stopped'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

// ── Money ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whole đồng. */
export type Dong = number
export const PLANNED_AMOUNTS = ['need', 'allocated'] as const
export type PlannedAmount = (typeof PLANNED_AMOUNTS)[number]
export const BOOKED_AMOUNTS = ['disbursed', 'settled'] as const
export type BookedAmount = (typeof BOOKED_AMOUNTS)[number]
export type AmountKind = PlannedAmount | BookedAmount

// ── Reports, obstacles, records ─────────────────────────────────────────────────────────────────────────────────────

export const REPORT_SPANS = ['Q1', 'Q2', 'Q3', 'Q4', '6M', '9M', 'Y'] as const
export type ReportSpan = (typeof REPORT_SPANS)[number]

/** The parts of a report that a person writes. */
export const REPORT_TEXTS = ['results', 'difficulties', 'proposals', 'next'] as const
export type ReportText = (typeof REPORT_TEXTS)[number]

/** Figures of a report as the system knew them at submission, by name; null = unknown. */
export type ReportFigures = Readonly<Record<string, number | null>>

export const OBSTACLE_KINDS = ['obstacle', 'proposal'] as const
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number]
export const OBSTACLE_STATES = ['raised', 'assigned', 'answered', 'escalated', 'resolved'] as const
export type ObstacleState = (typeof OBSTACLE_STATES)[number]

export const RECORD_KINDS = ['training', 'handbook', 'infrastructure', 'equipment', 'data-connection'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]
export const RECORD_STATES = ['planned', 'in-progress', 'done', 'stopped'] as const
export type RecordState = (typeof RECORD_STATES)[number]

// ── Settings ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Settings = {
  /** Who does what the districts did, from 2025-07-01: nobody yet, one unit, or each village's own commune. */
  readonly districtStep:
    | { readonly kind: 'unset' }
    | { readonly kind: 'commune' }
    | { readonly kind: 'unit'; readonly unit: string }
  readonly steps: readonly AssessmentStep[]
  /** The set villages are assessed by; null = none chosen. */
  readonly criteriaSet: string | null
  readonly appraisalWorkingDays: number
  readonly dueSoonDays: number
  readonly silentDays: number
  /** Days after the cut-off by which a report must be in. */
  readonly reportDueDays: number
  readonly reportSpans: readonly ReportSpan[]
  /** Last day a span counts, as MM-DD (decree 09/2019; nine months by analogy). */
  readonly reportCutoffs: Readonly<Record<ReportSpan, string>>
}
