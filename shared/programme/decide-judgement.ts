// What a check of a command is given, and how it says no. An area's checks say all that is wrong, not only the first.

import type { Unit } from '../registry.ts'
import type { CommandActor, CommandData, CommandName } from './command.ts'
import type { DecideContext } from './decide.ts'
import type { EventDraft } from './event.ts'
import type { RefusalAbout, RefusalCode } from './refusal.ts'

export type Judgement = DecideContext & {
  readonly actor: CommandActor
  /** The actor's unit; undefined when it can't act today, which has been refused already. */
  readonly unit: Unit | undefined
  /** `field` as in CommandData, with dots into lists and parts (`links.0.unit`); null = the whole. */
  readonly refuse: <C extends RefusalCode>(code: C, field: string | null, ...about: RefusalAbout<C>) => void
}

/** The events of a command; they count only when nothing was refused, so a check that refused may answer with none. */
export type Judge<N extends CommandName> = (judgement: Judgement, data: CommandData[N]) => readonly EventDraft[]
export type Judges<N extends CommandName> = { readonly [K in N]: Judge<K> }
