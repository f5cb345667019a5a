// Canvases whose picture is gone once it was shown. Who wants to copy one asks for a new drawing and reads it in the same frame.
// Knows neither the map nor who copies.

/** Draws soon, and tells at once when that is done. */
export type Redraw = (onDrawn: () => void) => void

const redraws = new Map<HTMLCanvasElement, Redraw>()

/** @returns the way to take the offer back */
export function offerRedraw(canvas: HTMLCanvasElement, redraw: Redraw): () => void {
  redraws.set(canvas, redraw)
  return () => redraws.delete(canvas)
}

export const redrawOf = (canvas: HTMLCanvasElement): Redraw | undefined => redraws.get(canvas)
