// Entry sessions at kiosks: one person, one display, one unit, a quarter of an hour. Two secrets: one for as long as it runs, in memory
// only, and a ticket by which what was entered may still arrive when there was no line. Knows no HTTP.
import { isRunning, isSendable } from '../../shared/entry/entry.ts'
import { accessEvent } from '../access/access-event.ts'
import type { AccessRecords, EntryRecord, RecordChange } from '../access/records.ts'
import { hashToken, newToken } from '../registry/token.ts'

/** Of all kiosks in three days. */
export const MOST_ENTRIES = 2_000

export type EntryBeginning = Pick<EntryRecord, 'account' | 'name' | 'unit' | 'display' | 'pairedAt'>
export type EntryHow = 'pin' | 'code' | 'declared'
export type FoundEntry = { readonly id: string; readonly record: EntryRecord }
export type OpenedEntry = FoundEntry & { readonly session: string; readonly ticket: string }
export type EntryEnd = 'ended' | 'time' | 'revoked' | 'replaced'

export type EntrySessions = {
  /** What still runs at that display ends. Undefined = there is no room. */
  readonly open: (who: EntryBeginning, how: EntryHow, address: string) => Promise<OpenedEntry | undefined>
  /** While it runs. */
  readonly bySession: (session: string, display: string | undefined) => FoundEntry | undefined
  /** Also after it ended, for as long as what was entered in it may arrive. */
  readonly byTicket: (ticket: string, display: string | undefined) => FoundEntry | undefined
  /** @param isTicketNeeded something still waits to arrive */
  readonly end: (id: string, why: EntryEnd, isTicketNeeded: boolean) => Promise<void>
  /** Ends what has run out or was revoked, and forgets what nothing can arrive for any more. */
  readonly look: () => Promise<void>
}

export type EntrySessionsDeps = {
  readonly records: AccessRecords
  /** Whether its person and its display still may. */
  readonly isGood: (record: EntryRecord) => boolean
  readonly now: () => number
}

export function createEntrySessions({ records, isGood, now }: EntrySessionsDeps): EntrySessions {
  /** By the hash of the session's secret; a restart ends them all. */
  const running = new Map<string, string>()
  const put = (id: string, body: EntryRecord | null): RecordChange => ({ kind: 'entry', id, body })
  const actorOf = ({ account, name }: EntryRecord) => `${account === null ? 'declared' : 'person'}:${name}`
  const subjectOf = ({ account, display }: EntryRecord) =>
    account === null ? `display:${display}` : `account:${account}`
  const ended = (record: EntryRecord, why: EntryEnd, at: number) =>
    accessEvent('entry-ended', subjectOf(record), actorOf(record), { why, display: record.display }, at)
  const isForgotten = (record: EntryRecord) => !isSendable(record, now()) || !isGood(record)

  function forgetSession(id: string): void {
    for (const [secret, of] of running) if (of === id) running.delete(secret)
  }
  async function close(id: string, record: EntryRecord, why: EntryEnd, isTicketNeeded: boolean): Promise<void> {
    const at = now()
    await records.change(
      [put(id, isTicketNeeded ? { ...record, endedAt: at } : null)],
      record.endedAt === null ? [ended(record, why, at)] : [],
    )
    forgetSession(id)
  }
  const held = (id: string | undefined, display: string | undefined): FoundEntry | undefined => {
    const record = id === undefined ? undefined : records.get('entry', id)
    return id !== undefined && record && (display ?? record.display) === record.display && isGood(record)
      ? { id, record }
      : undefined
  }

  return {
    open: (who, how, address) =>
      records.inTurn(async () => {
        const here = [...records.all('entry')].filter(([, one]) => one.display === who.display && one.endedAt === null)
        for (const [id, record] of here) await close(id, record, 'replaced', true)
        if (records.all('entry').size >= MOST_ENTRIES) return undefined
        const [session, ticket] = [newToken(), newToken()]
        const id = hashToken(ticket)
        const record: EntryRecord = { ...who, openedAt: now(), endedAt: null }
        const { display, unit } = who
        const event = accessEvent(
          'entry-opened',
          subjectOf(record),
          actorOf(record),
          { display, unit, how, address },
          now(),
        )
        await records.change([put(id, record)], [event])
        running.set(hashToken(session), id)
        return { id, record, session, ticket }
      }),
    bySession(session, display) {
      const found = held(running.get(hashToken(session)), display)
      return found && isRunning(found.record, now()) ? found : undefined
    },
    byTicket(ticket, display) {
      const found = held(hashToken(ticket), display)
      return found && isSendable(found.record, now()) ? found : undefined
    },
    end: (id, why, isTicketNeeded) =>
      records.inTurn(async () => {
        const record = records.get('entry', id)
        if (record) await close(id, record, why, isTicketNeeded)
      }),
    async look() {
      const isDue = ([, record]: [string, EntryRecord]) =>
        isForgotten(record) || (record.endedAt === null && !isRunning(record, now()))
      if (![...records.all('entry')].some(isDue)) return
      await records.inTurn(async () => {
        for (const [id, record] of [...records.all('entry')].filter(isDue))
          await close(id, record, isGood(record) ? 'time' : 'revoked', !isForgotten(record))
      })
    },
  }
}
