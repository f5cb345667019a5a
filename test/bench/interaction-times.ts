// The browser's own account of how long presses take until the next picture (Event Timing). Both functions run in the page.

/** `scriptMs`: until the page's own work was done; what follows is drawing, on a machine without a graphics card mostly that. */
export type Interaction = { readonly durationMs: number; readonly scriptMs: number }

declare global {
  interface Window {
    /** Longest event of each interaction since it was last asked for. */
    heldInteractions?: Map<number, Interaction>
  }
}

/** To be installed before the page's first script. Durations are in steps of 8 ms, the shortest reported is 16. */
export function watchInteractions(): void {
  const held = new Map<number, Interaction>()
  window.heldInteractions = held
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration, startTime, processingEnd } = entry as PerformanceEventTiming
      const { durationMs, scriptMs } = held.get(interactionId) ?? { durationMs: 0, scriptMs: 0 }
      if (interactionId > 0)
        held.set(interactionId, {
          durationMs: Math.max(duration, durationMs),
          scriptMs: Math.max(processingEnd - startTime, scriptMs),
        })
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}

/** And forgets them. */
export function interactionsOf(): Interaction[] {
  const held = [...(window.heldInteractions?.values() ?? [])]
  window.heldInteractions?.clear()
  return held
}
