// What of a unit's board somebody must look at now, worst first, and which days come next. Pure.
import { daysBetween } from '../../shared/programme/working-calendar.ts'
import type {
  BoardAlarm,
  BoardObstacle,
  BoardReport,
  BoardTask,
  BoardVillage,
  UnitWork,
} from '../../shared/unit-board/unit-board-schema.ts'

export type Matter =
  | { readonly kind: 'alarm'; readonly alarm: BoardAlarm }
  | { readonly kind: 'task'; readonly task: BoardTask }
  | { readonly kind: 'report'; readonly report: BoardReport }
  | { readonly kind: 'obstacle'; readonly obstacle: BoardObstacle }
  | { readonly kind: 'dossier'; readonly village: BoardVillage }

/** The same as long as it is about the same thing. */
export function keyOfMatter(matter: Matter): string {
  switch (matter.kind) {
    case 'alarm':
      return `alarm ${matter.alarm.id}`
    case 'task':
      return `task ${matter.task.id}`
    case 'report':
      return `report ${matter.report.period}`
    case 'obstacle':
      return `obstacle ${matter.obstacle.id}`
    case 'dossier':
      return `dossier ${matter.village.id}`
    default:
      return matter satisfies never
  }
}

/** Alarms first, by their urgency, and what one of them is about not again; then what is late, by how long; what another leads, or nobody, isn't this unit's to hurry. */
export function mattersOf({ alarms, tasks, reports, obstacles, villages }: UnitWork, day: string): readonly Matter[] {
  /** By the target in its id: shared/alarms/target.ts. */
  const isAlarmed = (target: RegExp) => alarms.some(({ id }) => target.test(id))
  const late = [
    ...tasks.flatMap(task =>
      task.part === 'lead' && task.mark === 'overdue' && !isAlarmed(new RegExp(`:task:${task.id}$`))
        ? [{ days: -(task.daysLeft ?? 0), matter: { kind: 'task', task } as const }]
        : [],
    ),
    ...reports.flatMap(report =>
      report.mark === 'missing' && !isAlarmed(new RegExp(`:report:[^:]+:${report.period}$`))
        ? [{ days: report.lateDays ?? 0, matter: { kind: 'report', report } as const }]
        : [],
    ),
    ...obstacles.flatMap(obstacle =>
      obstacle.isOverdue && obstacle.dueOn !== null
        ? [{ days: daysBetween(obstacle.dueOn, day), matter: { kind: 'obstacle', obstacle } as const }]
        : [],
    ),
    ...villages.flatMap(village =>
      village.dossierIsLate === true &&
      village.dossierDueOn !== null &&
      !isAlarmed(new RegExp(`:dossier:${village.id}:`))
        ? [{ days: daysBetween(village.dossierDueOn, day), matter: { kind: 'dossier', village } as const }]
        : [],
    ),
  ]
  return [
    ...alarms.map(alarm => ({ kind: 'alarm', alarm }) as const),
    ...late.toSorted((a, b) => b.days - a.days).map(({ matter }) => matter),
  ]
}

export type Next = { readonly on: string; readonly days: number } & (
  | { readonly kind: 'task'; readonly task: BoardTask }
  | { readonly kind: 'report'; readonly report: BoardReport }
  | { readonly kind: 'milestone'; readonly title: string; readonly village: string | null }
  | { readonly kind: 'dossier'; readonly village: BoardVillage }
)

/** Days that are still to come, or are today, nearest first. */
export function nextOf({ tasks, reports, milestones, villages }: UnitWork, day: string): readonly Next[] {
  const at = (on: string) => ({ on, days: daysBetween(day, on) })
  const all: readonly Next[] = [
    ...tasks.flatMap(task =>
      task.dueOn !== null && task.daysLeft !== null && task.part === 'lead'
        ? [{ ...at(task.dueOn), kind: 'task', task } as const]
        : [],
    ),
    ...reports.flatMap(report =>
      report.mark === 'due-soon' || report.mark === 'not-due'
        ? [{ ...at(report.dueOn), kind: 'report', report } as const]
        : [],
    ),
    ...milestones.flatMap(({ plannedOn, reachedOn, title, villageName }) =>
      plannedOn !== null && reachedOn === null
        ? [{ ...at(plannedOn), kind: 'milestone', title, village: villageName } as const]
        : [],
    ),
    ...villages.flatMap(village =>
      village.dossierDueOn === null ? [] : [{ ...at(village.dossierDueOn), kind: 'dossier', village } as const],
    ),
  ]
  return all.filter(({ days }) => days >= 0).toSorted((a, b) => a.days - b.days)
}
