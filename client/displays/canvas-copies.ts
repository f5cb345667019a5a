// Copies of the page's canvases as they are shown, the map's WebGL ones read in the frame in which they are drawn.
import { redrawOf } from '../map/canvas-redraw.ts'

/** A canvas that draws only when something changes may be still for this long. */
const DRAWN_WITHIN_MS = 3_000

/** Data addresses by canvas; one that can't be read is left out. @param share of the size, 0 to 1 */
export async function copyCanvases(root: ParentNode, share: number): Promise<ReadonlyMap<HTMLCanvasElement, string>> {
  const copies = new Map<HTMLCanvasElement, string>()
  const shown = [...root.querySelectorAll('canvas')].filter(({ width, height }) => width > 0 && height > 0)
  await Promise.all(
    shown.map(async canvas => {
      const copy = await copyOf(canvas, share)
      if (copy) copies.set(canvas, copy.toDataURL('image/png'))
    }),
  )
  return copies
}

function copyOf(canvas: HTMLCanvasElement, share: number): Promise<HTMLCanvasElement | undefined> {
  const { promise, resolve } = Promise.withResolvers<HTMLCanvasElement | undefined>()
  const read = () => {
    clearTimeout(tooLate)
    resolve(scaled(canvas, share))
  }
  const tooLate = setTimeout(read, DRAWN_WITHIN_MS)
  const redraw = redrawOf(canvas)
  if (redraw) redraw(read)
  else read()
  return promise
}

function scaled(canvas: HTMLCanvasElement, share: number): HTMLCanvasElement | undefined {
  const copy = document.createElement('canvas')
  copy.width = Math.max(1, Math.round(canvas.clientWidth * share))
  copy.height = Math.max(1, Math.round(canvas.clientHeight * share))
  const context = copy.getContext('2d')
  if (!context) return undefined
  context.drawImage(canvas, 0, 0, copy.width, copy.height)
  return copy
}
