// Views one keeps for oneself, in this browser: a name and an address each, and which of them is the own start. Pure but for the storage,
// which may be damaged or forbidden: then there are none, and what is kept holds for as long as the page stands.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../../live/listeners.ts'

export const MAX_OWN_VIEWS = 50
export const MAX_NAME = 80
const MAX_ADDRESS = 2_000
const KEY = 'dai-sen.views'

export type OwnView = { readonly name: string; readonly address: string }
export type OwnViews = {
  /** Newest first; no two of one name. */
  readonly views: readonly OwnView[]
  /** Address that a bare start of the desktop opens. */
  readonly startAt: string | undefined
}
export const NO_VIEWS: OwnViews = { views: [], startAt: undefined }

/** An address of the desktop itself: nothing kept can lead out of this station. */
export const isOwnAddress = (address: unknown): address is string =>
  typeof address === 'string' && address.length <= MAX_ADDRESS && /^\/(?:\?[\x21-\x7e]*)?$/.test(address)

/** What is stored wrongly is as if it were not. */
export function viewsIn(text: string | null): OwnViews {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return NO_VIEWS
    const { views, startAt } = value as Readonly<Record<string, unknown>>
    const read = (Array.isArray(views) ? views : []).flatMap((one: unknown): OwnView[] => {
      if (typeof one !== 'object' || one === null) return []
      const { name, address } = one as Readonly<Record<string, unknown>>
      const isName = typeof name === 'string' && name !== '' && name.length <= MAX_NAME
      return isName && isOwnAddress(address) ? [{ name, address }] : []
    })
    return { views: read.slice(0, MAX_OWN_VIEWS), startAt: isOwnAddress(startAt) ? startAt : undefined }
  } catch {
    return NO_VIEWS
  }
}

/** One of the same name is replaced; undefined when there is no room for another. */
export function withView(held: OwnViews, view: OwnView): OwnViews | undefined {
  const others = held.views.filter(({ name }) => name !== view.name)
  return others.length < MAX_OWN_VIEWS ? { ...held, views: [view, ...others] } : undefined
}

/** Undefined when another has that name already. */
export function renamed(held: OwnViews, from: string, to: string): OwnViews | undefined {
  if (from !== to && held.views.some(({ name }) => name === to)) return undefined
  return { ...held, views: held.views.map(view => (view.name === from ? { ...view, name: to } : view)) }
}

/** A start at its address goes with it. */
export function withoutView(held: OwnViews, name: string): OwnViews {
  const gone = held.views.find(view => view.name === name)
  return {
    views: held.views.filter(view => view !== gone),
    startAt: gone && gone.address === held.startAt ? undefined : held.startAt,
  }
}

const changed = createListeners<void>()
let held: OwnViews | undefined

export function ownViews(): OwnViews {
  if (held) return held
  try {
    held = viewsIn(localStorage.getItem(KEY))
  } catch {
    held = NO_VIEWS
  }
  return held
}

export function keepViews(views: OwnViews): void {
  held = views
  try {
    localStorage.setItem(KEY, JSON.stringify(views))
  } catch {
    // It holds for as long as the page stands.
  }
  changed.tell()
}

export const useOwnViews = (): OwnViews => useSyncExternalStore(changed.add, ownViews)
