// A state as JSON and back, for the one compressed snapshot that a screen loads before the tail of events. Pure.
import { type PackedTables, packTables, unpackTables } from '../map-json.ts'
import type { ProgrammeState } from './state.ts'

/** Raised when the shape of the state changes: a screen of another version asks for a new page. */
export const SNAPSHOT_VERSION = 1

export type ProgrammeSnapshot = {
  readonly version: number
  /** Hash of the event `state.lastId`: tells a restored log from the one the snapshot was made of. Empty = no event yet. */
  readonly hash: string
  readonly state: PackedTables<ProgrammeState>
}

export const packState = (state: ProgrammeState, hash: string): ProgrammeSnapshot => ({
  version: SNAPSHOT_VERSION,
  hash,
  state: packTables(state),
})

/** Undefined when it is of another version. Trusts the station that wrote it. */
export const unpackState = ({ version, state }: ProgrammeSnapshot): ProgrammeState | undefined =>
  version === SNAPSHOT_VERSION ? unpackTables<ProgrammeState>(state) : undefined
