// The desk as JSON and back, for the snapshot that a screen loads before the tail of events. Pure.
import { type PackedTables, packTables, unpackTables } from '../map-json.ts'
import type { DeskState } from './state.ts'

/** Raised when the shape of the state changes. */
export const DESK_SNAPSHOT_VERSION = 1

export type DeskSnapshot = {
  readonly version: number
  readonly hash: string
  readonly state: PackedTables<DeskState>
}

export const packDesk = (state: DeskState, hash: string): DeskSnapshot => ({
  version: DESK_SNAPSHOT_VERSION,
  hash,
  state: packTables(state),
})

/** Undefined when it is of another version. Trusts the station that wrote it. */
export const unpackDesk = ({ version, state }: DeskSnapshot): DeskState | undefined =>
  version === DESK_SNAPSHOT_VERSION ? unpackTables<DeskState>(state) : undefined
