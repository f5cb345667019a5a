// The one-time code in the address of the page: after the #, which is never sent to a server. Taken out of the address bar at once,
// so that no screenshot, history or shared address holds it.
import { createListeners } from '../../live/listeners.ts'

/** 256 bits in base64url, as shared/alarms/notify-schema.ts has it. */
const TOKEN = /^#([A-Za-z0-9_-]{43})$/

export const tokenIn = (hash: string): string | undefined => TOKEN.exec(hash)?.[1]

const changed = createListeners<void>()
let held: string | undefined

/** Reads the code and removes it from the address; one that isn't whole is removed too. Called again, it finds nothing new. */
export function takeToken(): void {
  if (location.hash === '') return
  held = tokenIn(location.hash)
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  changed.tell()
}

/** Takes also what another link brings while the page stands. Returns the stop. */
export function watchToken(listener: () => void): () => void {
  const remove = changed.add(listener)
  addEventListener('hashchange', takeToken)
  return () => {
    remove()
    removeEventListener('hashchange', takeToken)
  }
}
export const token = (): string | undefined => held
