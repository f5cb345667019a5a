// A wall in a real browser at a time that runs faster: frames, scenes, reconnects and lost graphics contexts of days within minutes,
// while everything that could grow is measured. Drives `/wall` whatever it shows.
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../support/page.ts'
import { type Cable, layCable } from '../support/proxy.ts'
import { DRIFT_LIMIT, type Drift, driftOf, type Metric } from './drift.ts'
import { type FastStation, freePort, startFastStation } from './fast-station.ts'
import { countsOf, loseContext, type PageCounts, probePage } from './page-probe.ts'
import { metricsOf, type Sample, takeSample } from './samples.ts'

export type SoakOptions = {
  /** Real time, without the start of the station. */
  readonly minutes: number
  /** How many times faster time runs. */
  readonly speed: number
  /** Of the page, with its query. */
  readonly path: string
  readonly size: { readonly width: number; readonly height: number }
  readonly isDrawn: boolean
  readonly samples: number
  /** Whether every sample waits for the scene of the first: different scenes hold different things. */
  readonly isOneScene: boolean
  readonly say: (line: string) => void
}

export type SoakResult = {
  readonly done: PageCounts & { readonly hours: number; readonly contextLosses: number; readonly cuts: number }
  readonly reloads: number
  readonly errors: readonly string[]
  readonly metrics: readonly Metric[]
  readonly drifts: ReadonlyMap<string, Drift>
  readonly isPassed: boolean
}

/** In the page's time. Three lost contexts within ten minutes are one too many for the map, which then asks for a reload. */
const CUT_EVERY_MS = 4 * 60_000
const LOSS_EVERY_MS = 6 * 60_000
/** Long enough that the link counts as lost. */
const CUT_FOR_MS = 20_000
/** Part of the run that isn't judged: caches fill, code is compiled. */
const WARM_UP = 0.2
const DRAWN_WITHIN_MS = 120_000
/** Device pixels per CSS pixel: the page is laid out as ever, but there is little to put on the screen. */
const COARSE = 0.25
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
    await page.goto(`${origin}${options.path}`)
    await page.locator('[data-map="drawn"]').first().waitFor({ timeout: DRAWN_WITHIN_MS })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    say(`the wall is drawn; ${options.minutes} min at ${speed} times the speed`)
    const turns = createTurns()
    const trouble = startTrouble(page, speed, turns, cable)
    const startedAt = performance.now()
    const samples = await sampleAlong(page, session, station, turns, options)
    const { contextLosses, cuts } = await trouble.stop()
    const hours = ((performance.now() - startedAt) * speed) / 3_600_000
    const done = { ...(await countsOf(page)), hours, contextLosses, cuts }
    return judged({ done, reloads: loads - 1, errors }, samples.slice(Math.ceil(samples.length * WARM_UP)))
  } finally {
    await browser.close()
    await cable.remove()
    await station.stop()
  }
}

function judged(seen: Pick<SoakResult, 'done' | 'reloads' | 'errors'>, samples: readonly Sample[]): SoakResult {
  const metrics = metricsOf(samples)
  const drifts = new Map(metrics.map(metric => [metric.id, driftOf(metric, DRIFT_LIMIT)]))
  const isPassed = seen.reloads === 0 && seen.errors.length === 0 && [...drifts.values()].every(one => one.isWithin)
  return { ...seen, metrics, drifts, isPassed }
}

/** Trouble and samples take turns: what is measured in the middle of a reconnect says nothing about growth. */
type Turns = { readonly take: <Result>(work: () => Promise<Result>) => Promise<Result> }

function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take: work => {
      const own = last.then(work)
      last = own.catch(() => undefined)
      return own
    },
  }
}

async function sampleAlong(
  page: Page,
  session: CDPSession,
  station: FastStation,
  turns: Turns,
  { minutes, samples: wanted, isOneScene, say }: SoakOptions,
): Promise<Sample[]> {
  const startedAt = performance.now()
  const samples: Sample[] = []
  let scene: string | null = null
  for (let i = 1; i <= wanted; i++) {
    await sleep(Math.max(0, startedAt + (i / wanted) * minutes * 60_000 - performance.now()))
    const sample = await turns.take(async () => {
      const seen = await calmMoment(page, station, scene)
      if (isOneScene) scene ??= seen
      return takeSample(page, session, station.screens)
    })
    samples.push(sample)
    say(
      `${String(i).padStart(3)}/${wanted}  heap ${sample.heap.toFixed(1)} MB, ${sample.nodes} nodes, ${sample.listeners} listeners, ${sample.contexts} contexts, ${sample.buffers} buffers, ${sample.textures} textures, ${sample.screens} screens`,
    )
  }
  return samples
}

/** A round of all scenes at ten times the speed, and some patience. */
const CALM_WITHIN_MS = 60_000
/** In the page's time: the last scene is let go of, the next one not yet prepared. */
const SCENE_SETTLED_MS = { from: 6_000, to: 15_000 }

/** The link is up, the map drawn, and the wanted scene has stood for a while; a page that names no scene only needs the former. */
async function calmMoment(page: Page, { screens }: FastStation, wanted: string | null): Promise<string | null> {
  const until = performance.now() + CALM_WITHIN_MS
  for (;;) {
    const { scene, sceneMs } = await countsOf(page)
    const isSettled = scene === null || (sceneMs >= SCENE_SETTLED_MS.from && sceneMs <= SCENE_SETTLED_MS.to)
    const isWanted = wanted === null || scene === wanted
    const isReached = isSettled && isWanted && (await isUp(page)) && (await screens()) > 0
    if (isReached || performance.now() > until) return scene
    await sleep(20)
  }
}

const isUp = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document.querySelector('[data-link="live"]') !== null &&
      document.querySelector('[data-map="drawn"]') !== null &&
      document.querySelector('[data-map="loading"]') === null,
  )

type Cut = Pick<Cable, 'cut' | 'mend'>

function startTrouble(page: Page, speed: number, turns: Turns, cable: Cut) {
  let isOver = false
  let contextLosses = 0
  let cuts = 0
  const repeat = async (everyMs: number, work: (turn: number) => Promise<void>) => {
    for (let turn = 0; !isOver; turn++) {
      await sleep(everyMs / speed)
      if (!isOver) await turns.take(() => work(turn))
    }
  }
  const cutting = repeat(CUT_EVERY_MS, async () => {
    cable.cut()
    await sleep(CUT_FOR_MS / speed)
    cable.mend()
    cuts += 1
  })
  // The map's canvas and the overlay's in turn.
  const losing = repeat(LOSS_EVERY_MS, async turn => {
    if (await loseContext(page, turn % 2)) contextLosses += 1
  })
  return {
    stop: async () => {
      isOver = true
      await Promise.all([cutting, losing])
      return { contextLosses, cuts }
    },
  }
}
