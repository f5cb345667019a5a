// A state made of tables (maps) as JSON and back: what a screen loads before the tail of events. Pure; knows no family's state.
const TABLE = '$map'

/** Every field of a state as JSON can hold it. */
export type PackedTables<State> = { readonly [K in keyof State]: unknown }

export function packTables<State extends object>(state: State): PackedTables<State> {
  const packed = Object.entries(state).map(([key, value]) => [
    key,
    value instanceof Map ? { [TABLE]: [...value] } : value,
  ])
  return Object.fromEntries(packed) as PackedTables<State>
}

/** Trusts whoever packed it: that it is of this shape the snapshot's version says. */
export function unpackTables<State extends object>(packed: PackedTables<State>): State {
  const unpacked = Object.entries(packed).map(([key, value]) => [key, isTable(value) ? new Map(value[TABLE]) : value])
  return Object.fromEntries(unpacked) as State
}

const isTable = (value: unknown): value is { readonly [TABLE]: readonly (readonly [unknown, unknown])[] } =>
  typeof value === 'object' && value !== null && TABLE in value
