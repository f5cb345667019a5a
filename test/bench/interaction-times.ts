// The browser's own account of how long presses take until the next picture (Event Timing). Both functions run in the page.

export type Interaction = { readonly id: number; readonly durationMs: number }

declare global {
  interface Window {
    /** Longest event of each interaction since it was last asked for. */
    heldInteractions?: Map<number, number>
  }
}

/** To be installed before the page's first script. Durations are in steps of 8 ms, the shortest reported is 16. */
export function watchInteractions(): void {
  const held = new Map<number, number>()
  window.heldInteractions = held
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration } = entry as PerformanceEntry & { readonly interactionId: number }
      if (interactionId > 0) held.set(interactionId, Math.max(duration, held.get(interactionId) ?? 0))
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}

/** And forgets them. */
export function interactionsOf(): Interaction[] {
  const held = [...(window.heldInteractions ?? [])].map(([id, durationMs]) => ({ id, durationMs }))
  window.heldInteractions?.clear()
  return held
}
