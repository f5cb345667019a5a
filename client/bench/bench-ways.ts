// Two ways to show points that change: the one the map uses, and the one that comes to mind first. Both draw the same picture.
import { IconLayer, type MapLibreOverlay, ScatterplotLayer } from 'deck.gl'
import { drawMarkAtlas } from '../map/canvas-marks.ts'
import { createLivePoints, type PointLooks } from '../map/points/live-points.ts'
import { PULSE_MS } from '../map/points/pulse-rows.ts'
import type { Mark } from '../overview/stations.ts'
import { MARKS_WORST_FIRST } from '../overview/stations.ts'
import type { Change } from './synthetic-points.ts'

export type Way = 'live' | 'naive'
export const wayOf = (search: string): Way => (new URLSearchParams(search).get('way') === 'naive' ? 'naive' : 'live')

export type RunningWay = { readonly apply: (changes: readonly Change[]) => void; readonly stop: () => void }

/** Fixed arrays, written in place; layers that stay. */
export function startLiveWay(
  overlay: MapLibreOverlay,
  positions: Float64Array,
  marks: readonly Mark[],
  looks: PointLooks,
): RunningWay {
  const points = createLivePoints('bench', positions, marks, looks, () => performance.now())
  overlay.setProps({ layers: [...points.layers] })
  return {
    apply: changes => {
      for (const { point, mark } of changes) {
        points.setMark(point, mark)
        points.pulse(point)
      }
    },
    stop: () => undefined,
  }
}

type NaivePoint = { readonly position: [number, number]; readonly mark: Mark }
type NaiveRing = { readonly position: [number, number]; readonly beganAt: number }

/** New objects in new arrays for new layers in every frame, as one would from a component's state. */
export function startNaiveWay(
  overlay: MapLibreOverlay,
  positions: Float64Array,
  marks: readonly Mark[],
  looks: PointLooks,
): RunningWay {
  const { mapping } = drawMarkAtlas()
  const positionOf = (point: number): [number, number] => [positions[point * 2] ?? 0, positions[point * 2 + 1] ?? 0]
  let points: NaivePoint[] = marks.map((mark, point) => ({ position: positionOf(point), mark }))
  let rings: NaiveRing[] = []
  let frame = requestAnimationFrame(draw)

  function draw(): void {
    const now = performance.now()
    rings = rings.filter(({ beganAt }) => now - beganAt < PULSE_MS)
    points = points.map(point => ({ ...point }))
    overlay.setProps({ layers: layersAt(now) })
    frame = requestAnimationFrame(draw)
  }
  function layersAt(now: number) {
    const shareOf = ({ beganAt }: NaiveRing) => (now - beganAt) / PULSE_MS
    return [
      new ScatterplotLayer<NaiveRing>({
        id: 'bench-pulses',
        data: rings,
        getPosition: ({ position }) => position,
        getRadius: ring => looks.pulse.radius * (0.25 + 0.75 * (1 - (1 - shareOf(ring)) ** 2)),
        getLineColor: ring => [...looks.pulse.colour, 230 * (1 - shareOf(ring))],
        updateTriggers: { getRadius: now, getLineColor: now },
        filled: false,
        stroked: true,
        radiusUnits: 'pixels',
        lineWidthUnits: 'pixels',
        getLineWidth: looks.pulse.lineWidth,
      }),
      ...MARKS_WORST_FIRST.toReversed().map(
        own =>
          new IconLayer<NaivePoint>({
            id: `bench-${own}`,
            data: points.filter(({ mark }) => mark === own),
            iconAtlas: looks.atlas as unknown as string,
            iconMapping: mapping,
            getPosition: ({ position }) => position,
            getIcon: ({ mark }) => mark,
            getSize: ({ mark }) => looks.marks[mark].size,
            getColor: ({ mark }) => [...looks.marks[mark].colour],
            alphaCutoff: 0.02,
          }),
      ),
    ]
  }
  return {
    apply: changes => {
      const changed = new Map(changes.map(({ point, mark }) => [point, mark]))
      points = points.map((point, i) => ({ ...point, mark: changed.get(i) ?? point.mark }))
      const now = performance.now()
      rings = [...rings, ...changes.map(({ point }) => ({ position: positionOf(point), beganAt: now }))]
    },
    stop: () => cancelAnimationFrame(frame),
  }
}
