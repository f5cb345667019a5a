// What a command of the desk is judged on, and the checks that several commands share. Pure.
import type { CommandActor } from '../programme/command.ts'
import { hasText, hasUnseen } from '../programme/decide-values.ts'
import type { Units } from '../programme/units.ts'
import type { DeskDraft } from './event.ts'
import type { RefuseDesk } from './refusal.ts'
import type { DeskState } from './state.ts'

export type DeskScene = { readonly state: DeskState; readonly units: Units; readonly now: number }
export type Decided = {
  readonly event: DeskDraft
  /** Of the event's subject, as it was seen. */
  readonly version: number
}
/** What a judgement is made on. */
export type DeskJudgement = DeskScene & {
  readonly actor: CommandActor
  readonly refuse: RefuseDesk
  readonly refusePerson: (field: string, person: CommandActor) => void
}

export function checkDeskText({ refuse }: Pick<DeskJudgement, 'refuse'>, field: string, text: string, min = 1): void {
  if (min > 0 && !hasText(text)) refuse('text-empty', field)
  if (hasUnseen(text)) refuse('text-characters', field)
}

export function checkSpan({ refuse }: Pick<DeskJudgement, 'refuse'>, from: number, to: number, most: number): void {
  if (to <= from) refuse('span-order', 'to')
  else if (to - from > most) refuse('span-long', 'to', most)
}
