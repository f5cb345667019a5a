// What a page can measure of itself for its report.
import { buildId } from './build-id.ts'
import type { Measures } from './display-agent.ts'
import { displayId } from './display-id.ts'
import type { FrameRate } from './frame-rate.ts'

/** Only Chromium says how much memory its scripts hold. */
type Measured = Performance & { readonly memory?: { readonly usedJSHeapSize: number } }

export function pageMeasures(rate: FrameRate): Measures {
  const timing: Measured = performance
  return {
    display: displayId(),
    version: buildId,
    width: Math.max(1, window.innerWidth),
    height: Math.max(1, window.innerHeight),
    pixelRatio: window.devicePixelRatio,
    fps: rate.perSecond(timing.now()),
    heapBytes: timing.memory?.usedJSHeapSize ?? null,
    clock: Date.now(),
    uptimeMs: timing.now(),
  }
}
