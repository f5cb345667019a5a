// What people at the centre write down. Plain types; decide.ts judges them, command-schema.ts holds them against input.
import type { CommandActor } from '../programme/command.ts'

export const ENTRY_KINDS = ['note', 'phone', 'visit', 'measure'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Every `id` is made by whoever writes (limits.ts) and never used twice. Times are epoch milliseconds. */
export type DeskCommandData = {
  'write-log-entry': {
    readonly id: string
    readonly text: string
    readonly happenedAt: number
    readonly village: string | null
    /** Ids of alarms. */
    readonly alarms: readonly string[]
    readonly kind: EntryKind
  }
  /** The first text stays readable beside it. */
  'correct-log-entry': { readonly entry: string; readonly text: string }
  'hand-over-shift': {
    readonly id: string
    readonly from: number
    readonly to: number
    readonly text: string
    readonly outgoing: CommandActor
    readonly incoming: CommandActor
  }
  /** By whoever takes over: anybody but the one who handed over. */
  'take-over-shift': { readonly id: string }
  /** Shared with everybody; a view kept for oneself stays in one's browser and never comes here. One that stands is replaced. */
  'save-view': { readonly id: string; readonly name: string; readonly address: string }
  'remove-view': { readonly id: string }
  'save-incident': IncidentWords & { readonly id: string }
  'change-incident': IncidentWords & { readonly id: string }
  'annotate-incident': {
    readonly incident: string
    readonly annotation: string
    readonly at: number
    readonly text: string
  }
  'remove-annotation': { readonly incident: string; readonly annotation: string }
  'remove-incident': { readonly id: string }
}
export type IncidentWords = {
  readonly title: string
  readonly from: number
  readonly to: number
  readonly village: string | null
  readonly text: string
}
export type DeskCommandName = keyof DeskCommandData
export type DeskCommand = {
  [N in DeskCommandName]: { readonly command: N; readonly data: DeskCommandData[N] }
}[DeskCommandName]
export type DeskCommandRequest = DeskCommand & {
  readonly actor: CommandActor
  readonly isSimulated?: boolean
}
