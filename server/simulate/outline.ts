// Outlines of villages from a GeoJSON text, and whether a position lies inside. Knows no file and no map.
import { z } from 'zod'
import type { Position } from './place.ts'

/** Rings of one or more polygons; a position inside an odd number of them is inside. */
export type Outline = readonly (readonly Position[])[]

const ringSchema = z.array(z.tuple([z.number(), z.number()]))
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ringSchema)) }),
])
const outlinesSchema = z.object({ features: z.array(z.object({ id: z.string(), geometry: geometrySchema })) })

/** @returns outlines by feature id. @throws when the text is no collection of polygons */
export function parseOutlines(geojson: string): ReadonlyMap<string, Outline> {
  const { features } = outlinesSchema.parse(JSON.parse(geojson))
  return new Map(
    features.map(({ id, geometry }) => [
      id,
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    ]),
  )
}

export function containsPosition(outline: Outline, [lon, lat]: Position): boolean {
  let isInside = false
  for (const ring of outline) {
    ring.forEach(([x, y], n) => {
      const [beforeX, beforeY] = ring.at(n - 1) ?? [x, y]
      if (y > lat !== beforeY > lat && lon < ((beforeX - x) * (lat - y)) / (beforeY - y) + x) isInside = !isInside
    })
  }
  return isInside
}
