// Draws the marks to canvases at run time: the stations' atlas for deck.gl, and the gauge and centre signs for MapLibre.
import { MARK_SHAPE } from '../design/mark-shapes.ts'
import type { Palette } from '../design/palette.ts'
import { MARKS_WORST_FIRST, type Mark } from '../overview/stations.ts'
import { CENTRE_SIGN, GAUGE_SIGN } from './place-signs.ts'

const CELL = 96
const UNITS = 24

export type MarkAtlas = {
  readonly canvas: HTMLCanvasElement
  readonly mapping: Record<Mark, { x: number; y: number; width: number; height: number; mask: boolean }>
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  return context
}

/** White on transparent, with a dark rim so that a mark stands off the lotus fill: colour comes from the layer. */
export function drawMarkAtlas(): MarkAtlas {
  const canvas = document.createElement('canvas')
  canvas.width = CELL * MARKS_WORST_FIRST.length
  canvas.height = CELL
  const context = contextOf(canvas)
  const mapping: Partial<MarkAtlas['mapping']> = {}
  MARKS_WORST_FIRST.forEach((mark, i) => {
    const shape = MARK_SHAPE[mark]
    const outline = new Path2D(shape.path)
    context.setTransform(CELL / UNITS, 0, 0, CELL / UNITS, i * CELL, 0)
    context.strokeStyle = '#fff'
    context.fillStyle = '#fff'
    context.lineJoin = 'round'
    context.lineCap = shape.dash.length > 0 ? 'butt' : 'round'
    context.lineWidth = shape.strokeWidth
    context.setLineDash([...shape.dash])
    context.stroke(outline)
    if (shape.isFilled) {
      context.save()
      context.clip(outline)
      context.fillRect(0, 0, UNITS, UNITS)
      context.restore()
    }
    mapping[mark] = { x: i * CELL, y: 0, width: CELL, height: CELL, mask: true }
  })
  return { canvas, mapping: mapping as MarkAtlas['mapping'] }
}

/** @param size CSS pixels; drawn at `ratio` device pixels each */
function drawSign(path: string, size: number, ratio: number, palette: Palette, tone: 'river' | 'lotus'): ImageData {
  const pixels = Math.round(size * ratio)
  const canvas = document.createElement('canvas')
  canvas.width = pixels
  canvas.height = pixels
  const context = contextOf(canvas)
  context.setTransform(pixels / UNITS, 0, 0, pixels / UNITS, 0, 0)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  const outline = new Path2D(path)
  context.strokeStyle = palette.ground
  context.lineWidth = 6
  context.stroke(outline)
  context.strokeStyle = palette[tone]
  context.lineWidth = 2.5
  context.stroke(outline)
  return context.getImageData(0, 0, pixels, pixels)
}

export const drawGaugeSign = (size: number, ratio: number, palette: Palette) =>
  drawSign(GAUGE_SIGN, size, ratio, palette, 'river')
export const drawCentreSign = (size: number, ratio: number, palette: Palette) =>
  drawSign(CENTRE_SIGN, size, ratio, palette, 'lotus')
