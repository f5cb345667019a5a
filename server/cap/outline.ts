// Outlines of villages as CAP draws them: closed rings of at most a hundred points, from a GeoJSON text. Knows no file and no alarm.
import { z } from 'zod'

/** lon, lat */
export type Position = readonly [number, number]
/** Outer rings, each closed. */
export type Outline = readonly (readonly Position[])[]

/** Points of a ring, its closing point among them: a receiver of CAP may refuse more. */
export const MAX_RING_POINTS = 100

// A position may carry a height.
const positionSchema = z
  .array(z.number())
  .min(2)
  .transform(([lon = 0, lat = 0]): Position => [lon, lat])
const polygonSchema = z.array(z.array(positionSchema).min(4)).min(1)
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygonSchema }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonSchema).min(1) }),
])
const collectionSchema = z.object({ features: z.array(z.object({ id: z.string(), geometry: geometrySchema })) })

/**
 * Outlines by feature id. A hole can't be said in CAP: only outer rings are kept.
 * @throws when the text is no collection of polygons
 */
export function readOutlines(geojson: string): ReadonlyMap<string, Outline> {
  const { features } = collectionSchema.parse(JSON.parse(geojson))
  return new Map(
    features.map(({ id, geometry }) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
      return [id, polygons.map(([outer = []]) => simplify(close(outer)))]
    }),
  )
}

function close(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last) return ring
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}

/** Leaves out, one at a time, the point that changes the area least (Visvalingam); the ends, which are one point, stay. */
function simplify(ring: readonly Position[]): readonly Position[] {
  const points = [...ring]
  while (points.length > MAX_RING_POINTS) {
    let [least, at] = [Number.POSITIVE_INFINITY, 1]
    for (let i = 1; i < points.length - 1; i++) {
      const area = triangle(points[i - 1], points[i], points[i + 1])
      if (area < least) [least, at] = [area, i]
    }
    points.splice(at, 1)
  }
  return points
}

function triangle(a: Position | undefined, b: Position | undefined, c: Position | undefined): number {
  if (!a || !b || !c) return Number.POSITIVE_INFINITY
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
}

/** As CAP writes a ring: "lat,lon lat,lon …", five decimals (about a metre). */
export const polygonText = (ring: readonly Position[]): string =>
  ring.map(([lon, lat]) => `${decimal(lat)},${decimal(lon)}`).join(' ')
/** One point as a circle without a radius. */
export const circleText = ([lon, lat]: Position): string => `${decimal(lat)},${decimal(lon)} 0`

const decimal = (degrees: number): string => String(Number(degrees.toFixed(5)))
