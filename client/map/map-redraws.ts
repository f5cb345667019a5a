// Offers the map's two canvases to whoever wants to copy them: the map's own and the overlay's, which draws after it.
import type { Map as MapLibreMap } from 'maplibre-gl'
import { offerRedraw } from './canvas-redraw.ts'

export type MapRedraws = {
  readonly offerOverlay: (canvas: unknown) => void
  /** To be called after each drawing of the overlay. */
  readonly overlayDrawn: () => void
  /** Takes both offers back. */
  readonly stop: () => void
}

export function offerRedraws(map: MapLibreMap): MapRedraws {
  let awaited: readonly (() => void)[] = []
  let takeOverlayBack = () => {}
  const takeBack = offerRedraw(map.getCanvas(), onDrawn => {
    void map.once('render', onDrawn)
    map.triggerRepaint()
  })
  return {
    offerOverlay: canvas => {
      if (!(canvas instanceof HTMLCanvasElement)) return
      takeOverlayBack = offerRedraw(canvas, onDrawn => {
        awaited = [...awaited, onDrawn]
        map.triggerRepaint()
      })
    },
    overlayDrawn: () => {
      const told = awaited
      awaited = []
      for (const tell of told) tell()
    },
    stop: () => {
      takeBack()
      takeOverlayBack()
    },
  }
}
