// Events of who came in, who was turned away and who changed whose rights: one family of the chain. Never a password, code or token.
import { randomUUID } from 'node:crypto'
import type { NewEvent, Store } from '../store/store.ts'

export const ACCESS_FAMILY = 'access'

export const accessEvent = (
  name: string,
  subject: string,
  actor: string,
  data: Readonly<Record<string, unknown>>,
  at: number,
): NewEvent => ({ at, actor, type: `${ACCESS_FAMILY}.${name}`, subject, data })

/** So many of one kind from one place in a minute; what comes beyond is counted and said with the next one. */
const MOST_A_MINUTE = 20
const MINUTE_MS = 60_000
const MOST_KEYS = 1_000

export type Attempts = {
  /** Writes down what was refused; whoever repeats it without end can't fill the disk with it. */
  readonly note: (
    name: string,
    subject: string,
    actor: string,
    about: { readonly address: string } & Readonly<Record<string, unknown>>,
  ) => void
}

export function createAttempts(deps: {
  readonly store: Pick<Store, 'appendEvents'>
  readonly now: () => number
  readonly onTrouble: (error: Error) => void
}): Attempts {
  const { store, now, onTrouble } = deps
  const windows = new Map<string, { since: number; count: number; silent: number }>()
  return {
    note(name, subject, actor, about) {
      const at = now()
      const key = `${name} ${about.address}`
      const held = windows.get(key)
      const one = held && at - held.since < MINUTE_MS ? held : { since: at, count: 0, silent: held?.silent ?? 0 }
      windows.delete(key)
      windows.set(key, one)
      if (windows.size > MOST_KEYS) windows.delete(windows.keys().next().value as string)
      one.count++
      if (one.count > MOST_A_MINUTE) {
        one.silent++
        return
      }
      const data = one.silent > 0 ? { ...about, unwritten: one.silent } : about
      one.silent = 0
      const command = randomUUID()
      store
        .appendEvents({
          events: [accessEvent(name, subject, actor, data, at)],
          expected: [],
          key: command,
          fingerprint: command,
        })
        .catch(onTrouble)
    },
  }
}
