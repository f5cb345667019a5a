// Every scene as it looked when it was last found right, in both languages, and no text of it cut off.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCENES } from '../../shared/displays/scene.ts'
import { cutTexts } from '../support/cut-texts.ts'
import { launchBrowser } from '../support/page.ts'
import { differenceFrom } from '../support/pictures.ts'
import { startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'
import { goStill, loseLink, openStill, showScene } from '../support/still-page.ts'

/** Of all pixels: the line where a change is seen by an eye and not by a rasteriser. */
const MOST_DIFFERENT = 0.01

/** A while that its words take room for, and too short for the page to load itself anew. */
const LOST_MS = 12 * 60_000

const SIZE = { width: 1920, height: 1080 }
const LONGEST = 'tan-nhuan-dong'
const LANGUAGES = ['vi', 'en'] as const

let browser: Browser | undefined
let station: TestStation | undefined
const wall = () => `${station?.url}/wall?scene=overview`
const stopStation = async () => {
  await station?.stop()
  station = undefined
}
beforeAll(async () => {
  station = await startSetPiece()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stopStation()
})
const launched = (): Browser => {
  if (!browser) throw new Error('no browser')
  return browser
}

describe('the picture', () => {
  const size = { width: 1280, height: 720 }
  let page: Page
  beforeAll(async () => {
    page = await openStill(launched(), wall(), size)
  })

  describe.each(LANGUAGES)('in %s', language => {
    if (language !== 'vi') beforeAll(() => goStill(page, wall(), size, language))

    test.each(language === 'vi' ? [...SCENES] : (['overview', 'programme'] as const))(
      'of %s is as it was',
      async scene => {
        await showScene(page, scene)
        expect(differenceFrom(`${scene}-${language}`, await page.screenshot())).toBeLessThanOrEqual(MOST_DIFFERENT)
      },
    )
  })
})

describe('at 1920 × 1080 no tile’s text is cut', () => {
  const pages = new Map<string, Page>()
  const pageIn = (language: string): Page => {
    const page = pages.get(language)
    if (!page) throw new Error(`no page in ${language}`)
    return page
  }
  beforeAll(async () => {
    for (const language of LANGUAGES) {
      pages.set(language, await openStill(launched(), wall(), SIZE, { language, isDrawn: false }))
    }
  })

  describe.each(LANGUAGES)('in %s', language => {
    test.each([...SCENES])('of %s', async scene => {
      await showScene(pageIn(language), scene)
      expect(await cutTexts(pageIn(language))).toEqual([])
    })
    test('nor the title of the village with the longest name, also upright', async () => {
      const page = pageIn(language)
      await goStill(page, `${station?.url}/wall?scene=village&village=${LONGEST}`, SIZE, language)
      expect(await page.getByTestId('scene-title').innerText()).toContain('Tân Nhuận Đông')
      expect(await cutTexts(page)).toEqual([])
      await page.setViewportSize({ width: 1080, height: 1920 })
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1080)
      expect(await cutTexts(page)).toEqual([])
      await page.setViewportSize(SIZE)
    })
  })

  // Last, because it ends the station.
  test.each(LANGUAGES)(
    'in %s, nor with the link lost, when everything says how old it is and nothing looks live',
    async language => {
      const page = pageIn(language)
      await stopStation()
      await loseLink(page, LOST_MS)
      for (const scene of SCENES) {
        await showScene(page, scene)
        expect(await cutTexts(page)).toEqual([])
        const live = page.locator('[data-shown="true"] [data-testid^="kpi-"][data-freshness="live"]')
        expect(await live.count()).toBe(0)
      }
    },
  )
})
