// One run at a time of what reads the store anew. Knows nothing of what it is.

/** Callers that come while it runs share the run that is under way. */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
}
