// The live layers of one map in their order, each replaced by itself. What lies below and above the stations is handed on together.
import type { Layer } from 'deck.gl'
import type { OverlayLayers } from '../drawn-map.ts'
import { MAP_LAYERS, type MapLayerId } from './layer-ids.ts'

export type LayerStack = { readonly set: (id: MapLayerId, layers: readonly Layer[]) => void }

/** What the stations are for themselves is not of the stack; what stands beside them (`stations`) lies right above. */
export function createLayerStack(show: (layers: OverlayLayers) => void): LayerStack {
  const held = new Map<MapLayerId, readonly Layer[]>()
  const at = MAP_LAYERS.indexOf('stations')
  const of = (ids: readonly MapLayerId[]) => ids.flatMap(id => held.get(id) ?? [])
  return {
    set: (id, layers) => {
      if ((held.get(id)?.length ?? 0) === 0 && layers.length === 0) return
      held.set(id, layers)
      show({ below: of(MAP_LAYERS.slice(0, at)), above: of(MAP_LAYERS.slice(at)) })
    },
  }
}
