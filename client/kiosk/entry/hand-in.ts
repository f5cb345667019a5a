// Hands what a form made to the queue and waits a little for what the station says: an officer who is refused should read it in the form.
import type { EntryCommand, EntryDeed } from '../../../shared/entry/entry.ts'
import { subjectOfCommand } from '../../../shared/programme/subject-of-command.ts'
import { newKey } from '../../programme/send-command.ts'
import type { EntryDesk } from './entry-desk.ts'
import { type EntryFault, type QueuedEntry, type QueueFull, whyFull } from './queue-state.ts'
import type { ReducedPhotograph } from './reduce-photograph.ts'

const PATIENCE_MS = 5_000

export type HandedIn =
  | { readonly kind: 'done' | 'waiting' | 'conflict' }
  /** It isn't in the queue. */
  | { readonly kind: 'refused'; readonly faults: readonly EntryFault[] }
  | { readonly kind: 'full'; readonly why: QueueFull }
  | { readonly kind: 'failed' }

export type EntryToHandIn = {
  readonly entry: EntryCommand
  readonly deed: EntryDeed
  readonly about: string
  /** Of the subject, as the choices had it. */
  readonly version: number
  readonly photographs: readonly ReducedPhotograph[]
}

export async function handIn(desk: EntryDesk, isLineUp: boolean, made: EntryToHandIn): Promise<HandedIn> {
  const { running } = desk.session.standing()
  const queue = desk.queue()
  if (!running || !queue) return { kind: 'failed' }
  const photographs = made.photographs.map(({ name, bytes }) => ({ name, bytes: bytes.length }))
  const why = whyFull(queue.queue(), photographs)
  if (why) return { kind: 'full', why }
  const id = newKey()
  const subject = subjectOfCommand(made.entry)
  await queue.add(
    {
      id,
      key: newKey(),
      entry: made.entry,
      deed: made.deed,
      about: made.about,
      subject,
      who: running.name,
      ticket: running.ticket,
      enteredAt: Math.round(desk.session.now()),
      sendableUntil: running.sendableUntil,
      wasOffline: !isLineUp,
      photographs,
      seen: Math.max(made.version, desk.ownVersion(subject)),
    },
    made.photographs.map(({ bytes }) => bytes),
  )
  if (!isLineUp) return { kind: 'waiting' }
  const left = await settled(desk, id)
  if (!left) return { kind: 'done' }
  if (left.standing.kind !== 'refused') return { kind: left.standing.kind }
  await queue.drop(id)
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
