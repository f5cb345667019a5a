// Feeds the stations to the deck.gl overlay: marks from the overview, rings from fresh readings. Knows no map.
import type { MapLibreOverlay } from 'deck.gl'
import { PALETTE } from '../design/palette.ts'
import type { LiveStore } from '../live/live-store.ts'
import type { JudgedStation } from '../overview/overview.ts'
import { MARKS_WORST_FIRST, type Mark } from '../overview/stations.ts'
import { drawMarkAtlas } from './canvas-marks.ts'
import { createStationArrays, moveRings, setMarks } from './station-arrays.ts'
import { markData, rgbOf, ringData, type StationData, stationLayers } from './station-layers.ts'

/** On a 1080-line screen: a station that is well is a small ring, one that is not is seen from the door. */
const MARK_PIXELS = {
  normal: 10,
  caution: 26,
  warning: 27,
  critical: 25,
  stale: 17,
  dead: 17,
} as const satisfies Record<Mark, number>
const RING_PIXELS = 20

export type StationFeed = { readonly set: (judged: readonly JudgedStation[]) => void; readonly stop: () => void }

/** Hands the stations to the overlay: at most once per animation frame, and only when something changed. */
export function feedStations(overlay: MapLibreOverlay, live: LiveStore, unit: number): StationFeed {
  const atlas = drawMarkAtlas()
  const sizeOf = Object.fromEntries(MARKS_WORST_FIRST.map(mark => [mark, MARK_PIXELS[mark] * unit])) as Record<
    Mark,
    number
  >
  const ring = { radius: RING_PIXELS * unit, colour: rgbOf(PALETTE.river) }
  const isStill = matchMedia('(prefers-reduced-motion: reduce)')
  let arrays = createStationArrays([])
  let data = dataOf()
  let stationAt = new Map<number, number>()
  let known: readonly unknown[] = []
  let scheduled = 0

  function dataOf(): StationData {
    const marks = Object.fromEntries(MARKS_WORST_FIRST.map(mark => [mark, markData(arrays, mark)]))
    return { marks: marks as StationData['marks'], rings: ringData(arrays) }
  }
  function schedule(): void {
    scheduled ||= requestAnimationFrame(draw)
  }
  function draw(): void {
    scheduled = 0
    const { moved, running } = moveRings(arrays, performance.now(), ring)
    if (moved) data = { ...data, rings: ringData(arrays) }
    overlay.setProps({ layers: stationLayers(data, atlas, unit) })
    if (running) schedule()
  }
  const stopListening = live.onReadings(({ kind, indexes }) => {
    if (kind === 'snapshot' || isStill.matches) return
    const now = performance.now()
    for (const n of indexes) {
      const at = stationAt.get(n)
      if (at !== undefined) arrays.pulsedAt[at] = now
    }
    schedule()
  })
  return {
    set: (judged: readonly JudgedStation[]) => {
      const isSame = judged.length === known.length && judged.every(({ station }, i) => station === known[i])
      if (!isSame) {
        known = judged.map(({ station }) => station)
        arrays = createStationArrays(judged.map(({ station }) => station))
        stationAt = new Map(judged.flatMap(({ station }, i) => station.series.map(({ n }) => [n, i] as const)))
        data = dataOf()
      }
      const changed = setMarks(
        arrays,
        judged.map(({ mark }) => mark),
        sizeOf,
      )
      if (changed.size === 0 && isSame) return
      const marks = { ...data.marks }
      for (const mark of changed) marks[mark] = markData(arrays, mark)
      data = { ...data, marks }
      schedule()
    },
    stop: () => {
      stopListening()
      cancelAnimationFrame(scheduled)
    },
  }
}
