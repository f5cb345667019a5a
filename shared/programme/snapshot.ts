// A state as JSON and back, for the one compressed snapshot that a screen loads before the tail of events. Pure.
import type { ProgrammeState } from './state.ts'

/** Raised when the shape of the state changes: a screen of another version asks for a new page. */
export const SNAPSHOT_VERSION = 1

type Packed = { readonly [K in keyof ProgrammeState]: unknown }
export type ProgrammeSnapshot = {
  readonly version: number
  /** Hash of the event `state.lastId`: tells a restored log from the one the snapshot was made of. Empty = no event yet. */
  readonly hash: string
  readonly state: Packed
}

const TABLE = '$map'

export function packState(state: ProgrammeState, hash: string): ProgrammeSnapshot {
  const packed = Object.entries(state).map(([key, value]) => [
    key,
    value instanceof Map ? { [TABLE]: [...value] } : value,
  ])
  return { version: SNAPSHOT_VERSION, hash, state: Object.fromEntries(packed) as Packed }
}

/** Undefined when it is of another version. Trusts the station that wrote it. */
export function unpackState({ version, state }: ProgrammeSnapshot): ProgrammeState | undefined {
  if (version !== SNAPSHOT_VERSION) return undefined
  const unpacked = Object.entries(state).map(([key, value]) => [key, isTable(value) ? new Map(value[TABLE]) : value])
  return Object.fromEntries(unpacked) as ProgrammeState
}

const isTable = (value: unknown): value is { readonly [TABLE]: readonly (readonly [unknown, unknown])[] } =>
  typeof value === 'object' && value !== null && TABLE in value
