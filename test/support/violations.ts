// A trap in a page: what its policy had to stop, what left its origin, what ran that nobody wrote. Installed before its first script.
import type { Browser, BrowserContext, Page } from 'playwright-core'

export type Trapped = {
  readonly page: Page
  /** Everything that must not happen, in words. */
  readonly caught: string[]
}

declare global {
  interface Window {
    /** What an attack of the tests would set. */
    xssRan?: string
    stoppedByPolicy?: string[]
  }
}

export async function trappedContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'vi-VN',
    timezoneId: 'UTC',
  })
  await context.addInitScript(() => {
    window.stoppedByPolicy = []
    document.addEventListener('securitypolicyviolation', event => {
      window.stoppedByPolicy?.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return context
}

/** @param origin of the only station the page may talk to */
export async function trappedPage(context: BrowserContext, origin: string): Promise<Trapped> {
  const caught: string[] = []
  const page = await context.newPage()
  page.on('pageerror', error => caught.push(`error: ${error.message}`))
  page.on('dialog', dialog => {
    caught.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', message => {
    if (/Content Security Policy|Trusted|Permissions-Policy/.test(message.text()))
      caught.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    const target = new URL(request.url())
    if (/^(?:http|ws)/.test(target.protocol) && target.host !== new URL(origin).host)
      caught.push(`outside: ${request.url()}`)
  })
  page.on('websocket', socket => {
    if (new URL(socket.url()).host !== new URL(origin).host) caught.push(`outside: ${socket.url()}`)
  })
  return { page, caught }
}

/** What the page itself noticed, added to what was caught from outside. */
export async function allCaught({ page, caught }: Trapped): Promise<readonly string[]> {
  const inside = await page.evaluate(() => [
    ...(window.stoppedByPolicy ?? []),
    ...(window.xssRan === undefined ? [] : [`ran: ${window.xssRan}`]),
  ])
  return [...caught, ...inside]
}
