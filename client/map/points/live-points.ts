// Points on the map whose marks and readings change many times a second: two layers that stay the same objects for as long as the points
// do, fed by writing into their rows. Knows no station and no overlay.
import type { Layer } from 'deck.gl'
import type { Mark } from '../../overview/stations.ts'
import { MarkLayer, type MarkLook, markUniformsOf } from './mark-layer.ts'
import { createMarkRows, ROW_SIZE } from './mark-rows.ts'
import { PulseLayer } from './pulse-layer.ts'
import { createPulseRows } from './pulse-rows.ts'

export type PointLooks = {
  readonly atlas: HTMLCanvasElement
  readonly marks: Readonly<Record<Mark, MarkLook>>
  readonly pulse: {
    readonly colour: readonly [number, number, number]
    readonly radius: number
    readonly lineWidth: number
  }
}

export type LivePoints = {
  /** Rings below, marks above. */
  readonly layers: readonly Layer[]
  readonly setMark: (point: number, mark: Mark) => void
  readonly pulse: (point: number) => void
}

/** Nothing of a layer is ever fetched; said here so that no loader looks for a worker of its own elsewhere. */
const LOAD_NOTHING = { core: { worker: false } }

/**
 * @param id of the layers, the same for the points that follow these
 * @param positions longitude and latitude of each point, one after the other
 * @param marks one per point
 * @param now monotonic milliseconds
 */
export function createLivePoints(
  id: string,
  positions: Float64Array,
  marks: readonly Mark[],
  looks: PointLooks,
  now: () => number,
): LivePoints {
  const markRows = createMarkRows(positions, marks)
  const pulseRows = createPulseRows(marks.length)
  const markLayer = new MarkLayer({
    id: `${id}-marks`,
    data: { length: marks.length },
    rows: markRows,
    look: markUniformsOf(looks.marks),
    // A canvas is a texture source as good as an image; the declared type only knows addresses and textures.
    iconAtlas: looks.atlas as unknown as string,
    alphaCutoff: 0.02,
    loadOptions: LOAD_NOTHING,
  })
  const pulseLayer = new PulseLayer({
    id: `${id}-pulses`,
    data: { length: pulseRows.values.length / ROW_SIZE },
    rows: pulseRows,
    now,
    ...looks.pulse,
    filled: false,
    stroked: true,
    loadOptions: LOAD_NOTHING,
  })
  return {
    layers: [pulseLayer, markLayer],
    setMark: (point, mark) => {
      if (markRows.setMark(point, mark)) markLayer.setNeedsRedraw()
    },
    pulse: point => {
      pulseRows.add(positions[point * 2] ?? 0, positions[point * 2 + 1] ?? 0, now())
      pulseLayer.setNeedsRedraw()
    },
  }
}
