// What a screen reader is told of new alarms: high ones at once, others when there is a pause, and never faster than one can listen.
// Knows no component; time is handed in.
import { createListeners } from '../../live/listeners.ts'

/** Between two announcements of one kind. */
export const SPACING_MS = 6_000
/** Named one by one; the others are counted. */
export const MAX_NAMED = 3

export type Announcement = { readonly urgent: string; readonly polite: string }
type Kind = keyof Announcement

type Deps = {
  readonly after: (ms: number, run: () => void) => () => void
  /** "và 7 cảnh báo khác" */
  readonly others: (count: number) => string
}

export function createAnnouncer({ after, others }: Deps) {
  const changed = createListeners<void>()
  const waiting: Record<Kind, { named: string[]; count: number }> = {
    urgent: { named: [], count: 0 },
    polite: { named: [], count: 0 },
  }
  const timers = new Map<Kind, () => void>()
  let said: Announcement = { urgent: '', polite: '' }

  const say = (kind: Kind, text: string) => {
    said = { ...said, [kind]: text }
    changed.tell()
  }
  const flush = (kind: Kind) => {
    const { named, count } = waiting[kind]
    timers.delete(kind)
    if (count === 0) {
      // Said again later, the same words must be a change.
      say(kind, '')
      return
    }
    waiting[kind] = { named: [], count: 0 }
    const rest = count - named.length
    say(kind, [...named, ...(rest > 0 ? [others(rest)] : [])].join('. '))
    timers.set(
      kind,
      after(SPACING_MS, () => flush(kind)),
    )
  }

  return {
    tell: (kind: Kind, text: string) => {
      const held = waiting[kind]
      held.count += 1
      if (held.named.length < MAX_NAMED) held.named.push(text)
      // What comes in the same moment is said together.
      if (!timers.has(kind))
        timers.set(
          kind,
          after(0, () => flush(kind)),
        )
    },
    said: (): Announcement => said,
    onChange: changed.add,
    stop: () => {
      for (const stop of timers.values()) stop()
      timers.clear()
    },
  }
}
export type Announcer = ReturnType<typeof createAnnouncer>
