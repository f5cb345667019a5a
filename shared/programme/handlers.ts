// The shape of an area's part of the fold: one handler for each of its event types.
import type { Draft } from './draft.ts'
import type { EventType, ProgrammeEvent } from './event.ts'

export type EventOf<T extends EventType> = Extract<ProgrammeEvent, { type: T }>
export type Handlers<T extends EventType> = { readonly [K in T]: (draft: Draft, event: EventOf<K>) => void }

/** `village:my-dong` → `my-dong`. */
export const idIn = (subject: string): string => subject.slice(subject.indexOf(':') + 1)
