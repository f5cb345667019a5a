// From a command of the desk to the event it makes, or the reasons why not. Pure: the same judgement in the form and in the station.
import { checkPerson } from '../alarms/decide-person.ts'
import type { CommandActor, Refusal } from '../programme/command.ts'
import type { DeskCommandData, DeskCommandRequest } from './command.ts'
import { judgeIncident } from './decide-incidents.ts'
import { checkDeskText, checkSpan, type Decided, type DeskJudgement, type DeskScene } from './decide-judgement.ts'
import { subjectOfEntry, subjectOfShift, subjectOfView } from './event.ts'
import { DESK_LIMITS as LIMITS, OWN_ADDRESS } from './limits.ts'
import { deskRefusalOf, type RefuseDesk } from './refusal.ts'

export type DeskDecision =
  | ({ readonly kind: 'event' } & Decided)
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
export function decideDeskCommand(scene: DeskScene, request: DeskCommandRequest): DeskDecision {
  const refusals: Refusal[] = []
  const refusePerson = (field: string, person: CommandActor) =>
    checkPerson(scene, person, refusal =>
      refusals.push({ ...refusal, field: refusal.field?.replace(/^actor/, field) ?? null }),
    )
  refusePerson('actor', request.actor)
  const refuse: RefuseDesk = (code, field, ...about) => refusals.push(deskRefusalOf(code, field, ...about))
  const decided = judge({ ...scene, actor: request.actor, refuse, refusePerson }, request)
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'event', ...decided }
}

function judge(j: DeskJudgement, request: DeskCommandRequest): Decided {
  switch (request.command) {
    case 'write-log-entry':
      return writeEntry(j, request.data)
    case 'correct-log-entry':
      return correctEntry(j, request.data)
    case 'hand-over-shift':
      return handOver(j, request.data)
    case 'take-over-shift':
      return takeOver(j, request.data)
    case 'save-view':
      return saveView(j, request.data)
    case 'remove-view': {
      const { id } = request.data
      const held = j.state.views.get(id)
      if (!held) j.refuse('view-unknown', 'id')
      return {
        event: { type: 'desk.view-removed', subject: subjectOfView(id), data: request.data },
        version: held?.version ?? 0,
      }
    }
    case 'save-incident':
    case 'change-incident':
    case 'annotate-incident':
    case 'remove-annotation':
    case 'remove-incident':
      return judgeIncident(j, request)
    default:
      return request satisfies never
  }
}

function writeEntry(j: DeskJudgement, data: DeskCommandData['write-log-entry']): Decided {
  const { state, now, refuse } = j
  if (state.entries.has(data.id)) refuse('id-used', 'id')
  checkDeskText(j, 'text', data.text)
  if (data.happenedAt > now + LIMITS.aheadMs) refuse('time-ahead', 'happenedAt')
  if (data.happenedAt < now - LIMITS.lateMs) refuse('time-past', 'happenedAt')
  if (new Set(data.alarms).size < data.alarms.length) refuse('alarm-twice', 'alarms')
  return { event: { type: 'desk.entry-written', subject: subjectOfEntry(data.id), data }, version: 0 }
}

function correctEntry(j: DeskJudgement, data: DeskCommandData['correct-log-entry']): Decided {
  const { state, refuse } = j
  const held = state.entries.get(data.entry)
  if (!held) refuse('entry-unknown', 'entry')
  else if (held.corrections.length >= LIMITS.correctionsAnEntry) refuse('too-many-corrections', 'entry')
  else if ((held.corrections.at(-1)?.text ?? held.text) === data.text) refuse('same-text', 'text')
  checkDeskText(j, 'text', data.text)
  const subject = subjectOfEntry(data.entry)
  return { event: { type: 'desk.entry-corrected', subject, data }, version: held?.version ?? 0 }
}

const isSame = (a: CommandActor, b: CommandActor): boolean => nameOf(a) === nameOf(b) && a.unit === b.unit
const nameOf = ({ name }: CommandActor): string => name.normalize('NFC').trim().toLocaleLowerCase('vi')

function handOver(j: DeskJudgement, data: DeskCommandData['hand-over-shift']): Decided {
  const { state, now, refuse, refusePerson } = j
  if (state.shifts.has(data.id)) refuse('id-used', 'id')
  checkSpan(j, data.from, data.to, LIMITS.shiftMs)
  if (data.to > now + LIMITS.beforeEndMs) refuse('time-ahead', 'to')
  if (data.to < now - LIMITS.lateMs) refuse('time-past', 'to')
  checkDeskText(j, 'text', data.text)
  refusePerson('outgoing', data.outgoing)
  refusePerson('incoming', data.incoming)
  if (isSame(data.outgoing, data.incoming)) refuse('same-person', 'incoming.name')
  return { event: { type: 'desk.shift-handed-over', subject: subjectOfShift(data.id), data }, version: 0 }
}

function takeOver({ state, actor, refuse }: DeskJudgement, data: DeskCommandData['take-over-shift']): Decided {
  const held = state.shifts.get(data.id)
  if (!held) refuse('shift-unknown', 'id')
  else if (held.taken) refuse('shift-taken', 'id')
  else if (isSame(held.outgoing, actor)) refuse('own-shift', 'actor.name')
  const subject = subjectOfShift(data.id)
  return { event: { type: 'desk.shift-taken-over', subject, data }, version: held?.version ?? 0 }
}

function saveView(j: DeskJudgement, data: DeskCommandData['save-view']): Decided {
  const { state, refuse } = j
  const held = state.views.get(data.id)
  if (!held && state.views.size >= LIMITS.views) refuse('too-many-views', null)
  checkDeskText(j, 'name', data.name)
  if (!OWN_ADDRESS.test(data.address)) refuse('address-foreign', 'address')
  const event = { type: 'desk.view-saved', subject: subjectOfView(data.id), data } as const
  return { event, version: held?.version ?? 0 }
}
