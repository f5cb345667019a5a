// Every page under its own policy in a real browser: nothing is stopped by it, nothing is asked of anybody else.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../support/door.ts'
import { launchBrowser } from '../support/page.ts'
import { startStoryStation } from '../support/programme-page.ts'
import { aDevicePlan, registerDevice, type TestStation } from '../support/station.ts'
import { allCaught, trappedContext, trappedPage } from '../support/violations.ts'

const PAGES = [
  '/',
  '/?village=my-dong',
  '/?series=gauge-1.water_level',
  '/wall',
  ...['overview', 'water', 'air', 'crops', 'programme', 'funding', 'alarms', 'village'].map(
    scene => `/wall?scene=${scene}`,
  ),
  '/kiosk',
  '/kiosk/district-872?lang=en',
  ...['', '/tasks', '/obstacles', '/reports', '/villages', '/funding', '/criteria', '/history', '/settings'].map(
    part => `/programme${part}`,
  ),
  ...['', '/rules', '/history', '/scorecard', '/outbox', '/acknowledge'].map(part => `/alarms${part}`),
  '/handover',
  '/admin/displays',
  '/admin/displays/profiles',
  '/bench/map?points=1000',
  '/api/docs',
]
/** Several maps are drawn at once without a graphics card. */
const DRAWN_MS = 120_000
const MAPS = new Set(['/', '/wall?scene=overview', '/bench/map?points=1000'])
/** What a page does after it is drawn: its first live frames, its lazy parts. */
const SETTLED_MS = 1_500

let browser: Browser
let context: BrowserContext
let station: TestStation
beforeAll(async () => {
  station = await startStoryStation()
  const token = await registerDevice(station.dataDir, aDevicePlan())
  await deliver(station, token, { values: { water_level: 1.5 } })
  browser = await launchBrowser()
  context = await trappedContext(browser)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

/** A few at once: most of the time a page is waited for. */
test.concurrent.for(PAGES)(
  '%s breaks no rule of its policy and talks to its own station alone',
  async (path, { expect: expectHere }) => {
    const trapped = await trappedPage(context, station.url)
    const { page } = trapped
    await page.goto(`${station.url}${path}`)
    await expectHere.poll(() => page.locator('body').innerText(), { timeout: DRAWN_MS }).not.toBe('')
    if (MAPS.has(path))
      await expectHere.poll(() => page.locator('canvas').count(), { timeout: DRAWN_MS }).toBeGreaterThan(0)
    await page.waitForTimeout(SETTLED_MS)
    if (path === '/') expectHere(page.workers().length).toBeGreaterThan(0)
    expectHere(await allCaught(trapped)).toEqual([])
    await page.close()
  },
)

describe('the policy', () => {
  test('stops what is put into a page from outside: markup, code from text, scripts and workers of others', async () => {
    const trapped = await trappedPage(context, station.url)
    const { page } = trapped
    await page.goto(`${station.url}/kiosk`)
    const outcomes = await page.evaluate(async () => {
      // What a debugger runs may turn text into code; what runs later stands under the policy again.
      await new Promise(resolve => setTimeout(resolve, 50))
      const attempt = (work: () => unknown): string => {
        try {
          work()
          return 'done'
        } catch (error) {
          return (error as Error).name
        }
      }
      return {
        markup: attempt(() => {
          document.body.innerHTML = '<img src=x onerror="window.xssRan="markup"">'
        }),
        // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
        code: attempt(() => setTimeout('window.xssRan="timer"')),
        // oxlint-disable-next-line typescript/no-implied-eval
        eval: attempt(() => new Function('window.xssRan="function"')()),
        script: attempt(() => {
          document.createElement('script').src = 'https://evil.example/a.js'
        }),
        worker: attempt(() => new Worker('data:text/javascript,0')),
        policy: attempt(() =>
          (
            window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
          ).trustedTypes.createPolicy('mine', {}),
        ),
      }
    })
    const stopped = new Set(['TypeError', 'EvalError'])
    expect(Object.entries(outcomes).filter(([, outcome]) => !stopped.has(outcome))).toEqual([])
    expect(await page.evaluate(() => window.xssRan)).toBeUndefined()
    expect((await allCaught(trapped)).length).toBeGreaterThan(0)
    await page.close()
  })
})
