// An officer's entry session at a kiosk: what may be entered in it, for how long, and until when what was entered may still arrive. Pure.
import type { Command } from '../programme/command.ts'
import { LIMITS } from '../programme/decide-limits.ts'

/** What a session can do; each is one form of the kiosk. */
export const ENTRY_DEEDS = ['update-task', 'assess', 'report', 'obstacle', 'evidence'] as const
export type EntryDeed = (typeof ENTRY_DEEDS)[number]

export const ENTRY_COMMANDS = ['update-task', 'assess-indicator', 'submit-report', 'raise-obstacle'] as const
export type EntryCommandName = (typeof ENTRY_COMMANDS)[number]
export type EntryCommand = Extract<Command, { readonly command: EntryCommandName }>

/** However busy somebody is: a kiosk stands where anybody may walk up to it. */
export const ENTRY_LIFE_MS = 15 * 60_000
/** How long after the session what was entered in it may arrive: a weekend without a line. */
export const TICKET_LIFE_MS = 72 * 3_600_000
/** Between two clocks that were compared over a slow line. */
export const CLOCK_SLACK_MS = 10_000
/** A code on the kiosk that an officer scans. */
export const ENTRY_CODE_LIFE_MS = 2 * 60_000

export type EntryWindow = {
  readonly openedAt: number
  /** Null = it was never said to be over: it ended by itself. */
  readonly endedAt: number | null
}

export const closesAt = ({ openedAt, endedAt }: EntryWindow): number =>
  Math.min(endedAt ?? Number.POSITIVE_INFINITY, openedAt + ENTRY_LIFE_MS)

/** Whether it may still be entered in. */
export const isRunning = (window: EntryWindow, now: number): boolean => now < closesAt(window)

/** Whether what was entered at that time was entered in the session; nothing arrives before it was entered. */
export const wasWithin = (window: EntryWindow, enteredAt: number, now: number): boolean =>
  enteredAt >= window.openedAt - CLOCK_SLACK_MS &&
  enteredAt <= closesAt(window) + CLOCK_SLACK_MS &&
  enteredAt <= now + CLOCK_SLACK_MS

/** Whether what was entered may still arrive. */
export const isSendable = (window: EntryWindow, now: number): boolean =>
  now <= window.openedAt + ENTRY_LIFE_MS + TICKET_LIFE_MS

/**
 * The same entry with a remark of when it was entered, for one that waited for the line: an event's own time is when it arrived.
 * Only where people write in words, and only where there is room; the same for the same entry, however often it is sent.
 * @param words of the time of entry
 */
export function withRemark(entry: EntryCommand, words: string): EntryCommand {
  switch (entry.command) {
    case 'update-task':
    case 'raise-obstacle': {
      const text = joined(entry.data.text, words, LIMITS.text.max)
      // One of two kinds: the compiler doesn't keep name and data together here.
      return { ...entry, data: { ...entry.data, text } } as EntryCommand
    }
    case 'assess-indicator':
      return { ...entry, data: { ...entry.data, note: joined(entry.data.note ?? '', words, LIMITS.note.max) } }
    case 'submit-report':
      // A report is frozen as it was written.
      return entry
    default:
      return entry satisfies never
  }
}

function joined(text: string, words: string, max: number): string {
  const whole = text.trim() === '' ? words : `${text.trimEnd()}\n${words}`
  return whole.length <= max ? whole : text
}
