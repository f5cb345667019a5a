// Whether this display may come in: asks the station who it is at the start, now and then, and whenever its link broke. What a display
// that was shut out had kept is wiped. Knows no React.
import type { Me } from '../../shared/access/api-schema.ts'
import { holdMe } from '../access/me.ts'
import { linkLost } from '../live/link-lost.ts'
import { createListeners } from '../live/listeners.ts'
import { adoptId, forgetId } from './display-id.ts'
import { wipeKept } from './wipe-kept.ts'

const PATH = '/api/v1/access/me'
/** Also the display's sign of life, and when its token is renewed. */
const REFRESH_MS = 60_000
const RETRY_MS = 1_000
const ANSWER_WITHIN_MS = 5_000
const PAUSE_MS = 300
/** Kept by a browser that was let in once. */
const KEY = 'dai-sen.paired'
/** Who this display was when the station last said so: for a start without a line. No secret is in it. */
const LAST = 'dai-sen.last-me'

export type OwnAccess = {
  /** Undefined until the station has answered once; the last answer holds while it is away. */
  readonly me: () => Me | undefined
  readonly onChange: (listener: () => void) => () => void
  readonly ask: () => Promise<void>
  /** Asks on; returns the way to stop. */
  readonly run: () => () => void
}

export const isOut = (me: Me): boolean => me.mode === 'required' && me.who.kind === 'nobody'

/** @param onShutOut what else must not outlive the pairing */
export function createOwnAccess(onShutOut: () => void): OwnAccess {
  const changed = createListeners<void>()
  let me: Me | undefined
  /** What is held is only what was last known. */
  let isLast = false
  let asking: Promise<void> | undefined
  let askedAt = Number.NEGATIVE_INFINITY

  function take(next: Me): void {
    isLast = false
    holdMe(next)
    if (next.who.kind === 'display') {
      adoptId(next.who.display)
      keep(KEY, 'yes')
    }
    if (isLasting(next)) keep(LAST, JSON.stringify({ ...next, formSecret: null }))
    if (isOut(next) && wasPaired()) {
      wipeKept()
      forgetId()
      onShutOut()
    }
    if (JSON.stringify(next) === JSON.stringify(me)) return
    me = next
    changed.tell()
  }
  function takeLast(): void {
    const last = kept(LAST)
    if (last === null) return
    me = JSON.parse(last) as Me
    isLast = true
    holdMe(me)
    changed.tell()
  }
  async function fetchMe(): Promise<void> {
    askedAt = performance.now()
    const response = await fetch(PATH, { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    if (response.ok) take((await response.json()) as Me)
  }
  const ask = (): Promise<void> => {
    asking ??= fetchMe()
      .catch(() => {
        // The station is away: whatever it shows is marked as old by those who show it.
        if (!me) takeLast()
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }

  return {
    me: () => me,
    onChange: changed.add,
    ask,
    run() {
      let hurrying: ReturnType<typeof setTimeout> | undefined
      const refreshing = setInterval(() => void ask(), REFRESH_MS)
      const retrying = setInterval(() => {
        if (!me || isLast) void ask()
      }, RETRY_MS)
      const stop = linkLost.add(() => {
        clearTimeout(hurrying)
        hurrying = setTimeout(() => void ask(), Math.max(0, askedAt + PAUSE_MS - performance.now()))
      })
      void ask()
      return () => {
        stop()
        clearTimeout(hurrying)
        clearInterval(refreshing)
        clearInterval(retrying)
      }
    },
  }
}

/** A display, or where nobody signs in: a person is gone when the line is. */
const isLasting = ({ who }: Me): boolean => who.kind === 'display' || who.kind === 'local'

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Where nothing can be kept there is nothing to wipe.
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const wasPaired = (): boolean => kept(KEY) !== null
