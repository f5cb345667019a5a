// One run of a piece of work at a time. Knows nothing of the work.

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
