// The kiosk's service worker: keeps the build's files so that a kiosk starts without a line. One cache for each build, older ones go.
// Keeps no answer of the station's about anybody or anything (answer-plan.ts).
import { answerPlan, CACHE_PREFIX, FILES_PATH, oldCaches, PAGE_PATH } from './answer-plan.ts'

declare const BUILD_ID: string

/** The part of a service worker's world that is used here. */
type WorkerScope = {
  readonly location: { readonly origin: string }
  readonly caches: CacheStorage
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  readonly addEventListener: ((name: 'install' | 'activate', listener: (event: Lasting) => void) => void) &
    ((name: 'fetch', listener: (event: Asked) => void) => void)
}
type Lasting = { readonly waitUntil: (work: Promise<unknown>) => void }
type Asked = Lasting & {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}

const scope = globalThis as unknown as WorkerScope
const CACHE = `${CACHE_PREFIX}${BUILD_ID}`
/** A line that is there but doesn't carry is as good as none. */
const PATIENCE_MS = 4_000
/** Beside the pages of a whole office. */
const AT_ONCE = 4
let listed: ReadonlySet<string> = new Set()

scope.addEventListener('install', event => event.waitUntil(keepBuild()))
scope.addEventListener('activate', event => event.waitUntil(takeOver()))
scope.addEventListener('fetch', event => {
  const { request } = event
  const plan = answerPlan(request, scope.location.origin, path => isListed(path))
  if (plan.kind === 'pass') return
  event.respondWith(plan.kind === 'kept' ? keptFirst(request, plan.keptAs) : freshFirst(request, plan.keptAs))
})

/** A worker that was put to sleep has forgotten the list: what is kept says it as well. */
const isListed = (path: string) => listed.size === 0 || listed.has(path)

async function keepBuild(): Promise<void> {
  const cache = await scope.caches.open(CACHE)
  const answer = await fetch(FILES_PATH, { cache: 'no-store' })
  if (!answer.ok) throw new Error(`${FILES_PATH}: ${answer.status}`)
  const files = [PAGE_PATH, ...((await answer.json()) as readonly string[])]
  listed = new Set(files)
  const left = [...files]
  const keepOn = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift())
      await cache.add(new Request(path, { cache: 'no-cache' }))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, keepOn))
  await scope.skipWaiting()
}

async function takeOver(): Promise<void> {
  const names = await scope.caches.keys()
  await Promise.all(oldCaches(names, CACHE).map(name => scope.caches.delete(name)))
  await scope.clients.claim()
}

async function keptFirst(request: Request, keptAs: string): Promise<Response> {
  const kept = await (await scope.caches.open(CACHE)).match(keptAs)
  return kept ?? fetch(request)
}

async function freshFirst(request: Request, keptAs: string): Promise<Response> {
  const cache = await scope.caches.open(CACHE)
  const kept = await cache.match(keptAs)
  if (!kept) return fetch(request)
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    // A station that is starting says so with a 5xx: what is kept serves better.
    return fresh.status >= 500 ? kept : fresh
  } catch {
    return kept
  }
}
