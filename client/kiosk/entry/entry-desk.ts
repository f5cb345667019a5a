// The one desk of this page: the session that runs and the queue, made when first asked for. Everything else is handed to it.
import { displayId } from '../../displays/display-id.ts'
import { createListeners } from '../../live/listeners.ts'
import { BROWSER_CLOCK } from '../../live/live-store.ts'
import { newKey } from '../../programme/send-command.ts'
import { onKioskWipe } from '../kiosk-wipe.ts'
import { openSealedStore } from '../offline/sealed-store.ts'
import { createEntryQueue, type QueueKeeping, type QueueRunner } from './entry-queue.ts'
import { createEntrySession, type EntrySession } from './entry-session.ts'
import { pageKeeping, sealedKeeping } from './queue-keeping.ts'
import type { EntryQueue } from './queue-state.ts'
import { sendEntry } from './send-entry.ts'

export type EntryDesk = {
  readonly session: EntrySession
  /** Undefined until it was found out where it lies. */
  readonly queue: () => QueueRunner | undefined
  readonly entries: () => EntryQueue
  readonly onChange: (listener: () => void) => () => void
  /** Whether what is entered outlives the page: else nothing is taken while there is no line. */
  readonly canWait: () => boolean
  /** The newest version of a subject that this kiosk itself made; 0 = none. */
  readonly ownVersion: (subject: string) => number
  readonly end: () => void
}

let desk: EntryDesk | undefined
const NOTHING: EntryQueue = []

export function entryDesk(): EntryDesk {
  desk ??= createDesk()
  return desk
}

/** Undefined where nobody has asked for it yet: a page without entries has none. */
export const madeDesk = (): EntryDesk | undefined => desk

function createDesk(): EntryDesk {
  const changed = createListeners<void>()
  const session = createEntrySession()
  const versions = new Map<string, number>()
  let queue: QueueRunner | undefined
  let canWait = false

  async function keeping(): Promise<QueueKeeping> {
    const sealed = await openSealedStore(displayId()).catch(() => undefined)
    canWait = sealed !== undefined
    return sealed ? sealedKeeping(sealed) : pageKeeping()
  }
  void keeping().then(kept => {
    queue = createEntryQueue({ keeping: kept, send: sendEntry, newKey, clock: BROWSER_CLOCK, now: session.now })
    queue.onChange(() => changed.tell())
    queue.onAnswer((subject, outcome) => {
      if (outcome.kind === 'done') versions.set(subject, outcome.version)
      // Also after a conflict: what somebody else made of it stands beside one's own.
      void session.refresh()
    })
    queue.run()
    window.addEventListener('online', queue.hurry)
    changed.tell()
  })
  session.onChange(() => changed.tell())

  const entries = () => queue?.queue() ?? NOTHING
  const end = () => {
    const ticket = session.standing().running?.ticket
    session.end(entries().some(one => one.ticket === ticket))
  }
  // Nobody is there any more.
  onKioskWipe(end)
  return {
    session,
    queue: () => queue,
    entries,
    onChange: changed.add,
    canWait: () => canWait,
    ownVersion: subject => versions.get(subject) ?? 0,
    end,
  }
}
