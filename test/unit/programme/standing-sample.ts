// The programme as it ships, with what people say on top of it, folded up to the end of a day: what the rules over time are
// tested on.
import { programmeSeed } from '../../../server/programme/seed.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import type { Day, Deadline, DossierStage, Settings, TaskStatus } from '../../../shared/programme/facts.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { type TaskStanding, taskStandings } from '../../../shared/programme/task-standing.ts'
import { unitsById } from '../../../shared/programme/units.ts'

export const registry = loadRegistry()
export const units = unitsById(registry.units)

/** What is said on a day, at a time of the province (09:00 unless said otherwise). */
export type Said = { readonly draft: EventDraft; readonly on: Day; readonly time: string }

const shipped = programmeSeed(registry).map(({ at, actor, draft }) => ({ at, actor, draft }))

/** The state at the end of a day: later words aren't known yet. */
export function stateOn(day: Day, said: readonly Said[] = []): ProgrammeState {
  const spoken = said.map(({ draft, on, time }) => ({ at: instant(on, time), actor: 'declared:Thử', draft }))
  const known = [...shipped, ...spoken].sort((a, b) => a.at - b.at).filter(({ at }) => at <= instant(day, '23:59'))
  return fold(
    EMPTY_STATE,
    known.map(({ at, actor, draft }, index) => ({ id: index + 1, at, actor, ...draft })),
  )
}

/** How one task of the plan stands at the end of a day. */
export function standing(task: string, day: string, said: readonly Said[] = []): TaskStanding {
  const found = taskStandings(stateOn(day, said), day).find(one => one.task.id === task)
  if (!found) throw new Error(task)
  return found
}

export const say = (on: Day, draft: EventDraft, time = '09:00'): Said => ({ draft, on, time })

export const update = (on: Day, task: string, status: TaskStatus, year: number | null = null, time = '09:00'): Said =>
  say(
    on,
    {
      type: 'programme.task-updated',
      subject: subjectOf.task(task),
      data: { status, progress: null, text: 'đã làm', files: [], unit: 'so-khcn', year },
    },
    time,
  )

export const ask = (on: Day, task: string, request: string): Said =>
  say(on, {
    type: 'programme.task-requested',
    subject: subjectOf.task(task),
    data: { request, text: 'đề nghị', unit: 'district-872', on },
  })

export const close = (on: Day, task: string, request: string): Said =>
  say(on, {
    type: 'programme.task-request-closed',
    subject: subjectOf.task(task),
    data: { request, text: 'đã xong', on },
  })

export const setDeadline = (on: Day, task: string, deadline: Deadline): Said =>
  say(on, {
    type: 'programme.task-deadline-set',
    subject: subjectOf.task(task),
    data: { deadline, reason: 'để thử' },
  })

export function setting<K extends keyof Settings>(on: Day, key: K, value: Settings[K]): Said {
  const data = { key, value, reason: null }
  // A key and a value of one setting are one of the union; TypeScript can't follow that through K.
  const draft = { type: 'programme.setting-changed', subject: subjectOf.setting(key), data } as unknown as EventDraft
  return say(on, draft)
}

export const move = (on: Day, village: string, to: DossierStage, round = 1): Said =>
  say(on, {
    type: 'programme.dossier-moved',
    subject: subjectOf.dossier(village, round),
    data: { village, round, set: 'qd-384-2023', to, on, unit: 'district-872', note: null },
  })

export const submit = (on: Day, unit: string, period: string): Said =>
  say(on, {
    type: 'programme.report-submitted',
    subject: subjectOf.report(unit, period),
    data: { unit, period, on, texts: { results: 'x', difficulties: '', proposals: '', next: '' }, figures: {} },
  })

const instant = (day: Day, time: string): number => Date.parse(`${day}T${time}:00+07:00`)
