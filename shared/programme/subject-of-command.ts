// What a command is about: the subject whose version its sender must have seen. Pure; one line for each command.
import type { Command, CommandData, CommandName } from './command.ts'
import { subjectOf } from './event.ts'

const SUBJECTS: { readonly [N in CommandName]: (data: CommandData[N]) => string } = {
  'add-village': data => subjectOf.village(data.village),
  'link-village': data => subjectOf.village(data.village),
  'record-village-fact': data => subjectOf.village(data.village),
  'set-village-milestone': data => subjectOf.village(data.village),
  'record-recognition': data => subjectOf.village(data.village),
  'publish-criteria-set': data => subjectOf.criteriaSet(data.set.id),
  'carry-over-results': data => subjectOf.carryOver(data.from, data.to),
  'assess-indicator': data => subjectOf.result(data.village, data.set, data.indicator),
  'move-dossier': data => subjectOf.dossier(data.village, data.round),
  'update-task': data => subjectOf.task(data.task),
  'request-task': data => subjectOf.task(data.task),
  'close-task-request': data => subjectOf.task(data.task),
  'set-task-deadline': data => subjectOf.task(data.task),
  'reach-plan-milestone': data => subjectOf.planMilestone(data.milestone, data.unit),
  'plan-funding': data => subjectOf.funding(data.village, data.source, data.year),
  'book-funding': data => subjectOf.funding(data.village, data.source, data.year),
  'note-supervision': data => subjectOf.supervision(data.village, data.year),
  'submit-report': data => subjectOf.report(data.unit, data.period),
  'consolidate-reports': data => subjectOf.consolidation(data.period),
  'raise-obstacle': data => subjectOf.obstacle(data.obstacle),
  'move-obstacle': data => subjectOf.obstacle(data.obstacle),
  'set-record': data => subjectOf.record(data.record),
  'change-setting': data => subjectOf.setting(data.key),
  'publish-calendar': data => subjectOf.calendar(data.year.year),
}

/** The subject that `CommandRequest.expected` speaks of; read its version from `state.versions`. */
export function subjectOfCommand({ command, data }: Command): string {
  // Name and data belong together; TypeScript can't follow that through the table.
  return (SUBJECTS[command] as (data: unknown) => string)(data)
}
