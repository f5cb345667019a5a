// The alarms as JSON and back, for the one compressed snapshot that a screen loads before the tail of events. Pure.
import { type PackedTables, packTables, unpackTables } from '../map-json.ts'
import type { AlarmState } from './state.ts'

/** Raised when the shape of the state changes: a screen of another version asks for a new page. */
export const ALARM_SNAPSHOT_VERSION = 1

export type AlarmSnapshot = {
  readonly version: number
  /** Hash of the event `state.lastId`: tells a restored log from the one the snapshot was made of. Empty = no event yet. */
  readonly hash: string
  readonly state: PackedTables<AlarmState>
}

export const packAlarms = (state: AlarmState, hash: string): AlarmSnapshot => ({
  version: ALARM_SNAPSHOT_VERSION,
  hash,
  state: packTables(state),
})

/** Undefined when it is of another version. Trusts the station that wrote it. */
export const unpackAlarms = ({ version, state }: AlarmSnapshot): AlarmState | undefined =>
  version === ALARM_SNAPSHOT_VERSION ? unpackTables<AlarmState>(state) : undefined
