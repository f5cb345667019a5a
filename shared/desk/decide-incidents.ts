// Judges what is asked of incidents: a span of time that is kept with its notes. Pure.
import type { DeskCommand, DeskCommandData } from './command.ts'
import { checkDeskText, checkSpan, type Decided, type DeskJudgement } from './decide-judgement.ts'
import { type DeskDraft, subjectOfIncident } from './event.ts'
import { DESK_LIMITS as LIMITS } from './limits.ts'
import type { Incident } from './state.ts'

type IncidentCommand = Extract<
  DeskCommand,
  {
    readonly command:
      | 'save-incident'
      | 'change-incident'
      | 'annotate-incident'
      | 'remove-annotation'
      | 'remove-incident'
  }
>

export function judgeIncident(j: DeskJudgement, request: IncidentCommand): Decided {
  const { state, refuse } = j
  const isNew = request.command === 'save-incident'
  const [field, id] = 'incident' in request.data ? ['incident', request.data.incident] : ['id', request.data.id]
  const held = state.incidents.get(id)
  if (isNew && held) refuse('id-used', field)
  if (!isNew && !held) refuse('incident-unknown', field)
  if (isNew && state.incidents.size >= LIMITS.incidents) refuse('too-many-incidents', null)
  return { event: draftOf(j, request, held, subjectOfIncident(id)), version: held?.version ?? 0 }
}

function draftOf(j: DeskJudgement, request: IncidentCommand, held: Incident | undefined, subject: string): DeskDraft {
  switch (request.command) {
    case 'save-incident':
      checkWords(j, request.data, held)
      return { type: 'desk.incident-saved', subject, data: request.data }
    case 'change-incident':
      checkWords(j, request.data, held)
      return { type: 'desk.incident-changed', subject, data: request.data }
    case 'annotate-incident':
      checkAnnotation(j, request.data, held)
      return { type: 'desk.incident-annotated', subject, data: request.data }
    case 'remove-annotation':
      if (held && !held.annotations.some(({ id }) => id === request.data.annotation))
        j.refuse('annotation-unknown', 'annotation')
      return { type: 'desk.annotation-removed', subject, data: request.data }
    case 'remove-incident':
      return { type: 'desk.incident-removed', subject, data: request.data }
    default:
      return request satisfies never
  }
}

function checkWords(j: DeskJudgement, data: DeskCommandData['save-incident'], held: Incident | undefined): void {
  const { from, to, title, text } = data
  checkDeskText(j, 'title', title)
  checkDeskText(j, 'text', text, 0)
  checkSpan(j, from, to, LIMITS.incidentMs)
  if (from > j.now + LIMITS.aheadMs) j.refuse('time-ahead', 'from')
  if (held?.annotations.some(({ at }) => at < from || at > to)) j.refuse('annotation-outside', 'from')
}

function checkAnnotation(
  j: DeskJudgement,
  { annotation, at, text }: DeskCommandData['annotate-incident'],
  held: Incident | undefined,
): void {
  checkDeskText(j, 'text', text)
  if (!held) return
  if (held.annotations.some(({ id }) => id === annotation)) j.refuse('id-used', 'annotation')
  if (held.annotations.length >= LIMITS.annotationsAnIncident) j.refuse('too-many-annotations', null)
  if (at < held.from || at > held.to) j.refuse('annotation-outside', 'at')
}
