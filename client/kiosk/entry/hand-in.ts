// Hands what a form made to the queue and waits a little for what the station says: an officer who is refused should read it in the form.
import type { EntryCommand, EntryDeed } from '../../../shared/entry/entry.ts'
import { subjectOfCommand } from '../../../shared/programme/subject-of-command.ts'
import { newKey } from '../../programme/send-command.ts'
import type { EntryDesk } from './entry-desk.ts'
import { type Amendment, type EntryFault, type QueuedEntry, type QueueFull, whyFull } from './queue-state.ts'
import type { ReducedPhotograph } from './reduce-photograph.ts'

const PATIENCE_MS = 5_000

export type HandedIn =
  | { readonly kind: 'done' | 'waiting' | 'conflict' }
  /** It isn't in the queue, or is held up there as it was before. */
  | { readonly kind: 'refused'; readonly faults: readonly EntryFault[] }
  | { readonly kind: 'full'; readonly why: QueueFull }
  | { readonly kind: 'failed' }
  /** What it was to take the place of isn't held up any more. */
  | { readonly kind: 'settled' }

export type EntryToHandIn = {
  readonly entry: EntryCommand
  readonly deed: EntryDeed
  readonly about: string
  /** Of the subject, as the choices had it. */
  readonly version: number
  readonly photographs: readonly ReducedPhotograph[]
  /** The entry of the queue that this takes the place of. */
  readonly insteadOf: string | undefined
}

export async function handIn(desk: EntryDesk, isLineUp: boolean, made: EntryToHandIn): Promise<HandedIn> {
  const { running } = desk.session.standing()
  const queue = desk.queue()
  if (!running || !queue) return { kind: 'failed' }
  const { insteadOf } = made
  const photographs = made.photographs.map(({ name, bytes }) => ({ name, bytes: bytes.length }))
  const others = queue.queue().filter(one => one.id !== insteadOf)
  const why = whyFull(others, photographs)
  if (why) return { kind: 'full', why }
  const id = insteadOf ?? newKey()
  const subject = subjectOfCommand(made.entry)
  const bytes = made.photographs.map(one => one.bytes)
  const typed: Amendment = {
    entry: made.entry,
    about: made.about,
    who: running.name,
    ticket: running.ticket,
    enteredAt: Math.round(desk.session.now()),
    sendableUntil: running.sendableUntil,
    wasOffline: !isLineUp,
    photographs,
    seen: Math.max(made.version, desk.ownVersion(subject)),
  }
  if (insteadOf === undefined) await queue.add({ ...typed, id, key: newKey(), deed: made.deed, subject }, bytes)
  else if (!(await queue.amend(insteadOf, typed, bytes))) return { kind: 'settled' }
  if (!isLineUp) return { kind: 'waiting' }
  const left = await settled(desk, id)
  if (!left) return { kind: 'done' }
  if (left.standing.kind !== 'refused') return { kind: left.standing.kind }
  // One that had a place in the queue before keeps it: whoever walks away now loses nothing.
  if (insteadOf === undefined) await queue.drop(id)
  return { kind: 'refused', faults: left.standing.faults }
}

/** The entry as it stands once the station has answered, or after a while; undefined = the station has it. */
function settled(desk: EntryDesk, id: string): Promise<QueuedEntry | undefined> {
  const find = () => desk.entries().find(one => one.id === id)
  return new Promise(resolve => {
    const finish = () => {
      stop()
      clearTimeout(waiting)
      resolve(find())
    }
    const look = () => {
      if (find()?.standing.kind !== 'waiting') finish()
    }
    const stop = desk.onChange(look)
    const waiting = setTimeout(finish, PATIENCE_MS)
    look()
  })
}
