// The state of the displays after their events, the same code in the station and on every screen. Pure; trusts what was checked before
// it was appended. An event of a newer station is passed over.
import type { AnyEvent } from '../programme/event.ts'
import type { DisplayEventData, DisplayEventType } from './event.ts'
import type { DisplayState } from './state.ts'

type Change<T extends DisplayEventType> = (state: DisplayState, data: DisplayEventData[T], id: number) => DisplayState

const CHANGES: { readonly [T in DisplayEventType]: Change<T> } = {
  'display.profile-saved': (state, { profile }, version) => ({
    ...state,
    profiles: new Map(state.profiles).set(profile.id, { profile, version }),
  }),
  'display.profile-removed': (state, { profile }) => ({ ...state, profiles: without(state.profiles, profile) }),
  'display.assigned': (state, assigned, version) => ({
    ...state,
    displays: new Map(state.displays).set(assigned.display, { ...assigned, version }),
  }),
  'display.forgotten': (state, { display }) => ({ ...state, displays: without(state.displays, display) }),
}

export function foldDisplays(state: DisplayState, events: readonly AnyEvent[]): DisplayState {
  return events.reduce((before, { id, at, type, data }) => {
    const change = (CHANGES as Readonly<Record<string, Change<DisplayEventType> | undefined>>)[type]
    const after = change ? change(before, data as DisplayEventData[DisplayEventType], id) : before
    return { ...after, lastId: id, lastAt: at }
  }, state)
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const left = new Map(map)
  left.delete(key)
  return left
}
