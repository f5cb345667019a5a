// The state of the desk after its events, the same code in the station and on every screen. Pure; trusts what was checked before it was
// appended. An event of a newer station is passed over.
import type { AnyEvent, EventHead } from '../programme/event.ts'
import type { DeskEventData, DeskEventType } from './event.ts'
import { DESK_LIMITS } from './limits.ts'
import type { DeskState, Incident, LogEntry, SharedView, Shift } from './state.ts'

type Tables = {
  readonly entries: Map<string, LogEntry>
  readonly shifts: Map<string, Shift>
  readonly views: Map<string, SharedView>
  readonly incidents: Map<string, Incident>
}
type TableName = keyof Tables
/** A table to write in: copied when it is first written, so that many events copy it once. */
type Open = <K extends TableName>(name: K) => Tables[K]
type Change<T extends DeskEventType> = (open: Open, data: DeskEventData[T], event: EventHead) => void

const CHANGES: { readonly [T in DeskEventType]: Change<T> } = {
  'desk.entry-written': (open, data, { id, at, actor }) => {
    const entry = { ...data, by: actor, writtenAt: at, corrections: [], version: id }
    keepNewest(open('entries').set(data.id, entry), DESK_LIMITS.entries)
  },
  'desk.entry-corrected': (open, { entry, text }, { id, at, actor }) =>
    change(open('entries'), entry, held => ({
      ...held,
      corrections: [...held.corrections, { text, by: actor, at }],
      version: id,
    })),
  'desk.shift-handed-over': (open, data, { id, at, actor }) => {
    const shift = { ...data, by: actor, handedOverAt: at, taken: null, version: id }
    keepNewest(open('shifts').set(data.id, shift), DESK_LIMITS.shifts)
  },
  'desk.shift-taken-over': (open, data, { id, at, actor }) =>
    change(open('shifts'), data.id, held => ({ ...held, taken: { by: actor, at }, version: id })),
  'desk.view-saved': (open, data, { id, at, actor }) => {
    open('views').set(data.id, { ...data, by: actor, savedAt: at, version: id })
  },
  'desk.view-removed': (open, { id }) => {
    open('views').delete(id)
  },
  'desk.incident-saved': (open, data, { id, at, actor }) => {
    open('incidents').set(data.id, { ...data, by: actor, savedAt: at, annotations: [], version: id })
  },
  'desk.incident-changed': (open, data, { id }) =>
    change(open('incidents'), data.id, held => ({ ...held, ...data, version: id })),
  'desk.incident-annotated': (open, { incident, annotation, at, text }, event) =>
    change(open('incidents'), incident, held => ({
      ...held,
      annotations: [...held.annotations, { id: annotation, at, text, by: event.actor, writtenAt: event.at }].sort(
        (a, b) => a.at - b.at,
      ),
      version: event.id,
    })),
  'desk.annotation-removed': (open, { incident, annotation }, { id }) =>
    change(open('incidents'), incident, held => ({
      ...held,
      annotations: held.annotations.filter(one => one.id !== annotation),
      version: id,
    })),
  'desk.incident-removed': (open, { id }) => {
    open('incidents').delete(id)
  },
}

export function foldDesk(from: DeskState, events: readonly AnyEvent[]): DeskState {
  const tables: Partial<Record<TableName, unknown>> = {}
  const open: Open = <K extends TableName>(name: K) => {
    tables[name] ??= new Map(from[name] as ReadonlyMap<string, unknown>)
    // The copy has the type it was copied from; TypeScript can't follow that through the key.
    return tables[name] as Tables[K]
  }
  for (const event of events) {
    const take = (CHANGES as Readonly<Record<string, Change<DeskEventType> | undefined>>)[event.type]
    take?.(open, event.data as DeskEventData[DeskEventType], event)
  }
  const last = events.at(-1)
  return last ? { ...from, ...(tables as Partial<Tables>), lastId: last.id, lastAt: last.at } : from
}

function change<T>(table: Map<string, T>, id: string, to: (held: T) => T): void {
  const held = table.get(id)
  // One that fell out of what is kept stays out.
  if (held !== undefined) table.set(id, to(held))
}

function keepNewest(table: Map<string, unknown>, most: number): void {
  const [oldest] = table.keys()
  if (table.size > most && oldest !== undefined) table.delete(oldest)
}
