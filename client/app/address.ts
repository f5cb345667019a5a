// The address bar as an external store: pages read it, links change it without loading the page, the back button works.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../live/listeners.ts'

const changed = createListeners<void>()

export function navigate(to: string): void {
  history.pushState(null, '', to)
  changed.tell()
}

/** For what changes with every letter typed: no step of its own for the back button. */
export function replaceAddress(to: string): void {
  history.replaceState(null, '', to)
  changed.tell()
}

/** Changes one query parameter and keeps the others; undefined removes it. */
export function withParameters(changes: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  }
  const search = parameters.toString()
  return search === '' ? location.pathname : `${location.pathname}?${search}`
}

/** An address of any page with parameters added; undefined ones are left out. Pure. */
export function addressPlus(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const [path = '', query = ''] = address.split('?')
  const to = new URLSearchParams(query)
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) to.set(name, value)
  return to.size > 0 ? `${path}?${to}` : path
}

function subscribe(listener: () => void): () => void {
  const remove = changed.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    remove()
    window.removeEventListener('popstate', listener)
  }
}

const pathname = () => location.pathname
const search = () => location.search

export const usePathname = (): string => useSyncExternalStore(subscribe, pathname)
export function useParameters(): URLSearchParams {
  return new URLSearchParams(useSyncExternalStore(subscribe, search))
}
