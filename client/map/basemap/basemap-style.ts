// The richer base map in the palette of the night river: land, water, roads and places, all quieter than what lies on them. Pure.
// Layer and kind names are those of the Protomaps basemap schema, version 4.
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { REGULAR } from '../map-fonts.ts'
import type { MapLooks } from '../map-style.ts'

export const BASEMAP_SOURCE = 'basemap'

const GREEN = [
  'forest',
  'wood',
  'park',
  'nature_reserve',
  'protected_area',
  'grass',
  'grassland',
  'wetland',
  'farmland',
]
const BUILT = ['residential', 'industrial', 'commercial', 'hospital', 'school', 'university', 'aerodrome', 'pedestrian']
const FLOWING = ['river', 'canal', 'stream']
const MAJOR = ['highway', 'major_road']
const PLACES = ['locality', 'neighbourhood']

const kind = (...kinds: readonly string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', [...kinds]]]
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString']
const byZoom = (far: number, near: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  far,
  13,
  near,
]

export function basemapLayers({ label, unit, palette }: Omit<MapLooks, 'hasSigns'>): readonly LayerSpecification[] {
  const from = { source: BASEMAP_SOURCE }
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  return [
    {
      ...from,
      id: 'base-green',
      type: 'fill',
      'source-layer': 'landuse',
      filter: kind(...GREEN),
      paint: { 'fill-color': palette.green },
    },
    {
      ...from,
      id: 'base-built',
      type: 'fill',
      'source-layer': 'landuse',
      filter: kind(...BUILT),
      paint: { 'fill-color': palette.built },
    },
    {
      ...from,
      id: 'base-water',
      type: 'fill',
      'source-layer': 'water',
      filter: isArea,
      paint: { 'fill-color': palette.water },
    },
    {
      ...from,
      id: 'base-streams',
      type: 'line',
      'source-layer': 'water',
      filter: ['all', isLine, kind(...FLOWING)],
      layout: round,
      paint: { 'line-color': palette.water, 'line-width': byZoom(0.6 * unit, 2.4 * unit) },
    },
    {
      ...from,
      id: 'base-minor-roads',
      type: 'line',
      'source-layer': 'roads',
      filter: kind('minor_road'),
      minzoom: 11,
      layout: round,
      paint: { 'line-color': palette.minorRoad, 'line-width': byZoom(0.4 * unit, 1.6 * unit) },
    },
    {
      ...from,
      id: 'base-major-roads',
      type: 'line',
      'source-layer': 'roads',
      filter: kind(...MAJOR),
      layout: round,
      paint: { 'line-color': palette.majorRoad, 'line-width': byZoom(0.8 * unit, 3 * unit) },
    },
    {
      ...from,
      id: 'base-places',
      type: 'symbol',
      'source-layer': 'places',
      filter: kind(...PLACES),
      minzoom: 9,
      layout: {
        'text-field': ['coalesce', ['get', 'name:vi'], ['get', 'name'], ''],
        'text-font': [REGULAR],
        'text-size': label * 0.8,
        // Wherever one of our own names or signs stands, these give way.
        'text-padding': label * 0.4,
      },
      paint: {
        'text-color': palette.muted,
        'text-opacity': 0.5,
        'text-halo-color': palette.ground,
        'text-halo-width': label * 0.09,
      },
    },
  ]
}
