// A real page in a real Chromium. Polls from outside, because the pages' policy forbids evaluating text inside.
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'

/** How long a page is waited for where a test says nothing else: other tests use the same cores. */
export const PATIENCE_MS = 60_000

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('no Chromium: run "npm test", which installs one, or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
}

export type Watched = {
  readonly page: Page
  /** Errors of the page and its policy, requests to other origins: all should stay empty. */
  readonly complaints: string[]
}

export type Size = { readonly width: number; readonly height: number }

/** @param kept what the browser's local storage holds for that origin from before */
export async function openPage(
  browser: Browser,
  url: string,
  /** One that the software rasteriser draws quickly. */
  size: Size = { width: 1280, height: 720 },
  kept: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const { origin } = new URL(url)
  const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }))
  const storageState = { cookies: [], origins: [{ origin, localStorage }] }
  const page = await browser.newPage({ viewport: size, locale: 'vi-VN', timezoneId: 'UTC', storageState })
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) complaints.push(`policy: ${message.text()}`)
  })
  page.on('request', request => {
    const target = new URL(request.url())
    if (target.protocol.startsWith('http') && target.origin !== origin) complaints.push(`outside: ${request.url()}`)
  })
  await page.goto(url)
  return { page, complaints }
}

/** An attribute of the element with that test id, or null while it isn't there. */
export const attributeOf = (page: Page, testId: string, name: string): Promise<string | null> =>
  page.evaluate(([id, key]) => document.querySelector(`[data-testid="${id}"]`)?.getAttribute(key ?? '') ?? null, [
    testId,
    name,
  ] as const)

export const textOf = (page: Page, testId: string): Promise<string> =>
  page.evaluate(id => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? '', testId)
