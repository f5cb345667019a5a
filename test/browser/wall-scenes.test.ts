// Every scene on every layout: whole, apart, large enough, with enough contrast.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCENES } from '../../shared/displays/scene.ts'
import { typeSizes } from '../../shared/displays/type-scale.ts'
import { faultsOf, smallTexts } from '../support/overlaps.ts'
import { launchBrowser } from '../support/page.ts'
import { startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'
import { openStill, showScene } from '../support/still-page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** By the debugger's door: the page's policy lets nobody else bring a script in. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: AXE })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['color-contrast', 'aria-valid-attr', 'aria-allowed-attr', 'list', 'listitem', 'image-alt', 'svg-img-alt'] })`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return (result.value as AxeResult).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

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
  let page: Page
  const least = typeSizes(screen, 55, 3).label
  beforeAll(async () => {
    const url = `${station.url}/wall?scene=overview${profile && `&profile=${profile}`}`
    page = await openStill(browser, url, { width, height }, { prepare: drawNothing })
  })
  afterAll(() => page.close())

  // The layouts of 4K are those of Full HD at twice the size: a few scenes tell.
  const scenes = screen.width > 1920 ? (['overview', 'village', 'alarms'] as const) : SCENES
  test.each([...scenes])('%s: nothing overlaps, leaves its place, is too small or too faint', async scene => {
    await showScene(page, scene)
    expect(await faultsOf(page)).toEqual([])
    expect(await smallTexts(page, least)).toEqual([])
    expect(await axeFaults(page)).toEqual([])
  })
})

/** Rectangles are judged, not pixels: a software rasteriser would take minutes for the largest walls. */
const drawNothing = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const draw of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const)
      WebGL2RenderingContext.prototype[draw] = () => undefined
  })

/** As long as names of villages and departments get, with marks above and below. */
const LONG = ['Ấp Thới Thuận Ứng Hữu Nghĩa Đông Thạnh', 'Tân Khánh Trung Phước Thặng Lộc Ngộ']

describe.each([
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
])('with the longest names, $width × $height', size => {
  let page: Page
  beforeAll(async () => {
    page = await openStill(browser, `${station.url}/wall?scene=overview`, size, {
      prepare: fresh =>
        fresh.route('**/api/v1/registry', async route => {
          const response = await route.fetch()
          const registry = (await response.json()) as { villages: { name: string }[]; gauges: { name: string }[] }
          for (const list of [registry.villages, registry.gauges])
            for (const [i, one] of list.entries()) one.name = LONG[i % LONG.length] ?? one.name
          await route.fulfill({ response, json: registry })
        }),
    })
  })
  afterAll(() => page.close())

  test.each(['overview', 'village', 'water', 'air', 'alarms'] as const)('%s stays whole', async scene => {
    await showScene(page, scene)
    expect(await faultsOf(page)).toEqual([])
  })
})
