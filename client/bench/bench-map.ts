// The real map with 100,000 synthetic points and 2,000 changes a second, drawn in one of the two ways and measured. Knows no React.
import 'maplibre-gl/dist/maplibre-gl.css'
import { MapLibreOverlay } from 'deck.gl'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { PALETTES } from '../design/palette.ts'
import { drawMarkAtlas } from '../map/canvas-marks.ts'
import { boundsOf } from '../map/framing.ts'
import type { Geo } from '../map/geo-query.ts'
import { mapStyle } from '../map/map-style.ts'
import { stationLooks } from '../map/station-looks.ts'
import { startLiveWay, startNaiveWay, type Way } from './bench-ways.ts'
import { type FrameFigures, meterFrames } from './frame-meter.ts'
import { createChance, createChanges, syntheticPositions } from './synthetic-points.ts'

export const POINTS = 100_000
export const CHANGES_PER_SECOND = 2_000
/** As the live link brings them. */
const BATCH_MS = 250
const SCREEN_LINES = 1_080
const SEED = 7

setWorkerUrl(workerUrl)

export type BenchMap = {
  readonly figures: () => FrameFigures
  /** Forgets the frames so far: what it takes to begin isn't measured. */
  readonly restart: () => void
  readonly stop: () => void
}

/** Resolves when the points are on the map and changes arrive. */
export async function startBenchMap(container: HTMLElement, geo: Geo, way: Way): Promise<BenchMap> {
  const meter = meterFrames()
  const unit = container.clientHeight / SCREEN_LINES
  const map = new MapLibreMap({
    container,
    style: mapStyle(geo, { label: 31 * unit, unit, palette: PALETTES.dark, hasSigns: false }),
    bounds: [...boundsOf(geo.province)],
    attributionControl: false,
    fadeDuration: 0,
    interactive: false,
    renderWorldCopies: false,
  })
  await map.once('load')
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [] })
  map.addControl(overlay)
  const chance = createChance(SEED)
  const positions = syntheticPositions(geo.province, POINTS, chance)
  const changes = createChanges(POINTS, chance)
  const start = way === 'live' ? startLiveWay : startNaiveWay
  const running = start(overlay, positions, changes.marks, stationLooks(drawMarkAtlas(), unit, PALETTES.dark))
  let appliedAt = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const due = Math.round(((now - appliedAt) * CHANGES_PER_SECOND) / 1_000)
    appliedAt = now
    const batch = Array.from({ length: due }, changes.next)
    meter.time(() => running.apply(batch))
  }, BATCH_MS)
  return {
    figures: meter.figures,
    restart: meter.restart,
    stop: () => {
      clearInterval(timer)
      running.stop()
      map.remove()
      meter.stop()
    },
  }
}
