// A wall in a real browser at a time that runs faster and in turns that are shorter: the scene changes, reconnects and lost graphics
// contexts of days within hours, while everything that could grow is measured.
//
// A soak runs in laps of whole rounds of all scenes, each with one cut of the line, and one sample at its end, always in the same scene:
// unlike is never compared. A map lives for LIFE_LAPS laps, then its graphics context is lost.
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { COARSE } from '../support/drawing.ts'
import { launchBrowser } from '../support/page.ts'
import { type Cable, layCable } from '../support/proxy.ts'
import { DRIFT_LIMIT, type Drift, driftInLife, driftOf, type Metric } from './drift.ts'
import { type FastStation, freePort, startFastStation } from './fast-station.ts'
import { countsOf, loseContext, type PageCounts, probePage } from './page-probe.ts'
import { metricsOf, type Sample, takeSample } from './samples.ts'
import { SAMPLED_ALONE_MS, SAMPLED_SCENE, saveSoakProfile } from './soak-profile.ts'

export type SoakOptions = {
  readonly laps: number
  /** No lap begins after so many scene changes. */
  readonly scenes: number
  readonly roundsPerLap: number
  /** No lap begins after so long in real time. */
  readonly minutes: number
  /** How many times faster time runs. */
  readonly speed: number
  readonly size: { readonly width: number; readonly height: number }
  readonly isDrawn: boolean
  readonly say: (line: string) => void
}

export type SoakResult = {
  readonly done: PageCounts & {
    readonly laps: number
    readonly hours: number
    readonly contextLosses: number
    readonly cuts: number
  }
  readonly reloads: number
  readonly errors: readonly string[]
  readonly metrics: readonly Metric[]
  /** Over the run, and within one life of the map, by metric. */
  readonly drifts: ReadonlyMap<string, Drift>
  readonly lifeDrifts: ReadonlyMap<string, Drift>
  readonly isPassed: boolean
}

/** Losses are so far apart that none of them is one too many for the map, which then asks for a reload. */
export const LIFE_LAPS = 4
/** In the page's time, long enough that the link counts as lost. */
const CUT_FOR_MS = 20_000
const DRAWN_WITHIN_MS = 120_000
/** The simulated field first sends the day before. */
const SETTLE_MS = 15_000

export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { speed, say } = options
  const cablePort = await freePort()
  const origin = `http://127.0.0.1:${cablePort}`
  const time = { from: Date.now(), speed }
  say('starting the demo on fast time …')
  const station = await startFastStation(time, origin)
  await sleep(SETTLE_MS)
  const cable = await layCable(station.port, cablePort)
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({
      viewport: options.size,
      deviceScaleFactor: options.isDrawn ? 1 : COARSE,
      locale: 'vi-VN',
      timezoneId: 'UTC',
    })
    const errors: string[] = []
    let loads = 0
    page.on('pageerror', error => errors.push(error.message))
    page.on('crash', () => errors.push('the page crashed'))
    page.on('domcontentloaded', () => {
      loads += 1
    })
    await probePage(page, time, options.isDrawn)
    await page.goto(`${origin}${await saveSoakProfile(origin, options.size)}`)
    await page.locator('[data-map="drawn"]').first().waitFor({ timeout: DRAWN_WITHIN_MS })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    say(`the wall is drawn; ${options.laps} laps of ${options.roundsPerLap} rounds at ${speed} times the speed`)
    const startedAt = performance.now()
    const { samples, contextLosses } = await runLaps({ page, session, station, cable }, options)
    const hours = ((performance.now() - startedAt) * speed) / 3_600_000
    const done = { ...(await countsOf(page)), laps: samples.length, hours, contextLosses, cuts: samples.length }
    return judged({ done, reloads: loads - 1, errors }, samples.slice(LIFE_LAPS))
  } finally {
    await browser.close()
    await cable.remove()
    await station.stop()
  }
}

