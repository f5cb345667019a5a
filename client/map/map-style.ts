// The night river: the map's style, built only from /geo data and the palette. Pure; sizes come from the page's type scale.
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { Palette } from '../design/palette.ts'
import type { Geo } from './geo-query.ts'
import { LINE_HEIGHT } from './label-placement.ts'
import { mapFontFaces, REGULAR, SEMIBOLD } from './map-fonts.ts'

export type MapLooks = {
  /** Label size in CSS pixels. */
  readonly label: number
  /** Stroke unit: 1 on a 1080-line screen. */
  readonly unit: number
  readonly palette: Palette
  /** Gauges and the operations centre; left out where no legend explains them. */
  readonly hasSigns: boolean
}

/** Which borders are drawn: the plan's districts, or the communes of today. */
export type Borders = 'communes' | 'districts'
export const BORDER_LAYER = { communes: 'current-communes', districts: 'districts' } as const satisfies Record<
  Borders,
  string
>

const EMPTY = { type: 'FeatureCollection' as const, features: [] }
const isRiver: ExpressionSpecification = ['==', ['get', 'class'], 'river']
const isCanal: ExpressionSpecification = ['==', ['get', 'class'], 'canal']
const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const

export function mapStyle(geo: Geo, { label, unit, palette, hasSigns }: MapLooks): StyleSpecification {
  const halo = { 'text-halo-color': palette.ground, 'text-halo-width': label * 0.11, 'text-halo-blur': 0 }
  // Placed by label-placement.ts: every village is named, always.
  const villageText = {
    'text-size': label,
    'text-anchor': ['get', 'anchor'] as ExpressionSpecification,
    'text-allow-overlap': true,
    'text-max-width': 40,
  }
  return {
    version: 8,
    'font-faces': mapFontFaces(),
    sources: {
      province: { type: 'geojson', data: geo.province },
      districts: { type: 'geojson', data: geo.districts },
      'current-communes': { type: 'geojson', data: geo.currentCommunes },
      communes: { type: 'geojson', data: geo.communes, promoteId: 'code' },
      waterways: { type: 'geojson', data: geo.waterways },
      places: { type: 'geojson', data: geo.places },
      gauges: { type: 'geojson', data: EMPTY },
      villages: { type: 'geojson', data: EMPTY },
      'river-names': { type: 'geojson', data: EMPTY },
      'district-names': { type: 'geojson', data: EMPTY },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      { id: 'land', type: 'fill', source: 'province', paint: { 'fill-color': palette.land } },
      {
        id: 'land-inner-edge',
        type: 'line',
        source: 'province',
        layout: ROUND,
        paint: {
          'line-color': palette.landEdge,
          'line-width': 14 * unit,
          'line-offset': 7 * unit,
          'line-opacity': 0.5,
        },
      },
      {
        id: BORDER_LAYER.districts,
        type: 'line',
        source: 'districts',
        layout: { ...ROUND, visibility: 'none' },
        paint: { 'line-color': palette.hairline, 'line-width': unit },
      },
      {
        id: BORDER_LAYER.communes,
        type: 'line',
        source: 'current-communes',
        layout: { ...ROUND, visibility: 'none' },
        paint: { 'line-color': palette.hairline, 'line-width': unit },
      },
      {
        id: 'land-edge',
        type: 'line',
        source: 'province',
        layout: ROUND,
        paint: { 'line-color': palette.border, 'line-width': 1.5 * unit },
      },
      {
        id: 'canals',
        type: 'line',
        source: 'waterways',
        filter: isCanal,
        layout: ROUND,
        paint: { 'line-color': palette.river, 'line-width': 1.5 * unit, 'line-opacity': 0.5 },
      },
      {
        id: 'rivers-glow',
        type: 'line',
        source: 'waterways',
        filter: isRiver,
        layout: ROUND,
        paint: { 'line-color': palette.river, 'line-width': 20 * unit, 'line-opacity': 0.16 },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'waterways',
        filter: isRiver,
        layout: ROUND,
        paint: { 'line-color': palette.river, 'line-width': 7 * unit, 'line-opacity': 0.85 },
      },
      {
        id: 'village-fill',
        type: 'fill',
        source: 'communes',
        paint: {
          'fill-color': palette.lotus,
          // Filled like that near by, the one that was chosen would drown what stands in it.
          'fill-opacity': [
            'interpolate',
            ['linear'],
            ['zoom'],
            9.5,
            ['case', isSelected, 0.3, 0.14],
            12,
            ['case', isSelected, 0.12, 0.08],
          ],
        },
      },
      {
        id: 'village-edge',
        type: 'line',
        source: 'communes',
        layout: ROUND,
        paint: { 'line-color': palette.lotus, 'line-width': ['case', isSelected, 3.5 * unit, 2 * unit] },
      },
      {
        id: 'district-labels',
        type: 'symbol',
        source: 'district-names',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [REGULAR],
          'text-size': label * 0.9,
          'text-letter-spacing': 0.12,
          'text-allow-overlap': true,
        },
        paint: { ...halo, 'text-color': palette.muted, 'text-opacity': 0.55 },
      },
      {
        id: 'river-labels',
        type: 'symbol',
        source: 'river-names',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [REGULAR],
          'text-size': label * 0.9,
          'text-letter-spacing': 0.14,
          'text-rotate': ['get', 'degrees'],
          'text-rotation-alignment': 'map',
          'text-allow-overlap': true,
        },
        paint: { ...halo, 'text-color': palette.river },
      },
      {
        id: 'gauges',
        type: 'symbol',
        source: 'gauges',
        layout: {
          visibility: hasSigns ? 'visible' : 'none',
          'icon-image': 'gauge',
          'icon-allow-overlap': true,
          'icon-size': 1,
          'icon-padding': 0,
        },
      },
      {
        id: 'centre',
        type: 'symbol',
        source: 'places',
        filter: ['==', ['get', 'kind'], 'operations_centre'],
        layout: {
          visibility: hasSigns ? 'visible' : 'none',
          'icon-image': 'centre',
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
      },
      {
        id: 'village-notes',
        type: 'symbol',
        source: 'villages',
        layout: {
          ...villageText,
          'text-field': ['get', 'note'],
          'text-font': [REGULAR],
          'text-offset': ['case', ['get', 'isLifted'], ['literal', [0, 0]], ['literal', [0, LINE_HEIGHT]]],
        },
        paint: { ...halo, 'text-color': palette.muted },
      },
      {
        id: 'village-labels',
        type: 'symbol',
        source: 'villages',
        layout: {
          ...villageText,
          'text-field': ['get', 'name'],
          'text-font': [SEMIBOLD],
          'text-offset': ['case', ['get', 'isLifted'], ['literal', [0, -LINE_HEIGHT]], ['literal', [0, 0]]],
        },
        paint: { ...halo, 'text-color': palette.text },
      },
    ],
  }
}
