// deck.gl's overlay on a MapLibre map, and how both are let go of at any time.
import { type Layer, MapLibreOverlay } from 'deck.gl'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapRedraws } from './map-redraws.ts'

type Device = Layer['context']['device']

export type MapOverlay = {
  readonly show: (layers: readonly Layer[]) => void
  /** The map goes with it. */
  readonly remove: () => void
}

export function joinOverlay(map: MapLibreMap, redraws: Pick<MapRedraws, 'offerOverlay' | 'overlayDrawn'>): MapOverlay {
  let device: Device | undefined
  let isOver = false
  const letGo = () => {
    removeMap(map)
    // Left behind by the overlay; it goes on watching the pixel ratio and holds the canvas.
    device?.getDefaultCanvasContext().destroy()
    device?.destroy()
  }
  const overlay = new MapLibreOverlay({
    interleaved: false,
    layers: [],
    onAfterRender: redraws.overlayDrawn,
    // It would be a stop of the Tab key at which nothing can be done: keys belong to the map's own canvas.
    onLoad: () => device?.getDefaultCanvasContext().htmlCanvas?.removeAttribute('tabindex'),
    onDeviceInitialized: made => {
      device = made
      // The overlay has not finished with it yet.
      if (isOver) setTimeout(letGo)
      else redraws.offerOverlay(made.getDefaultCanvasContext().canvas)
    },
  })
  map.addControl(overlay)
  return {
    show: layers => overlay.setProps({ layers: [...layers] }),
    remove: () => {
      isOver = true
      // Its device comes later, and nobody is told of one that comes too late: then all of it waits for that.
      if (device) letGo()
    },
  }
}

/** What it lets go of may ask it for one more frame, of which it would find its style gone. */
export function removeMap(map: MapLibreMap): void {
  map.triggerRepaint = () => {}
  map.remove()
}
