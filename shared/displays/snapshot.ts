// The displays as JSON and back, for the snapshot that a screen loads before the tail of events. Pure.
import { type PackedTables, packTables, unpackTables } from '../map-json.ts'
import type { DisplayState } from './state.ts'

/** Raised when the shape of the state changes. */
export const DISPLAY_SNAPSHOT_VERSION = 1

export type DisplaySnapshot = {
  readonly version: number
  readonly hash: string
  readonly state: PackedTables<DisplayState>
}

export const packDisplays = (state: DisplayState, hash: string): DisplaySnapshot => ({
  version: DISPLAY_SNAPSHOT_VERSION,
  hash,
  state: packTables(state),
})

/** Undefined when it is of another version. Trusts the station that wrote it. */
export const unpackDisplays = ({ version, state }: DisplaySnapshot): DisplayState | undefined =>
  version === DISPLAY_SNAPSHOT_VERSION ? unpackTables<DisplayState>(state) : undefined
