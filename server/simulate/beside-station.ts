// Simulated people beside a running station: every so often they look and do one small thing, sent like anybody's over HTTP. Knows the
// station's interface only; a conflict or an outage is somebody else's news.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Words } from '../../shared/words.ts'

/** The pause varies by so much of itself both ways: people don't tick. */
const JITTER = 0.5
const ANSWER_WITHIN_MS = 10_000
/** Somebody was quicker, or the rules say no: the next thing is thought up from what stands then. */
const NOT_DONE = new Set([409, 422])

export type BesideStationOptions = {
  /** Of the station, without a path. */
  readonly url: string
  /** The origin its own pages have. */
  readonly origin: string
  /** The station's local key: what they say of themselves is taken as said. */
  readonly localKey: string
  readonly everyMs?: number
  /** Uniform in [0, 1). */
  readonly random?: () => number
  readonly now?: () => number
  /** A line for whoever watches; a trouble that lasts is told once. */
  readonly say?: (line: string) => void
}
/** The station as they reach it. Both reject when it doesn't answer, or not as it should. */
export type ReachedStation = {
  readonly get: (path: string) => Promise<unknown>
  /** Under a key of its own. */
  readonly command: (path: string, request: object) => Promise<void>
}
export type BesideStation = {
  /** What the line about a trouble calls them. */
  readonly who: Words
  readonly everyMs: number
  /** Whether there was something to do. */
  readonly act: (station: ReachedStation) => Promise<boolean>
}

type Asked = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

/** Returns at once; `stop` ends it, also in the middle of a request. */
export function workBeside(
  { who, everyMs, act }: BesideStation,
  { url, origin, localKey, random = Math.random, say = () => undefined }: BesideStationOptions,
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController()
  let trouble = ''

  const working = work()
  return {
    async stop() {
      ending.abort()
      await working
    },
  }

  async function work(): Promise<void> {
    while (await pause(everyMs * (1 - JITTER + 2 * JITTER * random()))) {
      try {
        // A round without a command doesn't show that commands are taken again.
        if (await act({ get, command })) trouble = ''
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (!ending.signal.aborted && reason !== trouble) say(`${who.vi} tạm ngừng · ${who.en} waits: ${reason}`)
        trouble = reason
      }
    }
  }

  async function get(path: string): Promise<unknown> {
    const response = await ask(path)
    if (response.ok) return await response.json()
    await response.body?.cancel()
    throw new Error(`${path}: HTTP ${response.status}`)
  }

  async function command(path: string, request: object): Promise<void> {
    const response = await ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin },
      body: JSON.stringify(request),
    })
    await response.body?.cancel()
    if (!response.ok && !NOT_DONE.has(response.status)) throw new Error(`${path}: HTTP ${response.status}`)
  }

  function ask(path: string, { headers: about = {}, ...init }: Asked = {}): Promise<Response> {
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    const headers = { ...about, authorization: `Bearer ${localKey}` }
    return fetch(new URL(path, url), { ...init, headers, signal })
  }

  /** False when it ended meanwhile. */
  async function pause(ms: number): Promise<boolean> {
    try {
      await sleep(ms, undefined, { signal: ending.signal })
    } catch {
      return false
    }
    return !ending.signal.aborted
  }
}
