// The one query cache of the page and the one way to read JSON from the same origin.
import { QueryClient } from '@tanstack/react-query'
import { stationFetch } from './station-fetch.ts'

const RETRY_FIRST_MS = 500
const RETRY_MAX_MS = 10_000

/** A wall has nobody to press "again": every read is tried until it succeeds, or the station says that it isn't for this page. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (_count, error) => !isTurnedAway(error),
      retryDelay: attempt => Math.min(RETRY_FIRST_MS * 2 ** attempt, RETRY_MAX_MS),
    },
  },
})

export class ReadFailed extends Error {
  readonly status: number
  constructor(path: string, status: number) {
    super(`${path}: ${status}`)
    this.status = status
  }
}

/** Not signed in (any more), or not for this account: asking again changes nothing. */
export const isTurnedAway = (error: unknown): boolean =>
  error instanceof ReadFailed && (error.status === 401 || error.status === 403)

/** @param signal gives the reading up; the station then stops what it does for it */
export async function getJson(path: string, signal?: AbortSignal): Promise<unknown> {
  const response = await stationFetch(path, { headers: { accept: 'application/json' }, signal: signal ?? null })
  if (!response.ok) throw new ReadFailed(path, response.status)
  return response.json()
}
