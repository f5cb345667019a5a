// One run of a piece of work for all who ask for the same: it goes on while one of them still waits, and is given up with the last.

export type SharedRun<T> = {
  /** Waits for the result. Rejects with the signal's reason when that is aborted, with the work's error when it fails. */
  readonly join: (signal?: AbortSignal) => Promise<T>
  /** Nobody waited any more before it was done: whoever asks now begins another. */
  readonly isGivenUp: () => boolean
}

/** Begins at once. @param work ends soon after its signal is aborted */
export function sharedRun<T>(work: (signal: AbortSignal) => Promise<T>): SharedRun<T> {
  const givingUp = new AbortController()
  let isDone = false
  let waiting = 0
  const result = work(givingUp.signal).finally(() => {
    isDone = true
  })
  // Whoever joins hears of it.
  result.catch(() => undefined)
  return {
    async join(signal) {
      waiting += 1
      const left = Promise.withResolvers<never>()
      const leave = () => left.reject(signal?.reason as Error)
      signal?.addEventListener('abort', leave)
      if (signal?.aborted) leave()
      try {
        return await Promise.race([result, left.promise])
      } finally {
        signal?.removeEventListener('abort', leave)
        waiting -= 1
        if (waiting === 0 && !isDone) givingUp.abort()
      }
    },
    isGivenUp: () => givingUp.signal.aborted,
  }
}
