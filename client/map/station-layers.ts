// From the stations' typed arrays to deck.gl layers. New layer instances are cheap; only changed arrays get a new data object.
import { IconLayer, ScatterplotLayer } from 'deck.gl'
import { MARK_COLOUR } from '../design/palette.ts'
import { MARKS_WORST_FIRST, type Mark } from '../overview/stations.ts'
import type { MarkAtlas } from './canvas-marks.ts'
import type { StationArrays } from './station-arrays.ts'

type BinaryData = {
  readonly length: number
  readonly attributes: Record<string, { value: Float32Array | Uint8Array; size: number; normalized?: boolean }>
}

export type StationData = { readonly marks: Record<Mark, BinaryData>; readonly rings: BinaryData }

const positionsOf = ({ positions }: StationArrays) => ({ value: positions, size: 2 })

export const markData = (arrays: StationArrays, mark: Mark): BinaryData => ({
  length: arrays.count,
  attributes: { getPosition: positionsOf(arrays), getSize: { value: arrays.sizes[mark], size: 1 } },
})

export const ringData = (arrays: StationArrays): BinaryData => ({
  length: arrays.count,
  attributes: {
    getPosition: positionsOf(arrays),
    getRadius: { value: arrays.ringRadius, size: 1 },
    getLineColor: { value: arrays.ringColour, size: 4, normalized: true },
  },
})

/** Nothing of a layer is ever fetched; said here so that no loader looks for a worker of its own elsewhere. */
const LOAD_NOTHING = { core: { worker: false } }

const colourOf = (mark: Mark): [number, number, number] => rgbOf(MARK_COLOUR[mark])

export function rgbOf(hex: string): [number, number, number] {
  const number = Number.parseInt(hex.slice(1), 16)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}

/** Rings lowest, then marks from best to worst: a warning is never covered by a station that is well. */
export function stationLayers(data: StationData, atlas: MarkAtlas, unit: number) {
  const marks = [...MARKS_WORST_FIRST].reverse().map(
    mark =>
      new IconLayer({
        id: `stations-${mark}`,
        data: data.marks[mark],
        // A canvas is a texture source as good as an image; the declared type only knows addresses and textures.
        iconAtlas: atlas.canvas as unknown as string,
        iconMapping: atlas.mapping,
        getIcon: () => mark,
        getColor: colourOf(mark),
        sizeUnits: 'pixels',
        alphaCutoff: 0.02,
        loadOptions: LOAD_NOTHING,
      }),
  )
  const rings = new ScatterplotLayer({
    id: 'station-rings',
    data: data.rings,
    filled: false,
    stroked: true,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    getLineWidth: 2.5 * unit,
    loadOptions: LOAD_NOTHING,
  })
  return [rings, ...marks]
}
