// The villages' names and the gauges' signs as points for the map. Places are found in pixels and handed over in degrees.
import type { Feature, FeatureCollection, Point as GeoPoint, Position } from 'geojson'
import type { Registry } from '../../shared/registry.ts'
import { type Box, boxOf, overlaps, type Point } from './boxes.ts'
import { placeDistrictLabels } from './district-labels.ts'
import type { Geo } from './geo-query.ts'
import { LINE_HEIGHT, placeLabels } from './label-placement.ts'
import { placeRiverLabels } from './river-labels.ts'

export type VillageLabel = {
  readonly id: string
  readonly name: string
  /** What stands under the name, '' for nothing: only what differs from normal is said. */
  readonly note: string
  /** Code of the outline in communes.geojson. */
  readonly code: string
}

/** @param noteOf '' for nothing */
export const villageLabels = ({ villages }: Registry, noteOf: (villageId: string) => string): readonly VillageLabel[] =>
  villages.map(({ id, name, outlineId }) => ({ id, name, note: noteOf(id), code: codeOfOutline(outlineId) }))

export const gaugePoints = ({ gauges }: Registry): FeatureCollection<GeoPoint> => ({
  type: 'FeatureCollection',
  features: gauges.map(({ id, position }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: position },
    properties: { id },
  })),
})

/** Feature id in communes.geojson ("c30058") to the code that identifies the feature on the map. */
export const codeOfOutline = (outlineId: string): string => outlineId.replace(/^c/, '')

/** Rivers and districts are set smaller than villages, but letter-spaced. */
const RIVER_SPACING = 1.05

/** The map as the placement needs it. */
export type Sheet = {
  readonly project: (position: Position) => Point
  readonly unproject: (point: Point) => Position
  /** Width of a text at label size, in CSS pixels. */
  readonly measure: (text: string) => number
  readonly label: number
  /** From the middle of a river to the middle of its name. */
  readonly riverOffset: number
  /** The widest note there can be. */
  readonly longestNote: string
  readonly area: Box
  /** The units whose borders are drawn; named where there is room. */
  readonly units: Geo['districts']
  readonly panels: readonly Box[]
  /** Positions of signs that a name must not cover, and their size. */
  readonly signs: readonly Position[]
  readonly signSize: number
}

export type PlacedLabels = Readonly<Record<'villages' | 'rivers' | 'districts', FeatureCollection<GeoPoint>>> & {
  /** Where something is written now. */
  readonly boxes: readonly Box[]
}

/** Villages first, then the rivers, then the districts where there is room left. */
export function placedLabels(labels: readonly VillageLabel[], geo: Geo, sheet: Sheet): PlacedLabels {
  const { project, unproject, measure, label, signSize } = sheet
  const outlineOf = new Map(
    geo.communes.features.map(({ properties, geometry }) => [properties.code, geometry.coordinates[0] ?? []]),
  )
  // Of a village out of sight there is nothing to name.
  const known = labels.filter(({ code }) => {
    const ring = outlineOf.get(code)
    return ring !== undefined && overlaps(boxOf(ring.map(project)), sheet.area)
  })
  const noteWidth = measure(sheet.longestNote)
  const outlines = known.map(({ name, code }) => ({
    ring: (outlineOf.get(code) ?? []).map(project),
    // A little air, so that two names side by side don't read as one.
    width: measure(name) + label * 0.4,
    height: label * LINE_HEIGHT,
    noteWidth,
  }))
  const signBox = (position: Position): Box => {
    const [x, y] = project(position)
    return { left: x - signSize / 2, right: x + signSize / 2, top: y - signSize / 2, bottom: y + signSize / 2 }
  }
  const rivers = geo.waterways.features
    .filter(({ properties }) => properties.class === 'river')
    .map(({ properties, geometry }) => ({ name: properties.name, line: geometry.coordinates.map(project) }))
  const signs = sheet.signs.map(signBox)
  const placements = placeLabels(
    outlines,
    { area: sheet.area, panels: sheet.panels, signs, rivers: rivers.map(({ line }) => line) },
    label * 0.35,
  )
  const taken = [
    ...sheet.panels,
    ...signs,
    ...placements.flatMap(({ box, noteBox }) => [box, noteBox]),
    ...outlines.map(({ ring }) => boxOf(ring)),
  ]
  const riverLabels = placeRiverLabels(
    rivers,
    name => measure(name) * RIVER_SPACING,
    sheet.area,
    taken,
    sheet.riverOffset,
  )
  const districts = sheet.units.features.map(({ properties, geometry }) => ({
    name: properties.name,
    ring: (geometry.coordinates[0] ?? []).map(project),
  }))
  const riverLines = rivers.map(({ line }) => line)
  const riverBoxes = riverLabels.flatMap(({ boxes }) => boxes)
  const districtLabels = placeDistrictLabels(
    districts,
    name => measure(name) * RIVER_SPACING,
    label,
    sheet.area,
    [...taken, ...riverBoxes],
    riverLines,
  )
  const pointOf = (at: Point, properties: Record<string, string | number | boolean>): Feature<GeoPoint> => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: unproject(at) },
    properties,
  })
  return {
    villages: collectionOf(
      placements.flatMap(({ at, anchor }, i) => {
        const village = known[i]
        if (!village) return []
        const { name, note } = village
        // A name above its outline makes room for the note between the two.
        return [pointOf(at, { name, note, anchor, isLifted: anchor === 'bottom' && note !== '' })]
      }),
    ),
    districts: collectionOf(districtLabels.map(({ name, at }) => pointOf(at, { name }))),
    boxes: [
      ...placements.flatMap(({ box, noteBox }, i) => [
        ...(known[i]?.name ? [box] : []),
        ...(known[i]?.note ? [noteBox] : []),
      ]),
      ...riverBoxes,
      ...districtLabels.map(({ box }) => box),
    ],
    rivers: collectionOf(riverLabels.map(({ name, at, degrees }) => pointOf(at, { name, degrees }))),
  }
}

const collectionOf = (features: Feature<GeoPoint>[]): FeatureCollection<GeoPoint> => ({
  type: 'FeatureCollection',
  features,
})
