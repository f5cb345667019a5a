// How the kiosk's worker answers a request when the line may be gone. Pure. What the station answers about anybody or anything is never
// kept here: only the page itself, its parts and the map's files.
export const CACHE_PREFIX = 'dai-sen-kiosk-'
/** The one page, as it is kept. */
export const PAGE_PATH = '/kiosk'
/** Written with the build: what a kiosk needs. */
export const FILES_PATH = '/kiosk-files.json'

export type AnswerPlan =
  /** From the station, else as it was kept. */
  | { readonly kind: 'fresh'; readonly keptAs: string }
  /** As it was kept, else from the station: its name changes with its content. */
  | { readonly kind: 'kept'; readonly keptAs: string }
  /** None of the worker's business. */
  | { readonly kind: 'pass' }

export type PlannedRequest = {
  readonly method: string
  readonly url: string
  /** Whole pages are navigated to. */
  readonly mode: string
}

const PASS: AnswerPlan = { kind: 'pass' }

/** @param isListed whether a path is one of the build's files for the kiosk */
export function answerPlan(
  { method, url, mode }: PlannedRequest,
  origin: string,
  isListed: (path: string) => boolean,
): AnswerPlan {
  const address = URL.parse(url)
  if (method !== 'GET' || address?.origin !== origin) return PASS
  const { pathname } = address
  if (/^\/(?:api|socket\.io)(?:\/|$)/.test(pathname)) return PASS
  if (mode === 'navigate') return isKioskPage(pathname) ? { kind: 'fresh', keptAs: PAGE_PATH } : PASS
  if (!isListed(pathname)) return PASS
  return pathname.startsWith('/assets/') ? { kind: 'kept', keptAs: pathname } : { kind: 'fresh', keptAs: pathname }
}

const isKioskPage = (pathname: string): boolean => pathname === PAGE_PATH || pathname.startsWith(`${PAGE_PATH}/`)

/** Caches of other builds. */
export const oldCaches = (names: readonly string[], own: string): readonly string[] =>
  names.filter(name => name.startsWith(CACHE_PREFIX) && name !== own)
