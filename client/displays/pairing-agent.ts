// Asks to be let in: has a code made, asks every second what became of it, has another one made when it ran out. Knows no React.
//
//   asking ──code──▶ shown ──approved──▶ paired
//     ▲ └──not here──▶ refused   │
//     └──── ran out · gone ──────┘
import type { ClaimPairingReply, OpenPairingReply } from '../../shared/access/pairing-schema.ts'
import type { Problem } from '../../shared/api.ts'
import { type Answer, postJson } from '../app/post-json.ts'
import { createListeners } from '../live/listeners.ts'

const ROOT = '/api/v1/access/pairings'
const CLAIM_MS = 1_000
const RETRY_MS = 2_000
/** Let in, the page is told until it is gone; a browser that keeps no cookie begins anew. */
const TELL_MS = 2_000
const MOST_TOLD = 10
/** What isn't allowed here won't be in a second. */
const REFUSED_MS = 30_000

export type Shown = {
  readonly code: string
  /** Monotonic moments. */
  readonly shownAt: number
  readonly expiresAt: number
}
export type PairingStanding = {
  readonly shown: Shown | undefined
  /** The station doesn't answer; what is shown may still be good. */
  readonly isAway: boolean
  /** Why there is no code and won't be one here. */
  readonly refusal: Problem | undefined
}
export type PairingAgent = {
  readonly standing: () => PairingStanding
  readonly onChange: (listener: () => void) => () => void
  /** Asks until it is let in; returns the way to stop. */
  readonly run: () => () => void
}
export type PairingAgentDeps = {
  readonly displayId: () => string
  readonly onPaired: () => void
  readonly post?: typeof postJson
  readonly now?: () => number
}

type Held = Shown & { readonly secret: string }

export function createPairingAgent(deps: PairingAgentDeps): PairingAgent {
  const { displayId, onPaired, post = postJson, now = () => performance.now() } = deps
  const changed = createListeners<void>()
  let standing: PairingStanding = { shown: undefined, isAway: false, refusal: undefined }
  let held: Held | undefined
  const say = (next: PairingStanding) => {
    const isSame = next.shown === standing.shown && next.isAway === standing.isAway && next.refusal === standing.refusal
    standing = next
    if (!isSame) changed.tell()
  }
  const isAwayAt = ({ status }: Answer<unknown>) => status === 0 || status >= 500

  /** @returns how long to wait before the next step; undefined = it is done */
  async function step(): Promise<number | undefined> {
    if (held && now() < held.expiresAt) return claim(held)
    const askedAt = now()
    const answer = await post<OpenPairingReply>(ROOT, { display: displayId() })
    if (!answer.body) {
      const isRefused = answer.status === 403
      // A code that ran out is no code: it goes, whatever the station says.
      say({ shown: undefined, isAway: isAwayAt(answer), refusal: isRefused ? answer.problem : undefined })
      return isRefused ? REFUSED_MS : RETRY_MS
    }
    const { code, secret, expiresAt, now: serverNow } = answer.body
    const shown = { code, shownAt: askedAt, expiresAt: askedAt + expiresAt - serverNow }
    held = { ...shown, secret }
    say({ shown, isAway: false, refusal: undefined })
    return CLAIM_MS
  }
  async function claim({ secret }: Held): Promise<number | undefined> {
    const answer = await post<ClaimPairingReply>(`${ROOT}/claim`, { secret })
    if (answer.body?.state === 'paired') return undefined
    // Used, or the station has started anew since.
    if (answer.status === 404) {
      held = undefined
      return 0
    }
    say({ ...standing, isAway: isAwayAt(answer) })
    return answer.body ? CLAIM_MS : RETRY_MS
  }

  return {
    standing: () => standing,
    onChange: changed.add,
    run() {
      let timer: ReturnType<typeof setTimeout> | undefined
      let isStopped = false
      const go = async (): Promise<void> => {
        const wait = await step()
        if (isStopped) return
        if (wait === undefined) tell(1)
        else timer = setTimeout(() => void go(), wait)
      }
      const tell = (times: number): void => {
        held = undefined
        onPaired()
        timer = setTimeout(() => (times < MOST_TOLD ? tell(times + 1) : void go()), TELL_MS)
      }
      void go()
      return () => {
        isStopped = true
        clearTimeout(timer)
      }
    },
  }
}
