// Which layers an address asks for. Pure.
import { MAP_LAYERS, type MapLayerId } from './layer-ids.ts'

const DEFAULT: readonly MapLayerId[] = ['stations', 'alarms']

/** "stations,water"; missing = the usual ones, empty = none. What there isn't is left out. */
export function layersOf(parameter: string | null): readonly MapLayerId[] {
  if (parameter === null) return DEFAULT
  const asked = parameter.split(',')
  return MAP_LAYERS.filter(layer => asked.includes(layer))
}

/** The parameter for these layers; undefined = the usual ones. */
export function layersText(layers: readonly MapLayerId[]): string | undefined {
  const text = MAP_LAYERS.filter(layer => layers.includes(layer)).join(',')
  return text === DEFAULT.join(',') ? undefined : text
}

/** The same layers after one was switched. */
export const switchedLayers = (layers: readonly MapLayerId[], switched: MapLayerId): readonly MapLayerId[] =>
  layers.includes(switched) ? layers.filter(layer => layer !== switched) : [...layers, switched]
