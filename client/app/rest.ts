// The one query cache of the page and the one way to read JSON from the same origin.
import { QueryClient } from '@tanstack/react-query'

const RETRY_FIRST_MS = 500
const RETRY_MAX_MS = 10_000

/** A wall has nobody to press "again": every read is tried until it succeeds. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: true, retryDelay: attempt => Math.min(RETRY_FIRST_MS * 2 ** attempt, RETRY_MAX_MS) },
  },
})

export async function getJson(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
