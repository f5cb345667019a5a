// Rows of the lists about work: tasks, milestones, money, reports, obstacles, records, calendar, settings. Null = unknown.
import { z } from 'zod'
import { OBSTACLE_KINDS, OBSTACLE_STATES, RECORD_KINDS, RECORD_STATES, REPORT_SPANS, TASK_STATUSES } from './facts.ts'
import { TASK_MARKS } from './task-standing.ts'
import { originSchema } from './village-row-schema.ts'

const day = z.iso.date().nullable()
const text = z.string().nullable()
const count = z.int().nullable()
const rate = z.number().nullable()

export const DEADLINE_KINDS = [
  'day',
  'month',
  'quarter',
  'yearly',
  'periodic',
  'ongoing',
  'on-request',
  'by-plan',
  'working-days',
  'unknown',
] as const

export const taskRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  lead: z.string(),
  /** Null = nobody carries it on. */
  leadName: text,
  partners: z.array(z.string()),
  deadline: z.enum(DEADLINE_KINDS),
  /** The plan's words. */
  deadlineText: z.string(),
  /** The plan's deadline was replaced. */
  isDeadlineSet: z.boolean(),
  status: z.enum(TASK_STATUSES).nullable(),
  progress: z.number().nullable(),
  mark: z.enum(TASK_MARKS),
  dueOn: day,
  daysLeft: count,
  doneLateDays: count,
  silentDays: count,
  isCertain: z.boolean(),
  text,
  updates: z.int(),
  openRequests: z.int(),
  eventId: count,
  ...originSchema,
})
export type TaskRow = z.infer<typeof taskRowSchema>

export const milestoneRowSchema = z.strictObject({
  kind: z.enum(['plan', 'village']),
  milestone: z.string(),
  title: z.string(),
  unit: text,
  unitName: text,
  village: text,
  villageName: text,
  plannedOn: day,
  reachedOn: day,
  mark: z.enum(['done', 'overdue', 'due-soon', 'on-track', 'no-date']),
  note: text,
  eventId: count,
  ...originSchema,
})
export type MilestoneRow = z.infer<typeof milestoneRowSchema>

/** Whole đồng; null = nobody said. */
const dong = z.int().nullable()
export const fundingRowSchema = z.strictObject({
  village: z.string(),
  villageName: text,
  source: z.string(),
  sourceTitle: text,
  year: z.int(),
  need: dong,
  allocated: dong,
  disbursed: dong,
  settled: dong,
  disbursements: z.int(),
  settlements: z.int(),
  lastBookedOn: day,
  /** The last event about it. */
  eventId: count,
  isSimulated: z.boolean(),
})
export type FundingRow = z.infer<typeof fundingRowSchema>

export const supervisionRowSchema = z.strictObject({
  /** Null = the whole province. */
  village: text,
  villageName: text,
  year: z.int(),
  on: z.iso.date(),
  unit: z.string(),
  unitName: text,
  text: z.string(),
  notes: z.int(),
  eventId: z.int(),
  ...originSchema,
})
export type SupervisionRow = z.infer<typeof supervisionRowSchema>

export const reportRowSchema = z.strictObject({
  period: z.string(),
  span: z.enum(REPORT_SPANS),
  year: z.int(),
  cutoff: z.iso.date(),
  dueOn: z.iso.date(),
  /** Null = nobody is named. */
  unit: text,
  unitName: text,
  formerly: text,
  formerlyName: text,
  mark: z.enum(['on-time', 'late', 'missing', 'due-soon', 'not-due', 'nobody']),
  submittedOn: day,
  lateDays: count,
  results: text,
  difficulties: text,
  proposals: text,
  next: text,
  eventId: count,
  ...originSchema,
})
export type ReportRow = z.infer<typeof reportRowSchema>

export const consolidationRowSchema = z.strictObject({
  period: z.string(),
  on: z.iso.date(),
  unit: z.string(),
  unitName: text,
  text: z.string(),
  reports: z.int(),
  reporters: z.array(z.string()),
  eventId: z.int(),
  ...originSchema,
})
export type ConsolidationRow = z.infer<typeof consolidationRowSchema>

export const timelinessRowSchema = z.strictObject({
  unit: z.string(),
  unitName: text,
  expected: z.int(),
  received: z.int(),
  onTime: z.int(),
  /** 0 to 1; null = none was expected yet. */
  rate,
  onTimeRate: rate,
})
export type TimelinessRow = z.infer<typeof timelinessRowSchema>

export const obstacleRowSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(OBSTACLE_KINDS),
  title: z.string(),
  text: z.string(),
  unit: z.string(),
  unitName: text,
  village: text,
  villageName: text,
  task: text,
  state: z.enum(OBSTACLE_STATES),
  responsible: text,
  responsibleName: text,
  raisedOn: z.iso.date(),
  dueOn: day,
  ageDays: z.int(),
  waitingDays: count,
  isOverdue: z.boolean(),
  lastText: z.string(),
  moves: z.int(),
  eventId: z.int(),
  ...originSchema,
})
export type ObstacleRow = z.infer<typeof obstacleRowSchema>

export const recordRowSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(RECORD_KINDS),
  title: z.string(),
  owner: z.string(),
  ownerName: text,
  state: z.enum(RECORD_STATES),
  on: day,
  village: text,
  villageName: text,
  note: text,
  eventId: z.int(),
  ...originSchema,
})
export type RecordRow = z.infer<typeof recordRowSchema>

export const calendarRowSchema = z.strictObject({
  year: z.int(),
  date: z.iso.date(),
  kind: z.enum(['holiday', 'exchanged-off', 'working-saturday']),
  name: text,
  source: z.string(),
  confidence: z.enum(['confirmed', 'reported']),
})
export type CalendarRow = z.infer<typeof calendarRowSchema>

export const settingRowSchema = z.strictObject({
  key: z.string(),
  value: z.unknown(),
  /** Nobody changed it: the system's own. */
  isDefault: z.boolean(),
  eventId: count,
  ...originSchema,
})
export type SettingRow = z.infer<typeof settingRowSchema>
