// Whether a person uses a page that is a display: then no picture is taken of it and it isn't loaded anew. Nobody uses a wall.
export type PageUse = {
  /** Somebody is signed in on it, or types. */
  readonly isInUse: () => boolean
  /** False while something would be lost by it. */
  readonly mayReload: () => boolean
  /** What the page adds to its reports. */
  readonly report: () => { readonly queued?: number; readonly isInUse?: boolean }
}

export const NO_USE: PageUse = { isInUse: () => false, mayReload: () => true, report: () => ({}) }
