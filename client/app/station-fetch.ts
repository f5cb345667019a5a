// The one way to the station: every change carries what proves that a page of ours sent it, and being turned away is heard here.
import { createListeners } from '../live/listeners.ts'

const FORM_HEADER = 'x-form-secret'
const ATTENDED_HEADER = 'x-attended'
/** Somebody who touched nothing for so long needn't be there. */
const ATTENDED_MS = 60_000
const SAFE = new Set(['GET', 'HEAD'])
const turnedAway = createListeners<void>()
let formSecret: string | null = null
/** Loading a page is something somebody did. */
let touchedAt = performance.now()
for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const)
  globalThis.addEventListener?.(event, () => (touchedAt = performance.now()), { passive: true })

/** As the station told it; null where no cookie speaks for this page. */
export function holdFormSecret(secret: string | null): void {
  formSecret = secret
}

/** Told when the station doesn't know who asks any more, or takes this page for an old one. */
export const onTurnedAway = turnedAway.add

/** As `fetch`. @throws as it does */
export async function stationFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const isChange = !SAFE.has(init.method ?? 'GET')
  const response = await fetch(path, { ...init, headers: stationHeaders(init.headers, isChange) })
  wasTurnedAway(response.status, isChange)
  return response
}

/** These, and what the station wants to see of a page of ours. */
export function stationHeaders(init: HeadersInit | undefined, isChange: boolean): Headers {
  const headers = new Headers(init)
  // A page that asks by itself, before an empty chair, keeps no session alive.
  if (performance.now() - touchedAt < ATTENDED_MS) headers.set(ATTENDED_HEADER, '1')
  if (isChange && formSecret !== null) headers.set(FORM_HEADER, formSecret)
  return headers
}

/** Tells those who listen when an answer's status says so. */
export function wasTurnedAway(status: number, isChange: boolean): void {
  if (status === 401 || (isChange && status === 403)) turnedAway.tell()
}
