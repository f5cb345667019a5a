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
  const headers = new Headers(init.headers)
  // A page that asks by itself, before an empty chair, keeps no session alive.
  if (performance.now() - touchedAt < ATTENDED_MS) headers.set(ATTENDED_HEADER, '1')
  if (isChange && formSecret !== null) headers.set(FORM_HEADER, formSecret)
  const response = await fetch(path, { ...init, headers })
  if (response.status === 401 || (isChange && response.status === 403)) turnedAway.tell()
  return response
}
