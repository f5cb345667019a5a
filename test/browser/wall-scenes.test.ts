// Every scene on every layout: whole, apart, large enough, with enough contrast.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCENES } from '../../shared/displays/scene.ts'
import { typeSizes } from '../../shared/displays/type-scale.ts'
import { axeFaults } from '../support/axe.ts'
import { faultsOf, smallTexts } from '../support/overlaps.ts'
import { launchBrowser } from '../support/page.ts'
import { startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'
import { goStill, openStill, showScene } from '../support/still-page.ts'

const AXE_RULES = [
  'color-contrast',
  'aria-valid-attr',
  'aria-allowed-attr',
  'list',
  'listitem',
  'image-alt',
  'svg-img-alt',
] as const

let browser: Browser | undefined
let station: TestStation | undefined
/** One page for all layouts. */
let page: Page
const wallOf = (profile: string) => `${station?.url}/wall?scene=overview${profile && `&profile=${profile}`}`
beforeAll(async () => {
  station = await startSetPiece()
  browser = await launchBrowser()
  page = await openStill(browser, wallOf(''), { width: 1920, height: 1080 }, { isDrawn: false })
})
afterAll(async () => {
  await browser?.close()
  await station?.stop()
})

/** Profiles a station begins with, and windows that show them whole; '' = what a window without a profile shows. */
describe.each([
  { name: 'one screen', profile: '', width: 1920, height: 1080, screen: { width: 1920, height: 1080 } },
  { name: 'one of 4K', profile: 'mot-man-hinh-4k', width: 3840, height: 2160, screen: { width: 3840, height: 2160 } },
  { name: 'three side by side', profile: '', width: 5760, height: 1080, screen: { width: 1920, height: 1080 } },
  { name: 'two by two', profile: 'bon-man-hinh', width: 3852, height: 2172, screen: { width: 1920, height: 1080 } },
  {
    name: 'two by two of 4K',
    profile: 'bon-man-hinh-4k',
    width: 7704,
    height: 4344,
    screen: { width: 3840, height: 2160 },
  },
  { name: 'one that stands upright', profile: '', width: 1080, height: 1920, screen: { width: 1080, height: 1920 } },
])('$name, $width × $height', ({ profile, width, height, screen }) => {
  const least = typeSizes(screen, 55, 3).label
  beforeAll(() => goStill(page, wallOf(profile), { width, height }))

  // The layouts of 4K are those of Full HD at twice the size: a few scenes tell.
  const scenes = screen.width > 1920 ? (['overview', 'village', 'alarms'] as const) : SCENES
  test.each([...scenes])('%s: nothing overlaps, leaves its place, is too small or too faint', async scene => {
    await showScene(page, scene)
    expect(await faultsOf(page)).toEqual([])
    expect(await smallTexts(page, least)).toEqual([])
    expect(await axeFaults(page, AXE_RULES)).toEqual([])
  })
})

/** As long as names of villages and departments get, with marks above and below. */
const LONG = ['Ấp Thới Thuận Ứng Hữu Nghĩa Đông Thạnh', 'Tân Khánh Trung Phước Thặng Lộc Ngộ']
const LONG_SEEN = /Thới Thuận|Khánh Trung/i

describe('with the longest names', () => {
  beforeAll(() =>
    page.route('**/api/v1/registry', async route => {
      const response = await route.fetch()
      const registry = (await response.json()) as { villages: { name: string }[]; gauges: { name: string }[] }
      for (const list of [registry.villages, registry.gauges])
        for (const [i, one] of list.entries()) one.name = LONG[i % LONG.length] ?? one.name
      await route.fulfill({ response, json: registry })
    }),
  )

  describe.each([
    { width: 1920, height: 1080 },
    { width: 1080, height: 1920 },
  ])('$width × $height', size => {
    beforeAll(() => goStill(page, wallOf(''), size))

    test.each(['overview', 'village', 'water', 'air', 'alarms'] as const)('%s stays whole', async scene => {
      await showScene(page, scene)
      expect(await page.locator('body').innerText()).toMatch(LONG_SEEN)
      expect(await faultsOf(page)).toEqual([])
    })
  })
})
