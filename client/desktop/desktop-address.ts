// What the desktop shows, as it stands in the address: place, panel, layers, borders, where the map is. Pure. Whatever an address
// says that there isn't is left out; what other parts keep in it (language, a time of the past) stays.
import type { KeptView } from '../map/drawn-map.ts'
import type { MapLayerId } from '../map/layers/layer-ids.ts'
import { layersOf, layersText } from '../map/layers/layers-parameter.ts'
import type { Borders } from '../map/map-style.ts'
import { viewIn, viewText } from '../map/view-text.ts'
import { comparedIn } from './compared.ts'

export const VILLAGE_TABS = ['stations', 'alarms', 'programme'] as const
export type VillageTab = (typeof VILLAGE_TABS)[number]

export type DesktopChoice = {
  readonly village: string | undefined
  /** A station's (device's) id. */
  readonly station: string | undefined
  readonly series: string | undefined
  readonly tab: VillageTab
  readonly layers: readonly MapLayerId[]
  readonly borders: Borders
  /** Where somebody moved the map to; undefined = what the choice frames. */
  readonly view: KeptView | undefined
  /** Villages, and series, that are to stand side by side. */
  readonly villages: readonly string[]
  readonly curves: readonly string[]
}

/** Ids are the station's own; none is longer. */
const MAX_ID = 200

export function choiceIn(search: string): DesktopChoice {
  const parameters = new URLSearchParams(search)
  const id = (name: string) => {
    const value = parameters.get(name)
    return value !== null && value !== '' && value.length <= MAX_ID ? value : undefined
  }
  return {
    village: id('village'),
    station: id('station'),
    series: id('series'),
    tab: VILLAGE_TABS.find(tab => tab === parameters.get('tab')) ?? 'stations',
    layers: layersOf(parameters.get('layers')),
    borders: parameters.get('borders') === 'districts' ? 'districts' : 'communes',
    view: viewIn(parameters.get('map')),
    villages: comparedIn(parameters.get('villages')),
    curves: comparedIn(parameters.get('curves')),
  }
}

/** The search part of an address: these changes in it, everything else as it was. '' = nothing to say. */
export function searchWith(search: string, changes: Partial<DesktopChoice>): string {
  const parameters = new URLSearchParams(search)
  for (const [name, value] of Object.entries(textsOf(changes))) {
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  }
  // A comma means the same written plainly, and is read by people.
  const text = parameters.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** A place is chosen: what was open below the one before is left, and the map frames the new one. */
export const placeChoice = (
  place: Partial<Pick<DesktopChoice, 'village' | 'station' | 'series' | 'tab'>>,
): Partial<DesktopChoice> => ({
  village: undefined,
  station: undefined,
  series: undefined,
  tab: 'stations',
  view: undefined,
  ...place,
})

function textsOf(changes: Partial<DesktopChoice>): Record<string, string | undefined> {
  const texts: Record<string, string | undefined> = {}
  if ('village' in changes) texts['village'] = changes.village
  if ('station' in changes) texts['station'] = changes.station
  if ('series' in changes) texts['series'] = changes.series
  if ('tab' in changes) texts['tab'] = changes.tab === 'stations' ? undefined : changes.tab
  if (changes.layers) texts['layers'] = layersText(changes.layers)
  if (changes.borders) texts['borders'] = changes.borders === 'communes' ? undefined : changes.borders
  if (changes.villages) texts['villages'] = changes.villages.join(',') || undefined
  if (changes.curves) texts['curves'] = changes.curves.join(',') || undefined
  if ('view' in changes) texts['map'] = changes.view && viewText(changes.view)
  return texts
}
