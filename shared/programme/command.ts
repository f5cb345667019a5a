// What people ask the programme to do. Plain types: forms fill them, decide.ts judges them, command-schema.ts holds them against input.
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
  PlannedAmount,
  Recognition,
  RecordKind,
  RecordState,
  ReportText,
  Settings,
  TaskStatus,
  UnitLink,
  VillageFact,
  VillageFactKey,
} from './facts.ts'
import type { CalendarYear } from './working-calendar.ts'

export type CommandData = {
  'add-village': {
    readonly village: string
    readonly name: string
    readonly plannedYear: number
    readonly links: readonly UnitLink[]
    readonly centre: readonly [number, number] | null
    readonly source: string
  }
  'link-village': {
    readonly village: string
    readonly unit: string
    readonly from: Day
    readonly reason: string | null
  }
  'record-village-fact': { readonly village: string; readonly fact: VillageFactKey } & VillageFact
  'set-village-milestone': {
    readonly village: string
    readonly milestone: string
    readonly title: string
    readonly plannedOn: Day | null
    readonly reachedOn: Day | null
  }
  'record-recognition': { readonly village: string } & Recognition
  'publish-criteria-set': { readonly set: CriteriaSet }
  'carry-over-results': {
    readonly from: string
    readonly to: string
    readonly pairs: readonly { readonly from: string; readonly to: string }[]
    readonly reason: string | null
  }
  'assess-indicator': {
    readonly village: string
    readonly set: string
    readonly indicator: string
    readonly step: AssessmentStep
    readonly outcome: Outcome
    readonly value: number | null
    readonly note: string | null
    readonly evidence: readonly EvidenceFile[]
  }
  /** `round` of a new dossier is the newest round plus one. */
  'move-dossier': {
    readonly village: string
    readonly round: number
    readonly set: string
    readonly to: DossierStage
    readonly on: Day
    readonly note: string | null
  }
  'update-task': {
    readonly task: string
    readonly status: TaskStatus
    readonly progress: number | null
    readonly text: string
    readonly files: readonly EvidenceFile[]
    readonly year: number | null
  }
  'request-task': { readonly task: string; readonly request: string; readonly text: string; readonly on: Day }
  'close-task-request': { readonly task: string; readonly request: string; readonly text: string; readonly on: Day }
  'set-task-deadline': { readonly task: string; readonly deadline: Deadline; readonly reason: string | null }
  'reach-plan-milestone': {
    readonly milestone: string
    readonly unit: string
    readonly on: Day
    readonly note: string | null
  }
  'plan-funding': {
    readonly village: string
    readonly source: string
    readonly year: number
    readonly kind: PlannedAmount
    readonly amount: Dong
    readonly note: string | null
  }
  'book-funding': {
    readonly village: string
    readonly source: string
    readonly year: number
    readonly kind: BookedAmount
    readonly amount: Dong
    readonly on: Day
    readonly document: string | null
    readonly note: string | null
  }
  'note-supervision': {
    readonly village: string | null
    readonly year: number
    readonly on: Day
    readonly text: string
  }
  /** The figures are the station's own, taken when it is submitted. */
  'submit-report': {
    readonly unit: string
    readonly period: string
    readonly texts: Readonly<Record<ReportText, string>>
  }
  'consolidate-reports': { readonly period: string; readonly text: string }
  'raise-obstacle': {
    /** Chosen by the sender, so that a repeated send is the same one. */
    readonly obstacle: string
    readonly kind: ObstacleKind
    readonly title: string
    readonly text: string
    readonly village: string | null
    readonly task: string | null
  }
  'move-obstacle': {
    readonly obstacle: string
    readonly to: 'assigned' | 'answered' | 'escalated' | 'resolved' | 'raised'
    /** Who must act now, for `assigned` and `escalated`. */
    readonly responsible: string | null
    readonly text: string
    readonly dueOn: Day | null
  }
  'set-record': {
    readonly record: string
    readonly kind: RecordKind
    readonly title: string
    readonly owner: string
    readonly state: RecordState
    readonly on: Day | null
    readonly village: string | null
    readonly note: string | null
  }
  'change-setting': {
    readonly [K in keyof Settings]: { readonly key: K; readonly value: Settings[K]; readonly reason: string | null }
  }[keyof Settings]
  'publish-calendar': { readonly year: CalendarYear }
}
export type CommandName = keyof CommandData
export type Command = { [N in CommandName]: { readonly command: N; readonly data: CommandData[N] } }[CommandName]

/** Who asks. There is no sign-in yet: the name is what the person said, and every list shows it as self-declared. */
export type CommandActor = { readonly name: string; readonly unit: string }

/** The body of POST /api/v1/programme/commands; the Idempotency-Key header goes with it. */
export type CommandRequest = Command & {
  readonly actor: CommandActor
  /** Version of the command's subject that the person saw (`state.versions`, 0 = nothing yet): another one is a conflict. */
  readonly expected: number
  /** Set by a simulated field, so that what it writes is marked everywhere. */
  readonly isSimulated?: boolean | undefined
}

/** Why a command isn't done; `field` names the part of `data` (or `actor.name`, `actor.unit`) that is wrong, null = the whole. */
export type Refusal = { readonly code: string; readonly field: string | null; readonly vi: string; readonly en: string }
