// A state being folded: each table is copied once, when it is first written, and then written in place. That makes the fold pure
// from outside and linear inside: 100,000 events copy a table once, not 100,000 times.
import type { ProgrammeState } from './state.ts'

type Tables = {
  [K in keyof ProgrammeState as ProgrammeState[K] extends ReadonlyMap<infer _Key, infer _Value>
    ? K
    : never]: ProgrammeState[K]
}
export type TableName = keyof Tables
type Writable<T> = T extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : never

export type Draft = {
  /** What stands now, for reading. */
  readonly state: ProgrammeState
  readonly table: <K extends TableName>(name: K) => Writable<ProgrammeState[K]>
  /** Replaces what isn't a table. */
  readonly set: (change: Partial<Omit<ProgrammeState, TableName>>) => void
}

export function draftOf(from: ProgrammeState): Draft {
  const state: { -readonly [K in keyof ProgrammeState]: ProgrammeState[K] } = { ...from }
  const owned = new Set<TableName>()
  return {
    state,
    table<K extends TableName>(name: K) {
      if (!owned.has(name)) {
        owned.add(name)
        // The copy has the type it was copied from; TypeScript can't follow that through the key.
        Object.assign(state, { [name]: new Map(state[name] as ReadonlyMap<unknown, unknown>) })
      }
      return state[name] as unknown as Writable<ProgrammeState[K]>
    },
    set: change => Object.assign(state, change),
  }
}
