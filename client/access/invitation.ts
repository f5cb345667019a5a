// The one-time link to set a password: its secret stands after the #, which is never sent to a server. Taken out of the address bar at
// once, so that no screenshot, history or shared address holds it.
import { createListeners } from '../live/listeners.ts'

const SECRET = /^#([A-Za-z0-9_-]{20,100})$/
export const invitationIn = (hash: string): string | undefined => SECRET.exec(hash)?.[1]

const changed = createListeners<void>()
/** `broken`: there was a link, but not a whole one. */
type Held =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'secret'; readonly secret: string }
const NONE: Held = { kind: 'none' }
let held: Held = NONE

/** Reads the secret and removes it from the address. Called again, it finds nothing new. */
export function takeInvitation(): void {
  if (location.hash === '') return
  const secret = invitationIn(location.hash)
  held = secret === undefined ? { kind: 'broken' } : { kind: 'secret', secret }
  history.replaceState(null, '', `${location.pathname}${location.search}`)
  changed.tell()
}

export function forgetInvitation(): void {
  held = NONE
  changed.tell()
}

/** Takes also what another link brings while the page stands. Returns the stop. */
export function watchInvitation(listener: () => void): () => void {
  const remove = changed.add(listener)
  addEventListener('hashchange', takeInvitation)
  return () => {
    remove()
    removeEventListener('hashchange', takeInvitation)
  }
}
export const invitation = (): Held => held
