// The map's own data from /geo, loaded once and shared by the drawn map and its plain stand-in.
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection, LineString, Point, Polygon } from 'geojson'
import { getJson } from '../app/rest.ts'

export type CommuneProperties = { readonly code: string; readonly name: string }

export type Geo = {
  readonly province: FeatureCollection<Polygon>
  readonly districts: FeatureCollection<Polygon, { readonly name: string }>
  /** The nine plan-time communes; feature ids are the villages' `outlineId`. */
  readonly communes: FeatureCollection<Polygon, CommuneProperties>
  /** The units of 2025-07-01, with the same borders where they coincide. */
  readonly currentCommunes: FeatureCollection<Polygon, { readonly name: string }>
  readonly waterways: FeatureCollection<LineString, { readonly name: string; readonly class: 'river' | 'canal' }>
  readonly places: FeatureCollection<Point, { readonly kind: string }>
}

export function useGeo() {
  return useQuery({
    queryKey: ['geo'],
    staleTime: Infinity,
    queryFn: async (): Promise<Geo> => {
      const [province, districts, communes, currentCommunes, waterways, places] = await Promise.all([
        getJson('/geo/province.geojson'),
        getJson('/geo/districts.geojson'),
        getJson('/geo/communes.geojson'),
        getJson('/geo/current_communes.geojson'),
        getJson('/geo/waterways.geojson'),
        getJson('/geo/places.geojson'),
      ])
      return { province, districts, communes, currentCommunes, waterways, places } as Geo
    },
  })
}
