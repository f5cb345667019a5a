// A page's live link where the station takes the line but is slow to answer: a new connection takes the place of the old one, also when
// the page is left meanwhile. Never two side by side.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { launchBrowser } from '../support/page.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const SOON = { timeout: 60_000, interval: 50 }
/** Longer than a page waits before it knocks again. */
const KNOCKED_MS = 1_500

let browser: Browser
let station: TestStation
beforeAll(async () => {
  station = await startTestStation({ clientFolder: CLIENT_FOLDER })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

test('a question that is never answered leaves no second connection behind, nor does leaving the page meanwhile', async () => {
  const page = await browser.newPage({ locale: 'vi-VN' })
  const open = new Set<object>()
  let opened = 0
  await page.routeWebSocket(/socket\.io/, line => {
    const far = line.connectToServer()
    opened += 1
    open.add(line)
    line.onMessage(message => {
      if (!message.includes('watch')) far.send(message)
    })
    line.onClose((code, reason) => {
      open.delete(line)
      void far.close({ ...(code === undefined ? {} : { code }), reason: reason ?? '' })
    })
  })
  await page.goto(`${station.url}/handover`)
  await expect.poll(() => opened, SOON).toBeGreaterThanOrEqual(3)
  await page.waitForTimeout(KNOCKED_MS)
  expect(open.size).toBeLessThanOrEqual(1)
  await page.getByRole('link', { name: 'Chương trình' }).first().click()
  await expect.poll(() => new URL(page.url()).pathname, SOON).toBe('/programme')
  await page.waitForTimeout(KNOCKED_MS)
  expect(open.size).toBe(1)
  await page.close()
})
