// Screens of one wall, each a page of its own: how far apart they show the next scene. Server-timed, so nothing passes between them.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { CLIENT_FOLDER, ensureClientBuilt } from '../../server/ops/client-build.ts'
import { aProfile, commandDisplays } from '../support/displays.ts'
import { launchBrowser } from '../support/page.ts'
import { startTestStation } from '../support/station.ts'
import { inMillis, median, percentile, type Section } from './statistics.ts'

const SCREENS = ['a', 'b', 'c'] as const
const SIZE = { width: 960, height: 540 }
const SECONDS_A_SCENE = 5
const WARM_UP_MS = 20_000
const GOAL_MS = 100
/** Two steps to the same scene are at least a whole round apart; the same step on two screens never. */
const SAME_STEP_MS = (SECONDS_A_SCENE * 1_000) / 2

type Step = { readonly scene: string; readonly at: number }

export async function measureSteps({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const steps = isQuick ? 4 : 24
  await ensureClientBuilt(() => undefined)
  const station = await startTestStation({ clientFolder: CLIENT_FOLDER })
  const browser = await launchBrowser()
  try {
    const turns = (['overview', 'water', 'air', 'crops'] as const).map(scene => ({ scene, seconds: SECONDS_A_SCENE }))
    const profile = aProfile({
      screens: SCREENS.map((id, i) => ({ id, x: i * SIZE.width, y: 0, ...SIZE })),
      groups: [{ screens: SCREENS, turns }],
      inches: 98,
      distanceMetres: 1,
    })
    const saved = await commandDisplays(station.url, { command: 'save-profile', data: { profile, expected: 0 } })
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
    const pages = await Promise.all(
      SCREENS.map(screen => openWatched(browser, `${station.url}/wall?profile=${profile.id}&screen=${screen}`)),
    )
    await sleep(WARM_UP_MS)
    for (const page of pages) await page.evaluate(() => Reflect.get(globalThis, 'steps').splice(0))
    await sleep((steps + 1) * SECONDS_A_SCENE * 1_000)
    const seen = await Promise.all(
      pages.map(page => page.evaluate((): Step[] => Reflect.get(globalThis, 'steps') as Step[])),
    )
    const [first = [], ...others] = seen
    const spreads = first.slice(0, steps).flatMap(({ scene, at }) => {
      const all = others.map(log => log.find(one => one.scene === scene && Math.abs(one.at - at) < SAME_STEP_MS)?.at)
      // At the edge of the time measured one screen may have stepped alone.
      return all.every(time => time !== undefined) ? [Math.max(at, ...all) - Math.min(at, ...all)] : []
    })
    const most = Math.max(...spreads)
    return {
      title: 'Screens of a wall stepping together',
      about: `${SCREENS.length} pages of ${SIZE.width}×${SIZE.height} in one browser, a scene every ${SECONDS_A_SCENE} s, ${spreads.length} steps. Maps aren't drawn: without a graphics card they take the processor from each other.`,
      lines: [
        { name: 'first to last screen, p50', value: inMillis(median(spreads)) },
        { name: 'first to last screen, p90', value: inMillis(percentile(spreads, 0.9)) },
        {
          name: 'first to last screen, most',
          value: inMillis(most),
          goal: { text: `≤ ${GOAL_MS} ms`, isMet: most <= GOAL_MS },
        },
      ],
    }
  } finally {
    await browser.close()
    await station.stop()
  }
}

/** Keeps in `globalThis.steps` which scene was shown from when on, by the machine's clock. */
async function openWatched(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE })
  await page.addInitScript(() => {
    for (const draw of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const)
      WebGL2RenderingContext.prototype[draw] = () => undefined
  })
  await page.goto(url)
  await page.locator('[data-group][data-scene]').waitFor()
  await page.evaluate(() => {
    const steps: { scene: string; at: number }[] = []
    Reflect.set(globalThis, 'steps', steps)
    const look = () => {
      const scene = document.querySelector('[data-group]')?.getAttribute('data-scene') ?? ''
      if (steps.at(-1)?.scene !== scene) steps.push({ scene, at: performance.timeOrigin + performance.now() })
    }
    new MutationObserver(look).observe(document.body, {
      attributes: true,
      subtree: true,
      attributeFilter: ['data-scene'],
    })
  })
  return page
}
