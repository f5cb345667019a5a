// Feeds the stations to their layers: marks from the overview, rings from fresh readings. Knows no map; the layers are handed out.
import type { Layer } from 'deck.gl'
import type { LiveStore } from '../live/live-store.ts'
import type { JudgedStation } from '../overview/overview.ts'
import { drawMarkAtlas } from './canvas-marks.ts'
import type { MapLooks } from './map-style.ts'
import { createLivePoints, type LivePoints } from './points/live-points.ts'
import { stationLooks } from './station-looks.ts'

export type StationFeed = { readonly set: (judged: readonly JudgedStation[]) => void; readonly stop: () => void }

/** @param show gets the layers whenever there are other stations; what happens to stations needs no other layers */
export function feedStations(
  show: (layers: readonly Layer[]) => void,
  live: LiveStore,
  { unit, palette }: Pick<MapLooks, 'unit' | 'palette'>,
): StationFeed {
  const looks = stationLooks(drawMarkAtlas(), unit, palette)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)')
  let points: LivePoints | undefined
  let pointOf = new Map<number, number>()
  let known: readonly unknown[] = []

  const stopListening = live.onReadings(({ kind, indexes }) => {
    if (kind === 'snapshot' || isStill.matches) return
    // A station measures several series at once; its ring is one.
    const fresh = new Set<number>()
    for (const n of indexes) {
      const point = pointOf.get(n)
      if (point !== undefined) fresh.add(point)
    }
    for (const point of fresh) points?.pulse(point)
  })
  return {
    set: judged => {
      const isSame = judged.length === known.length && judged.every(({ station }, i) => station === known[i])
      if (isSame) {
        judged.forEach(({ mark }, i) => points?.setMark(i, mark))
        return
      }
      known = judged.map(({ station }) => station)
      pointOf = new Map(judged.flatMap(({ station }, i) => station.series.map(({ n }) => [n, i] as const)))
      points = createLivePoints(
        'stations',
        Float64Array.from(judged.flatMap(({ station: { lon, lat } }) => [lon, lat])),
        judged.map(({ mark }) => mark),
        looks,
        () => performance.now(),
      )
      show(judged.length > 0 ? points.layers : [])
    },
    stop: stopListening,
  }
}
