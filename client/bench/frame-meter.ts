// How long the page's own script runs in each frame: everything called from an animation frame, and what was reported since the last one.

/** The newest so many frames are kept, in an array that never grows: the meter must not be what it measures. */
const KEPT = 3_600

export type FrameFigures = { readonly frames: number; readonly p50: number; readonly p95: number; readonly max: number }

export type FrameMeter = {
  /** Runs work outside of an animation frame; it counts for the next one. */
  readonly time: (work: () => void) => void
  /** Milliseconds per frame since the last `restart`. */
  readonly figures: () => FrameFigures
  readonly restart: () => void
  readonly stop: () => void
}

/** From now on every animation frame asked for is measured, whoever asks for it. */
export function meterFrames(): FrameMeter {
  const original = window.requestAnimationFrame
  const frames = new Float32Array(KEPT)
  let count = 0
  let ofFrame = 0
  let frameAt = Number.NaN

  function add(from: number): void {
    ofFrame += performance.now() - from
  }
  function enter(frame: number): void {
    if (frame === frameAt) return
    if (!Number.isNaN(frameAt)) {
      frames[count % KEPT] = ofFrame
      count += 1
      ofFrame = 0
    }
    frameAt = frame
  }
  window.requestAnimationFrame = callback =>
    original.call(window, frame => {
      enter(frame)
      const from = performance.now()
      try {
        callback(frame)
      } finally {
        add(from)
      }
    })
  return {
    time: work => {
      const from = performance.now()
      work()
      add(from)
    },
    figures: () => {
      const sorted = frames.slice(0, count).sort()
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
      return { frames: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) }
    },
    restart: () => {
      count = 0
    },
    stop: () => {
      window.requestAnimationFrame = original
    },
  }
}
