// Waits until the server answers again. Chromium lets a page wait 1 to 5 s before each WebSocket once some have failed,
// so the failing is done by small requests, which it doesn't slow down; the socket is opened when there is somebody to open it.

/** Answers without touching the store. */
const PROBE = '/healthz'
const PROBE_WITHIN_MS = 1_000
const PAUSE_MS = 250
/** Up to this much more, so that all screens of a room don't knock at once. */
const JITTER_MS = 350

/** @returns the way to stop waiting */
export function awaitServer(onReachable: () => void): () => void {
  const stopped = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  async function probe(): Promise<void> {
    const isReachable = await isServerThere(stopped.signal)
    if (stopped.signal.aborted) return
    if (isReachable) onReachable()
    else timer = setTimeout(() => void probe(), PAUSE_MS + Math.random() * JITTER_MS)
  }
  void probe()
  return () => {
    clearTimeout(timer)
    stopped.abort()
  }
}

/** Any answer will do, an error page too: somebody is there. */
export async function isServerThere(stopped: AbortSignal): Promise<boolean> {
  try {
    await fetch(PROBE, {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(PROBE_WITHIN_MS)]),
    })
    return true
  } catch {
    return false
  }
}
