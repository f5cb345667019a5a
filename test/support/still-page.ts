// A page whose time stands still: what it shows of a set piece is the same picture every time. Motion is off, ages don't grow.
import type { Browser, Page } from 'playwright-core'
import type { SceneId } from '../../shared/displays/scene.ts'
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
  /** Before anything is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Drawn to the end: the map stands, and no scene is on its way. */
export async function openStill(
  browser: Browser,
  url: string,
  size: Size,
  { language = 'vi', prepare }: StillOptions = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  })
  await page.addInitScript(() => {
    // The station's clock stands too: ages and the link are judged by this one alone.
    const stood = performance.now()
    performance.now = () => stood + (window.aheadMs ?? 0)
  })
  await prepare?.(page)
  await page.goto(language === 'en' ? `${url}${url.includes('?') ? '&' : '?'}lang=en` : url)
  await page.locator('[data-map="drawn"], [data-map="plain"]').first().waitFor({ timeout: SETTLED_MS })
  await settle(page)
  return page
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

/** Nothing is on its way, and what came was drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(DRAW_MS)
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame)
  })
}
