// What was written down at the centre comes to: the log, the shifts, shared views and incidents. `by` is the line of an actor, `version`
// the id of the last event about it, times are epoch milliseconds.
import type { CommandActor } from '../programme/command.ts'
import type { DeskCommandData, IncidentWords } from './command.ts'

export type Correction = { readonly text: string; readonly by: string; readonly at: number }
export type LogEntry = DeskCommandData['write-log-entry'] & {
  readonly by: string
  readonly writtenAt: number
  /** Oldest first; the last one is what is true now, `text` what was written first. */
  readonly corrections: readonly Correction[]
  readonly version: number
}
export type Shift = {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly text: string
  readonly outgoing: CommandActor
  readonly incoming: CommandActor
  readonly by: string
  readonly handedOverAt: number
  /** Null = nobody has yet. */
  readonly taken: { readonly by: string; readonly at: number } | null
  readonly version: number
}
export type SharedView = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly by: string
  readonly savedAt: number
  readonly version: number
}
export type Annotation = {
  readonly id: string
  readonly at: number
  readonly text: string
  readonly by: string
  readonly writtenAt: number
}
export type Incident = IncidentWords & {
  readonly id: string
  readonly by: string
  readonly savedAt: number
  /** In the order of their time. */
  readonly annotations: readonly Annotation[]
  readonly version: number
}
export type DeskState = {
  readonly lastId: number
  readonly lastAt: number
  /** In the order they were written, the newest DESK_LIMITS.entries. */
  readonly entries: ReadonlyMap<string, LogEntry>
  /** In the order they were handed over, the newest DESK_LIMITS.shifts. */
  readonly shifts: ReadonlyMap<string, Shift>
  readonly views: ReadonlyMap<string, SharedView>
  readonly incidents: ReadonlyMap<string, Incident>
}
export const EMPTY_DESK_STATE: DeskState = {
  lastId: 0,
  lastAt: 0,
  entries: new Map(),
  shifts: new Map(),
  views: new Map(),
  incidents: new Map(),
}
