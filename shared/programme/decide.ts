// From a command to the events it makes, or to the reasons why not. Pure: the same judgement in a form before sending and in the
// station before appending. Knows no store; versions are compared by the store itself.
import type { CommandName, CommandRequest, Refusal } from './command.ts'
import { checkActorName, checkActorUnit } from './decide-actor.ts'
import { judgeAssessment } from './decide-assessment.ts'
import { judgeCriteria } from './decide-criteria.ts'
import { judgeDossier } from './decide-dossier.ts'
import { judgeFunding } from './decide-funding.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { judgeObstacles } from './decide-obstacles.ts'
import { judgeRecords } from './decide-records.ts'
import { judgeReports } from './decide-reports.ts'
import { judgeSettings } from './decide-settings.ts'
import { judgeTasks } from './decide-tasks.ts'
import { judgeVillages } from './decide-villages.ts'
import type { EventDraft } from './event.ts'
import { refusalOf } from './refusal.ts'
import type { ProgrammeState } from './state.ts'
import { subjectOfCommand } from './subject-of-command.ts'
import type { Units } from './units.ts'

export type DecideContext = {
  readonly state: ProgrammeState
  readonly units: Units
  /** The province's calendar day now. */
  readonly today: string
}
export type Decision =
  | {
      readonly kind: 'accepted'
      /** What the expected version is about. */
      readonly subject: string
      readonly events: readonly EventDraft[]
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

export type Decide = (context: DecideContext, request: CommandRequest) => Decision

/** One entry for each command there is: the compiler insists. */
const JUDGES: Judges<CommandName> = {
  ...judgeVillages,
  ...judgeCriteria,
  ...judgeAssessment,
  ...judgeDossier,
  ...judgeTasks,
  ...judgeFunding,
  ...judgeReports,
  ...judgeObstacles,
  ...judgeRecords,
  ...judgeSettings,
}

/** Refusals are all there are, not only the first; those of the actor come first. */
export const decide: Decide = ({ state, units, today }, request) => {
  const refusals: Refusal[] = []
  const refuse: Judgement['refuse'] = (code, field, ...about) => {
    const refusal = refusalOf(code, field, ...about)
    // Two checks may come upon the same thing; it is said once.
    if (!refusals.some(one => one.code === code && one.field === field && one.en === refusal.en)) refusals.push(refusal)
  }
  const asked = { state, units, today, actor: request.actor, refuse }
  checkActorName(asked)
  const unit = checkActorUnit(asked)
  // Name and data belong together; TypeScript can't follow that through the table.
  const judge = JUDGES[request.command] as (judgement: Judgement, data: unknown) => readonly EventDraft[]
  const events = judge({ ...asked, unit }, request.data)
  return refusals.length > 0
    ? { kind: 'refused', refusals }
    : { kind: 'accepted', subject: subjectOfCommand(request), events }
}
