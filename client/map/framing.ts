// Which part of the earth the map shows: the villages' bounding box inside the area that panels leave free. Pure.
import type { Geo } from './geo-query.ts'

/** Near enough to see whose station it is, far enough to know where that is. */
export const FOCUS_ZOOM = 10.6
/** No nearer, however small a village is. */
export const VILLAGE_ZOOM = 14.5

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

export function boundsOf(collection: Pick<Geo['communes'] | Geo['province'], 'features'>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of collection.features) {
    for (const ring of geometry.coordinates) {
      for (const [lon = 0, lat = 0] of ring) {
        west = Math.min(west, lon)
        east = Math.max(east, lon)
        south = Math.min(south, lat)
        north = Math.max(north, lat)
      }
    }
  }
  return [west, south, east, north]
}

export type Padding = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }

/**
 * Room for labels all round, and for the legend at the left where the map is wide enough to give it away.
 * @param label label size in CSS pixels
 * @param legendWidth CSS pixels, 0 = no legend on the map
 */
export function paddingFor(width: number, height: number, label: number, legendWidth: number): Padding {
  const edge = Math.min(label * 1.6, height * 0.08)
  const side = Math.min(label * 3.4, width * 0.16)
  const isRoomy = width - legendWidth > height * 0.7
  return { top: edge, bottom: edge + label * 0.6, right: side, left: isRoomy ? Math.max(side, legendWidth) : side }
}
