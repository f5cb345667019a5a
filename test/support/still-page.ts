// A page whose time stands still: what it shows of a set piece is the same picture every time. Motion is off, ages don't grow.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page, Request } from 'playwright-core'
import type { SceneId } from '../../shared/displays/scene.ts'
import { COARSE, drawNothing } from './drawing.ts'
import type { Size } from './page.ts'

const SETTLED_MS = 90_000
/** Names are placed and heat is drawn a moment after their data came. */
const DRAW_MS = 600

declare global {
  interface Window {
    /** How far a still page's clock was put forward. */
    aheadMs?: number
  }
}

export type StillOptions = {
  readonly language?: 'vi' | 'en'
  /** False: rectangles are judged, not pixels. The layout is the same, but a software rasteriser has next to nothing to do. */
  readonly isDrawn?: boolean
  /** Before anything is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Drawn to the end: the map stands, and no scene is on its way. */
export async function openStill(
  browser: Browser,
  url: string,
  size: Size,
  { language = 'vi', isDrawn = true, prepare }: StillOptions = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: size,
    deviceScaleFactor: isDrawn ? 1 : COARSE,
    locale: 'vi-VN',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  page.setDefaultTimeout(SETTLED_MS)
  watchRequests(page)
  await page.addInitScript(() => {
    // The station's clock stands too: ages and the link are judged by this one alone.
    const stood = performance.now()
    performance.now = () => stood + (window.aheadMs ?? 0)
  })
  if (!isDrawn) await drawNothing(page)
  await prepare?.(page)
  await goStill(page, url, size, language)
  return page
}

/** Takes a page that was opened before to another address and size: much less to load than for a new one. */
export async function goStill(page: Page, url: string, size: Size, language: 'vi' | 'en' = 'vi'): Promise<void> {
  await page.setViewportSize(size)
  await page.goto(language === 'en' ? `${url}${url.includes('?') ? '&' : '?'}lang=en` : url)
  await page.locator('[data-map="drawn"], [data-map="plain"]').first().waitFor({ timeout: SETTLED_MS })
  await settle(page)
}

/** Pins another scene of the wall without loading the page anew. */
export async function showScene(page: Page, scene: SceneId): Promise<void> {
  await page.evaluate(one => {
    const search = new URLSearchParams(location.search)
    search.set('scene', one)
    history.replaceState(null, '', `?${search}`)
    dispatchEvent(new PopStateEvent('popstate'))
  }, scene)
  await page.locator(`[data-group][data-scene^="${scene}"], [data-layout="narrow"] [data-scene="${scene}"]`).waitFor()
  await settle(page)
}

/** Lets so much time pass at once, and waits for the link to be found lost: the page's station must have stopped before. */
export async function loseLink(page: Page, aheadMs: number): Promise<void> {
  await page.evaluate(ms => {
    window.aheadMs = ms
  }, aheadMs)
  await page.locator('main[data-link="lost"]').waitFor()
  await settle(page)
}

type Requests = { readonly underWay: Set<Request>; answered: number }
const requestsOf = new WeakMap<Page, Requests>()

/** All but the live link's, which never end. */
function watchRequests(page: Page): void {
  const seen: Requests = { underWay: new Set(), answered: 0 }
  requestsOf.set(page, seen)
  page.on('request', request => {
    if (new URL(request.url()).pathname.startsWith('/socket.io/')) return
    seen.underWay.add(request)
  })
  const forget = (request: Request) => void seen.underWay.delete(request)
  page.on('requestfinished', request => {
    if (seen.underWay.has(request)) seen.answered += 1
    forget(request)
  })
  page.on('requestfailed', forget)
}

async function drawn(page: Page): Promise<void> {
  await sleep(DRAW_MS)
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame)
  })
}

/** Nothing is on its way, and what came was drawn: for a while and some frames nothing was answered. */
async function settle(page: Page): Promise<void> {
  const seen = requestsOf.get(page)
  if (!seen) throw new Error('not a still page')
  const until = performance.now() + SETTLED_MS
  while (performance.now() < until) {
    const { answered } = seen
    await drawn(page)
    if (seen.underWay.size === 0 && seen.answered === answered) return
  }
  const open = [...seen.underWay].map(request => request.url())
  throw new Error(
    `the page doesn't settle within ${SETTLED_MS / 1_000} s; still asked for: ${open.join(', ') || 'nothing'}`,
  )
}
