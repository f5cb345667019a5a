// Where the map looks: at the whole province, at one village, or at a place. Pure.

import { type Bounds, boundsOf } from './framing.ts'
import type { Geo } from './geo-query.ts'

export type MapCamera =
  | { readonly kind: 'province' }
  | { readonly kind: 'village'; readonly villageId: string }
  /** Longitude, latitude. */
  | { readonly kind: 'place'; readonly position: readonly [number, number] }

export type Frame =
  | { readonly kind: 'bounds'; readonly bounds: Bounds; readonly isWhole: boolean }
  | { readonly kind: 'place'; readonly position: readonly [number, number] }

/** A village's outline is framed with so much of its size all round. */
const VILLAGE_EASE = 0.12

/** @param codeOf the outline's code of a village; a village without an outline is looked at as a part of the whole */
export function frameOf(camera: MapCamera, geo: Geo, codeOf: (villageId: string) => string | undefined): Frame {
  if (camera.kind === 'place') return camera
  if (camera.kind === 'village') {
    const code = codeOf(camera.villageId)
    const features = geo.communes.features.filter(({ properties }) => properties.code === code)
    if (features.length > 0)
      return { kind: 'bounds', bounds: eased(boundsOf({ ...geo.communes, features }), VILLAGE_EASE), isWhole: false }
  }
  return { kind: 'bounds', bounds: boundsOf(geo.communes), isWhole: true }
}

function eased([west, south, east, north]: Bounds, share: number): Bounds {
  const [x, y] = [(east - west) * share, (north - south) * share]
  return [west - x, south - y, east + x, north + y]
}

/** Equal keys = the same frame. */
export const cameraKey = (camera: MapCamera): string =>
  camera.kind === 'place'
    ? `place ${camera.position.join(' ')}`
    : camera.kind === 'village'
      ? `village ${camera.villageId}`
      : 'province'
