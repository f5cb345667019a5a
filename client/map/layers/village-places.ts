// Where a village is when a single point must stand for it: the middle of its outline. Pure.
import type { Registry } from '../../../shared/registry.ts'
import { boundsOf } from '../framing.ts'
import type { Geo } from '../geo-query.ts'
import { codeOfOutline } from '../village-labels.ts'
import type { LonLat } from './layer-parts.ts'

export function villagePlaces({ villages }: Registry, geo: Geo): ReadonlyMap<string, LonLat> {
  return new Map(
    villages.flatMap(({ id, outlineId }) => {
      const features = geo.communes.features.filter(({ properties }) => properties.code === codeOfOutline(outlineId))
      if (features.length === 0) return []
      const [west, south, east, north] = boundsOf({ ...geo.communes, features })
      return [[id, [(west + east) / 2, (south + north) / 2]] as const]
    }),
  )
}

export function centrePlace({ places }: Geo): LonLat | undefined {
  const centre = places.features.find(({ properties }) => properties.kind === 'operations_centre')
  const [lon, lat] = centre?.geometry.coordinates ?? []
  return lon === undefined || lat === undefined ? undefined : [lon, lat]
}
