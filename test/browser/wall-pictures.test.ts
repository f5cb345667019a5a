// Every scene as it looked when it was last found right, in both languages, and no text of it cut off.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCENES } from '../../shared/displays/scene.ts'
import { cutTexts } from '../support/cut-texts.ts'
import { launchBrowser } from '../support/page.ts'
import { differenceFrom } from '../support/pictures.ts'
import { startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'
import { loseLink, openStill, showScene } from '../support/still-page.ts'

/** Of all pixels: the line where a change is seen by an eye and not by a rasteriser. */
const MOST_DIFFERENT = 0.01

/** A while that its words take room for, and too short for the page to load itself anew. */
const LOST_MS = 12 * 60_000

let browser: Browser
let station: TestStation
beforeAll(async () => {
  station = await startSetPiece()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

describe.each(['vi', 'en'] as const)('the picture in %s', language => {
  let page: Page
  beforeAll(async () => {
    page = await openStill(browser, `${station.url}/wall?scene=overview`, { width: 1280, height: 720 }, { language })
  })
  afterAll(() => page.close())

  test.each(language === 'vi' ? [...SCENES] : (['overview', 'programme'] as const))(
    'of %s is as it was',
    async scene => {
      await showScene(page, scene)
      expect(differenceFrom(`${scene}-${language}`, await page.screenshot())).toBeLessThanOrEqual(MOST_DIFFERENT)
    },
  )
})

describe.each(['vi', 'en'] as const)('at 1920 × 1080 in %s no tile’s text is cut', language => {
  let own: TestStation | undefined
  let page: Page
  beforeAll(async () => {
    own = await startSetPiece()
    page = await openStill(browser, `${own.url}/wall?scene=overview`, { width: 1920, height: 1080 }, { language })
  })
  afterAll(async () => {
    await page.close()
    await own?.stop()
  })

  test.each([...SCENES])('of %s', async scene => {
    await showScene(page, scene)
    expect(await cutTexts(page)).toEqual([])
  })

  test('nor with the link lost, when everything says how old it is and nothing looks live', async () => {
    await own?.stop()
    own = undefined
    await loseLink(page, LOST_MS)
    for (const scene of SCENES) {
      await showScene(page, scene)
      expect(await cutTexts(page)).toEqual([])
      const live = page.locator('[data-shown="true"] [data-testid^="kpi-"][data-freshness="live"]')
      expect(await live.count()).toBe(0)
    }
  })
})
