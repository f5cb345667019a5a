// Which layers an address asks for. Pure.
import { MAP_LAYERS, type MapLayerId } from './layer-ids.ts'

const DEFAULT: readonly MapLayerId[] = ['stations', 'alarms']

/** "stations,water"; missing = the usual ones, empty = none. What there isn't is left out. */
export function layersOf(parameter: string | null): readonly MapLayerId[] {
  if (parameter === null) return DEFAULT
  const asked = parameter.split(',')
  return MAP_LAYERS.filter(layer => asked.includes(layer))
}

/** The parameter after one layer was switched; undefined = the usual ones. */
export function layersParameter(layers: readonly MapLayerId[], switched: MapLayerId): string | undefined {
  const next = MAP_LAYERS.filter(layer => (layer === switched ? !layers.includes(layer) : layers.includes(layer)))
  const text = next.join(',')
  return text === DEFAULT.join(',') ? undefined : text
}
