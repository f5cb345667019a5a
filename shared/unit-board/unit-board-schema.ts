// A unit's board as it crosses HTTP: everything of one unit and nothing of another. Null = unknown.
import { z } from 'zod'
import { PRIORITIES } from '../alarms/rule.ts'
import { ALARM_STATES } from '../alarms/state.ts'
import { villageRowSchema } from '../programme/village-row-schema.ts'
import { milestoneRowSchema, obstacleRowSchema, reportRowSchema, taskRowSchema } from '../programme/work-row-schema.ts'
import { sourceSchema } from '../reading.ts'
import { bilingualSchema, unitSchema } from '../registry.ts'
import { citizenNoteSchema } from './citizens-schema.ts'

const text = z.string().nullable()
const origin = { by: true, at: true, isSimulated: true } as const

const boardTaskSchema = taskRowSchema
  .pick({
    id: true,
    title: true,
    leadName: true,
    deadline: true,
    deadlineText: true,
    isDeadlineSet: true,
    status: true,
    progress: true,
    mark: true,
    dueOn: true,
    daysLeft: true,
    doneLateDays: true,
    silentDays: true,
    isCertain: true,
    text: true,
    eventId: true,
    ...origin,
  })
  .extend({
    /** `unassigned`: it was the district's, and nobody carries it on. */
    part: z.enum(['lead', 'partner', 'unassigned']),
  })
export type BoardTask = z.infer<typeof boardTaskSchema>

const boardMilestoneSchema = milestoneRowSchema.omit({ unit: true })
export type BoardMilestone = z.infer<typeof boardMilestoneSchema>

const boardReportSchema = reportRowSchema.pick({
  period: true,
  span: true,
  year: true,
  cutoff: true,
  dueOn: true,
  unitName: true,
  mark: true,
  submittedOn: true,
  lateDays: true,
  eventId: true,
  isSimulated: true,
})
export type BoardReport = z.infer<typeof boardReportSchema>

const boardObstacleSchema = obstacleRowSchema.omit({ unit: true, unitName: true, responsible: true, moves: true })
export type BoardObstacle = z.infer<typeof boardObstacleSchema>

const boardVillageSchema = villageRowSchema.pick({
  id: true,
  name: true,
  plannedYear: true,
  recognition: true,
  recognisedOn: true,
  recognitionBasis: true,
  set: true,
  met: true,
  notMet: true,
  open: true,
  total: true,
  dossierStage: true,
  dossierDueOn: true,
  dossierIsLate: true,
  isSimulated: true,
})
export type BoardVillage = z.infer<typeof boardVillageSchema>

const boardAlarmSchema = z.strictObject({
  id: z.string(),
  standing: z.enum(ALARM_STATES),
  priority: z.enum(PRIORITIES),
  level: z.string(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  unit: z.string(),
  measuredAt: z.number(),
  since: z.number(),
  acknowledgedAt: z.number().nullable(),
  /** Whom it was given to; a unit of another place is null. */
  assigned: z.strictObject({ name: z.string(), unit: text }).nullable(),
  /** Who acts by the rule, and what is to be done. */
  responder: bilingualSchema.nullable(),
  action: bilingualSchema.nullable(),
  title: bilingualSchema,
  rule: bilingualSchema.nullable(),
  village: text,
  device: text,
  series: text,
  quantity: text,
  source: sourceSchema,
})
export type BoardAlarm = z.infer<typeof boardAlarmSchema>

const boardStationSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  village: z.string(),
  lon: z.number(),
  lat: z.number(),
  source: sourceSchema,
  series: z.array(
    z.strictObject({ id: z.string(), quantity: z.string(), unit: z.string(), intervalMs: z.number().nullable() }),
  ),
})
export type BoardStation = z.infer<typeof boardStationSchema>

export const unitBoardSchema = z.strictObject({
  unit: unitSchema.pick({ id: true, name: true, kind: true }),
  /** The districts of the plan that its villages lay in. */
  districts: z.array(z.string()),
  /** The province's day that it stands for. */
  day: z.iso.date(),
  villages: z.array(z.strictObject({ id: z.string(), name: z.string(), plannedYear: z.int(), unitName: text })),
  stations: z.array(boardStationSchema),
  offers: z.array(citizenNoteSchema),
  /** Null for a display in a public place. */
  work: z
    .strictObject({
      villages: z.array(boardVillageSchema),
      tasks: z.array(boardTaskSchema),
      milestones: z.array(boardMilestoneSchema),
      reports: z.array(boardReportSchema),
      obstacles: z.array(boardObstacleSchema),
      alarms: z.array(boardAlarmSchema),
    })
    .nullable(),
})
export type UnitBoard = z.infer<typeof unitBoardSchema>
export type UnitWork = NonNullable<UnitBoard['work']>
