// The watchdog's own reloads, remembered for the session so that they never become a loop.
import type { Ailment } from './watchdog.ts'

const KEY = 'dai-sen.watchdog-reload'
type Kept = { readonly at: number; readonly ailment: Ailment }
type Store = () => Pick<Storage, 'getItem' | 'setItem'>

/** Null = nothing can be remembered here. */
export function lastReload(storage: Store = () => sessionStorage): Kept | undefined | null {
  try {
    return (JSON.parse(storage().getItem(KEY) ?? 'null') as Kept | null) ?? undefined
  } catch {
    return null
  }
}

/** @returns false when it couldn't be kept: then the page must not reload */
export function rememberReload(kept: Kept, storage: Store = () => sessionStorage): boolean {
  try {
    storage().setItem(KEY, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}
