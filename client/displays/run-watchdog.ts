// The watchdog's eyes and hands: counts frames, asks whether the station answers, reloads. What to do is watchdog.ts's to say.
import { isServerThere } from '../live/server-probe.ts'
import type { DisplayAgent } from './display-agent.ts'
import type { FrameRate } from './frame-rate.ts'
import type { PageUse } from './page-use.ts'
import { lastReload, rememberReload } from './reload-memory.ts'
import { type Sight, startWatch, watchOver } from './watchdog.ts'

const CHECK_MS = 1_000
const PROBE_MS = 5_000
/** A reload is told of by the page that came of it, which is no older than this then. */
const TOLD_WITHIN_MS = 60_000

export type WatchdogDeps = {
  readonly agent: DisplayAgent
  readonly rate: FrameRate
  /** What somebody types isn't taken from them to help the page. */
  readonly pageUse: Pick<PageUse, 'mayReload'>
  readonly remount: () => void
}

/** @returns the way to stop */
export function runWatchdog({ agent, rate, pageUse, remount }: WatchdogDeps): () => void {
  let watch = startWatch(performance.now())
  let frameAt = performance.now()
  let probedAt = Number.NEGATIVE_INFINITY
  let isAnswering: boolean | undefined
  const stopped = new AbortController()
  const reloaded = lastReload()
  if (reloaded && Date.now() - reloaded.at < TOLD_WITHIN_MS) agent.addTrouble(reloaded.ailment)

  let frame = requestAnimationFrame(function draw(now) {
    frameAt = performance.now()
    rate.count(now)
    frame = requestAnimationFrame(draw)
  })
  const seen = (): Sight => {
    const last = lastReload()
    return {
      now: performance.now(),
      frameAt,
      heardAt: agent.heardAt(),
      isHidden: document.visibilityState === 'hidden',
      isAnswering,
      msSinceReload: last ? Date.now() - last.at : last,
    }
  }
  async function probe(now: number): Promise<void> {
    if (now - probedAt < PROBE_MS) return
    probedAt = now
    isAnswering = await isServerThere(stopped.signal)
  }
  const check = () => {
    const sight = seen()
    if (sight.isHidden) rate.restart(sight.now)
    const isLeftAlone = !pageUse.mayReload()
    const { watch: next, act } = watchOver(watch, isLeftAlone ? { ...sight, isHidden: true } : sight)
    if (next.ailment && next.ailment !== watch.ailment) agent.addTrouble(next.ailment)
    watch = next
    if (act === 'probe') void probe(sight.now)
    // What was found out holds for one step.
    else isAnswering = undefined
    if (act === 'remount') {
      agent.addTrouble('remounted')
      remount()
    }
    if (act === 'reload' && next.ailment && rememberReload({ at: Date.now(), ailment: next.ailment })) location.reload()
  }
  const checking = setInterval(check, CHECK_MS)
  return () => {
    stopped.abort()
    cancelAnimationFrame(frame)
    clearInterval(checking)
  }
}
