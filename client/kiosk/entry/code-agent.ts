// Has a code made for a phone to scan, asks every second what became of it, has another one made when it ran out. Knows no React.
import type { ClaimEntryCodeReply, EntryCodeReply, EntryReply } from '../../../shared/entry/api-schema.ts'
import { postJson } from '../../app/post-json.ts'
import { displayId } from '../../displays/display-id.ts'
import { createListeners } from '../../live/listeners.ts'
import type { Clock } from '../../live/live-store.ts'
import { ENTRY_ROOT } from './begin-entry.ts'

const CLAIM_MS = 1_000
const RETRY_MS = 5_000
/** What isn't allowed won't be in a second. */
const REFUSED_MS = 30_000

export type ShownCode = { readonly code: string; readonly address: string }
export type CodeAgent = {
  readonly shown: () => ShownCode | undefined
  readonly onChange: (listener: () => void) => () => void
  /** Asks until somebody approved; returns the way to stop. */
  readonly run: () => () => void
}

export function createCodeAgent(
  { unit, clock, post = postJson }: { readonly unit: string; readonly clock: Clock; readonly post?: typeof postJson },
  onOpen: (entry: EntryReply) => void,
): CodeAgent {
  const changed = createListeners<void>()
  let held: (ShownCode & { readonly secret: string; readonly until: number }) | undefined
  const hold = (next: typeof held) => {
    held = next
    changed.tell()
  }

  /** @returns how long to wait before the next step; undefined = somebody is in */
  async function step(isStopped: () => boolean): Promise<number | undefined> {
    if (held && clock.monotonicNow() < held.until) return claim(held.secret, isStopped)
    const askedAt = clock.monotonicNow()
    const { body, status } = await post<EntryCodeReply>(`${ENTRY_ROOT}/codes`, { display: displayId(), unit })
    if (!body) {
      hold(undefined)
      return status === 403 || status === 422 ? REFUSED_MS : RETRY_MS
    }
    const { code, address, secret, expiresAt, now } = body
    hold({ code, address, secret, until: askedAt + expiresAt - now })
    return CLAIM_MS
  }
  async function claim(secret: string, isStopped: () => boolean): Promise<number | undefined> {
    const answer = await post<ClaimEntryCodeReply>(`${ENTRY_ROOT}/codes/claim`, { secret })
    if (answer.body?.state === 'open') {
      if (!isStopped()) onOpen(answer.body.entry)
      return undefined
    }
    if (answer.status === 404 || answer.status === 422) hold(undefined)
    return answer.body ? CLAIM_MS : RETRY_MS
  }

  return {
    shown: () => held,
    onChange: changed.add,
    run() {
      let cancel = () => {}
      let isStopped = false
      const go = async (): Promise<void> => {
        const wait = await step(() => isStopped)
        if (!isStopped && wait !== undefined) cancel = clock.after(wait, () => void go())
      }
      void go()
      return () => {
        isStopped = true
        cancel()
        held = undefined
      }
    },
  }
}
