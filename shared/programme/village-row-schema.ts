// Rows of the lists about villages, criteria and assessment, as they cross HTTP. Null = unknown. Texts of units come with
// their id: a name without an id is nobody's, an id without a name is a unit that nobody carries on that day.
import { z } from 'zod'
import { INDICATOR_FIELDS } from './criteria.ts'
import { ASSESSMENT_STEPS, DOSSIER_STAGES } from './facts.ts'

const day = z.iso.date().nullable()
const text = z.string().nullable()
const count = z.int().nullable()
/** Who wrote it down and when; `simulated:…` writes only in a demonstration. */
export const originSchema = {
  by: z.string().nullable(),
  /** Epoch milliseconds. */
  at: z.number().nullable(),
  isSimulated: z.boolean(),
} as const

export const outcomeSchema = z.enum(['met', 'not-met'])
const step = z.enum(ASSESSMENT_STEPS)
const stepOutcome = outcomeSchema.nullable()

export const villageRowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  order: z.int(),
  plannedYear: z.int(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  /** The commune it belongs to. */
  unit: text,
  unitName: text,
  /** Who does the district step; null = nobody. */
  districtStep: text,
  districtStepName: text,
  recognition: z.enum(['recognised', 'withdrawn', 'unknown']),
  recognisedOn: day,
  /** What `recognisedOn` is the day of. */
  recognitionBasis: z.enum(['decided', 'reported', 'dossier', 'recorded']).nullable(),
  recognitionDecision: text,
  recognitionConfidence: text,
  recognitionSource: text,
  set: text,
  met: count,
  notMet: count,
  open: count,
  total: count,
  dossierRound: count,
  dossierStage: z.enum(DOSSIER_STAGES).nullable(),
  dossierUsedDays: count,
  dossierDueOn: day,
  dossierIsLate: z.boolean().nullable(),
  forecast: z.enum(['recognised', 'expected', 'no-basis']),
  forecastOn: day,
  forecastIsCertain: z.boolean().nullable(),
  blockingIndicator: text,
  blockingTitle: text,
  blockingOwner: text,
  blockingOwnerName: text,
  blockingDays: count,
  hamlets: text,
  workingGroup: text,
  operatingTeam: text,
  operatingRegulation: text,
  speciality: text,
  organisation: text,
  ocopProduct: text,
  ocopStars: z.number().nullable(),
  ...originSchema,
})
export type VillageRow = z.infer<typeof villageRowSchema>

export const villageFactRowSchema = z.strictObject({
  fact: z.string(),
  value: z.union([z.string(), z.number()]).nullable(),
  on: day,
  document: text,
  source: z.string(),
  confidence: z.string(),
  ...originSchema,
})
export type VillageFactRow = z.infer<typeof villageFactRowSchema>

export const criteriaSetRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  decision: text,
  issuedOn: day,
  validFrom: z.iso.date(),
  /** Exclusive. */
  validTo: day,
  illustrative: z.boolean(),
  inUse: z.boolean(),
  isLapsed: z.boolean(),
  groups: z.int(),
  /** Whose text is at hand. */
  indicators: z.int(),
  knownIndicatorCount: count,
  predecessor: text,
  source: z.string(),
  note: text,
  ...originSchema,
})
export type CriteriaSetRow = z.infer<typeof criteriaSetRowSchema>

/** One indicator in two sets. */
export const comparisonRowSchema = z.strictObject({
  change: z.enum(['same', 'changed', 'added', 'removed']),
  before: text,
  after: text,
  titleBefore: text,
  titleAfter: text,
  targetBefore: text,
  targetAfter: text,
  ownerBefore: text,
  ownerAfter: text,
  fields: z.array(z.enum(INDICATOR_FIELDS)),
  /** Its results may be carried over. */
  mayCarryOver: z.boolean(),
})
export type ComparisonRow = z.infer<typeof comparisonRowSchema>

/** One indicator of one village. */
export const indicatorRowSchema = z.strictObject({
  village: z.string(),
  villageName: z.string(),
  set: z.string(),
  illustrative: z.boolean(),
  indicator: z.string(),
  position: z.int(),
  group: z.string(),
  criterion: z.string(),
  title: z.string(),
  target: z.string(),
  owner: text,
  ownerName: text,
  /** By the furthest step that has a result; null = nobody assessed it. */
  outcome: outcomeSchema.nullable(),
  step: step.nullable(),
  value: z.number().nullable(),
  note: text,
  evidence: count,
  assessedBy: text,
  assessedByName: text,
  carriedFrom: text,
  self: stepOutcome,
  district: stepOutcome,
  department: stepOutcome,
  consolidation: stepOutcome,
  recognition: stepOutcome,
  eventId: count,
  ...originSchema,
})
export type IndicatorRow = z.infer<typeof indicatorRowSchema>

export const dossierRowSchema = z.strictObject({
  village: z.string(),
  villageName: z.string(),
  round: z.int(),
  set: z.string(),
  stage: z.enum(DOSSIER_STAGES),
  since: z.iso.date(),
  unit: z.string(),
  unitName: text,
  note: text,
  clock: z.enum(['not-started', 'running', 'paused', 'finished']),
  usedDays: z.int(),
  leftDays: z.int(),
  dueOn: day,
  isLate: z.boolean(),
  /** False when days were counted through a year whose calendar isn't known. */
  isCertain: z.boolean(),
  eventId: z.int(),
  ...originSchema,
})
export type DossierRow = z.infer<typeof dossierRowSchema>
