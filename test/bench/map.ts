// `npm run bench:map [-- --quick]`: what 100,000 points with 2,000 changes a second cost the page's own script, in fixed arrays that are
// written where they change and, beside it, in new arrays for every frame. Ends with 1 when a goal is missed.
import type { Browser, CDPSession } from 'playwright-core'
import { CLIENT_FOLDER, ensureClientBuilt } from '../../server/ops/client-build.ts'
import { launchBrowser } from '../support/page.ts'
import { startTestStation } from '../support/station.ts'
import { type ScriptTime, traceScript } from './script-time.ts'
import { inMillis, type Line, median, percentile, print } from './statistics.ts'

const isQuick = process.argv.includes('--quick')
const REPEATS = isQuick ? 1 : 3
const SECONDS = isQuick ? 5 : 15
const WARM_UP_MS = 6_000
/** Small, so that the software rasteriser has little to do. */
const SIZE = { width: 480, height: 270 }
const GOAL_MS = 4
/** Of the whole heap; what grows with every frame would be many times that. */
const GROWTH_GOAL = 0.01

type Way = 'live' | 'naive'
type Run = ScriptTime & { readonly heapBefore: number; readonly heapAfter: number }

const say = (line: string) => process.stdout.write(`${line}\n`)

async function heapAfterCollection(session: CDPSession): Promise<number> {
  // Twice: what the first one finalises is only free after the second.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

/** @param isDrawn whether the points are really drawn: without a graphics card that takes a second a frame, and waiting isn't script */
async function run(browser: Browser, url: string, way: Way, isDrawn: boolean): Promise<Run> {
  const page = await browser.newPage({ viewport: SIZE })
  try {
    if (!isDrawn)
      await page.addInitScript(() => {
        WebGL2RenderingContext.prototype.drawArraysInstanced = () => undefined
      })
    await page.goto(`${url}/bench/map?way=${way}`)
    await page.locator('[data-testid="bench-figures"][data-frames]').waitFor({ timeout: 60_000 })
    await page.waitForTimeout(WARM_UP_MS)
    const session = await page.context().newCDPSession(page)
    const heapBefore = await heapAfterCollection(session)
    const script = await traceScript(session, SECONDS)
    return { ...script, heapBefore, heapAfter: await heapAfterCollection(session) }
  } finally {
    await page.close()
  }
}

async function runs(url: string): Promise<Record<Way | 'drawn', Run[]>> {
  const all: Record<Way | 'drawn', Run[]> = { live: [], naive: [], drawn: [] }
  const browser = await launchBrowser()
  try {
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      for (const way of ['live', 'naive'] as const) all[way].push(await run(browser, url, way, false))
    }
    all.drawn.push(await run(browser, url, 'live', true))
  } finally {
    await browser.close()
  }
  return all
}

const of = (all: readonly Run[], pick: (one: Run) => number) => median(all.map(pick))
const at = (share: number) => (one: Run) => percentile(one.frameMs, share)
const framesPerSecond = ({ frameMs, seconds }: Run) => frameMs.length / seconds
const growth = ({ heapBefore, heapAfter }: Run) => (heapAfter - heapBefore) / heapBefore
const collections = (one: Run) => (one.collections * 60) / one.seconds

function linesOf({ live, naive, drawn }: Record<Way | 'drawn', readonly Run[]>): Line[] {
  const perFrame = (all: readonly Run[]) => `${inMillis(of(all, at(0.5)))} / ${inMillis(of(all, at(0.95)))}`
  const frames = (all: readonly Run[]) => `at ${of(all, framesPerSecond).toFixed(0)} frames a second`
  const p95 = of(live, at(0.95))
  const heap = (all: readonly Run[]) => `${(of(all, growth) * 100).toFixed(2)} %`
  const megabytes = (all: readonly Run[]) => `of ${(of(all, one => one.heapBefore) / 1e6).toFixed(0)} MB`
  return [
    {
      name: 'script a frame, p50 / p95: only changes written',
      value: perFrame(live),
      note: frames(live),
      goal: { text: `p95 < ${GOAL_MS} ms`, isMet: p95 < GOAL_MS },
    },
    { name: 'script a frame, p50 / p95: new arrays', value: perFrame(naive), note: frames(naive) },
    { name: 'how much the first takes of the second, p95', value: (p95 / of(naive, at(0.95))).toFixed(3) },
    {
      name: 'heap grown, after collection: only changes written',
      value: heap(live),
      note: megabytes(live),
      goal: { text: `≤ ${GROWTH_GOAL * 100} %`, isMet: of(live, growth) <= GROWTH_GOAL },
    },
    { name: 'heap grown, after collection: new arrays', value: heap(naive), note: megabytes(naive) },
    {
      name: 'collections a minute: only changes written / new arrays',
      value: `${of(live, collections).toFixed(0)} / ${of(naive, collections).toFixed(0)}`,
    },
    {
      name: 'only changes written, drawn without a graphics card',
      value: perFrame(drawn),
      note: `${frames(drawn)}: all changes of a second in one`,
    },
  ]
}

await ensureClientBuilt(say)
const station = await startTestStation({ clientFolder: CLIENT_FOLDER })
try {
  const lines = linesOf(await runs(station.url))
  print({
    title: 'The map: 100,000 points, 2,000 changes a second',
    about: `Each change is a fresh reading (a ring) and another mark, 500 every 250 ms. Thread time of the page's script in each frame. The points' draw calls are left out except in the last line: without a graphics card the page would wait for them. Median of ${REPEATS} × ${SECONDS} s, both ways in turn.`,
    lines,
  })
  if (lines.some(({ goal }) => goal?.isMet === false)) process.exitCode = 1
} finally {
  await station.stop()
}