/** @param samples without the first life of the map, in which code is compiled and every cache fills for the first time */
function judged(seen: Pick<SoakResult, 'done' | 'reloads' | 'errors'>, samples: readonly Sample[]): SoakResult {
  const metrics = metricsOf(samples)
  const drifts = new Map(metrics.map(metric => [metric.id, driftOf(metric, DRIFT_LIMIT)]))
  const lifeDrifts = new Map(metrics.map(metric => [metric.id, driftInLife(metric, LIFE_LAPS)]))
  const isWithin = [...drifts.values(), ...lifeDrifts.values()].every(one => one.isWithin)
  return { ...seen, metrics, drifts, lifeDrifts, isPassed: seen.reloads === 0 && seen.errors.length === 0 && isWithin }
}

type Bench = {
  readonly page: Page
  readonly session: CDPSession
  readonly station: FastStation
  readonly cable: Pick<Cable, 'cut' | 'mend'>
}

async function runLaps({ page, session, station, cable }: Bench, options: SoakOptions) {
  const { laps, roundsPerLap, minutes, speed, say } = options
  const startedAt = performance.now()
  const samples: Sample[] = []
  let contextLosses = 0
  let scenes = 0
  while (samples.length < laps && scenes < options.scenes && performance.now() - startedAt < minutes * 60_000) {
    const lap = samples.length
    // The map's canvas and the overlay's in turn.
    if (lap % LIFE_LAPS === 0 && (await loseContext(page, (lap / LIFE_LAPS) % 2))) contextLosses += 1
    cable.cut()
    await sleep(CUT_FOR_MS / speed)
    cable.mend()
    const { rounds } = await countsOf(page)
    const sample = await calmSample({ page, session, station }, rounds + roundsPerLap)
    samples.push(sample)
    const spent = (performance.now() - startedAt) / 60_000
    scenes = (await countsOf(page)).scenes
    const share = Math.max(samples.length / laps, scenes / options.scenes)
    say(
      `${String(samples.length).padStart(3)}/${laps}  ${spent.toFixed(1)} of about ${(spent / share).toFixed(0)} min, ${scenes} scenes, heap ${sample.heap.toFixed(1)} MB, ${sample.nodes} nodes, ${sample.listeners} listeners, ${sample.contexts} contexts, ${sample.buffers} buffers, ${sample.textures} textures, ${sample.screens} screens`,
    )
  }
  return { samples, contextLosses }
}

const CALM_WITHIN_MS = 10 * 60_000
/** In the page's time: the scene before is let go of, the next one not yet prepared, and there is time for a sample. */
const SCENE_SETTLED_MS = { from: 3_000, to: 8_000 }

/** So many rounds are over, and while it is taken the first scene stands alone, the link is up and the map drawn: unlike is never compared. */
async function calmSample({ page, session, station }: Omit<Bench, 'cable'>, wantedRounds: number): Promise<Sample> {
  const until = performance.now() + CALM_WITHIN_MS
  while (performance.now() < until) {
    const { scene, sceneMs, rounds } = await countsOf(page)
    const isSettled = sceneMs >= SCENE_SETTLED_MS.from && sceneMs <= SCENE_SETTLED_MS.to
    const isReached = rounds >= wantedRounds && scene === SAMPLED_SCENE && isSettled
    if (isReached && (await isUp(page)) && (await station.screens()) > 0) {
      const sample = await takeSample(page, session, station.screens)
      const after = await countsOf(page)
      // On a busy machine it took longer than the scene stood alone.
      if (after.scene === SAMPLED_SCENE && after.sceneMs <= SAMPLED_ALONE_MS) return sample
    }
    await sleep(20)
  }
  throw new Error(`no calm moment within ${CALM_WITHIN_MS / 60_000} min`)
}

const isUp = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document.querySelector('[data-link="live"]') !== null &&
      document.querySelector('[data-map="drawn"]') !== null &&
      document.querySelector('[data-map="loading"]') === null,
  )
