// Sends JSON to the station and says what came back, taken or not. Never throws.
import type { Problem } from '../../shared/api.ts'
import { stationFetch } from './station-fetch.ts'

/** A body when it was taken, else what the station said of it. `status` 0: nothing came back. */
export type Answer<Body> = {
  readonly status: number
  readonly body: Body | undefined
  readonly problem?: Problem | undefined
}

/** @param key the same for what must be done only once, however often it is sent */
export async function postJson<Body>(path: string, body: object, key?: string): Promise<Answer<Body>> {
  try {
    const response = await stationFetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      body: JSON.stringify(body),
    })
    const { status } = response
    if (response.ok) return { status, body: (await response.json()) as Body }
    return { status, body: undefined, problem: await problemIn(response) }
  } catch {
    return { status: 0, body: undefined }
  }
}

export async function problemIn(response: Response): Promise<Problem | undefined> {
  try {
    return (await response.json()) as Problem
  } catch {
    return undefined
  }
}

/** What went wrong, in the page's language; undefined when the station said nothing of it. */
export function problemWords(problem: Problem | undefined, language: 'vi' | 'en'): string | undefined {
  const said = language === 'en' ? problem?.en : problem
  return said?.detail ?? said?.title
}
