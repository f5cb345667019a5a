// Sign-ins that are under way at the identity provider: each is known by its state, belongs to one browser and is good once.
import { isSame } from './secret.ts'

export const FLOW_MS = 10 * 60_000
export const MOST_FLOWS = 1_000

export type Flow = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where its holder goes on to. */
  readonly to: string
}
export type Flows = {
  /** The oldest makes room when there are too many. @param browser a secret that this browser alone holds */
  readonly keep: (browser: string, flow: Flow) => void
  /** Undefined when there is none such for this browser, or no longer. */
  readonly take: (browser: string, state: string) => Flow | undefined
}

export function createFlows(now: () => number): Flows {
  const held = new Map<string, { readonly flow: Flow; readonly browser: string; readonly expiresAt: number }>()
  return {
    keep(browser, flow) {
      for (const [state, { expiresAt }] of held) if (expiresAt <= now()) held.delete(state)
      held.set(flow.state, { flow, browser, expiresAt: now() + FLOW_MS })
      if (held.size > MOST_FLOWS) held.delete(held.keys().next().value as string)
    },
    take(browser, state) {
      const found = held.get(state)
      // Somebody else's state stays good for whom it belongs to.
      if (!found || found.expiresAt <= now() || !isSame(browser, found.browser)) return undefined
      held.delete(state)
      return found.flow
    },
  }
}
