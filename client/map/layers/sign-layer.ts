// Signs of fixed shape on the map: an atlas of outlines, drawn once, and one icon layer over it.
import { IconLayer, type Layer } from 'deck.gl'
import { LOAD_NOTHING, type LonLat, pointOf, type Rgb } from './layer-parts.ts'

const CELL = 96
const UNITS = 24

export type SignShape = { readonly path: string; readonly isFilled: boolean }
export type PlacedSign = {
  readonly at: LonLat
  readonly sign: string
  readonly colour: Rgb
  /** CSS pixels. */
  readonly size: number
}

/** White on transparent: colour comes from the layer. */
export function drawSigns(shapes: Readonly<Record<string, SignShape>>) {
  const names = Object.keys(shapes)
  const canvas = document.createElement('canvas')
  canvas.width = CELL * names.length
  canvas.height = CELL
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  const mapping: Record<string, { x: number; y: number; width: number; height: number; mask: boolean }> = {}
  names.forEach((name, i) => {
    const shape = shapes[name]
    if (!shape) return
    context.setTransform(CELL / UNITS, 0, 0, CELL / UNITS, i * CELL, 0)
    context.strokeStyle = '#fff'
    context.fillStyle = '#fff'
    context.lineJoin = 'round'
    context.lineCap = 'round'
    context.lineWidth = 2.2
    const path = new Path2D(shape.path)
    // A canvas, not an array.
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
    if (shape.isFilled) context.fill(path)
    context.stroke(path)
    mapping[name] = { x: i * CELL, y: 0, width: CELL, height: CELL, mask: true }
  })
  return { canvas, mapping }
}
export type SignAtlas = ReturnType<typeof drawSigns>

export const signLayer = (id: string, signs: readonly PlacedSign[], { canvas, mapping }: SignAtlas): Layer =>
  new IconLayer<PlacedSign>({
    id,
    data: signs as PlacedSign[],
    getPosition: pointOf,
    getIcon: ({ sign }) => sign,
    getSize: ({ size }) => size,
    getColor: ({ colour }) => colour,
    // A canvas is a texture source as good as an image; the declared type only knows addresses and textures.
    iconAtlas: canvas as unknown as string,
    iconMapping: mapping,
    sizeUnits: 'pixels',
    alphaCutoff: 0.02,
    loadOptions: LOAD_NOTHING,
  })
