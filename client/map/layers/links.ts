// From each village to the operations centre: a thin bow, and on it one dot for what just came in. A village that sends nothing moves
// nothing. Positions are worked out here, pure but for the layers; when something moves is told from outside.
import { type Layer, PathLayer, ScatterplotLayer } from 'deck.gl'
import type { Palette } from '../../design/palette.ts'
import { LOAD_NOTHING, type LonLat, rgbOf } from './layer-parts.ts'

export type Link = { readonly villageId: string; readonly path: readonly LonLat[] }

/** A dot's way from village to centre. */
export const TRAVEL_MS = 1_600
/** Dots of one village at a time: more say nothing more. */
export const MOST_DOTS = 6
const BEND = 0.16
const POINTS = 24

/** A bow to the left of the straight line. */
export function bow([fromLon, fromLat]: LonLat, [toLon, toLat]: LonLat): readonly LonLat[] {
  const [dLon, dLat] = [toLon - fromLon, toLat - fromLat]
  const middle: LonLat = [fromLon + dLon / 2 - dLat * BEND, fromLat + dLat / 2 + dLon * BEND]
  return Array.from({ length: POINTS + 1 }, (_, i): LonLat => {
    const t = i / POINTS
    const along = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c
    return [along(fromLon, middle[0], toLon), along(fromLat, middle[1], toLat)]
  })
}

/** Where a dot is after so long; undefined once it has arrived. */
export function dotAt(path: readonly LonLat[], ageMs: number): LonLat | undefined {
  const share = ageMs / TRAVEL_MS
  if (share < 0 || share >= 1) return undefined
  const at = share * (path.length - 1)
  const [a, b] = [path[Math.floor(at)], path[Math.floor(at) + 1]]
  if (!a || !b) return undefined
  const part = at - Math.floor(at)
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

export type Dots = {
  /** Something of this village has just come in. */
  readonly send: (link: number, now: number) => void
  /** Writes where every dot is; how many there are. */
  readonly move: (now: number) => number
  /** Longitude and latitude, one after the other. */
  readonly positions: Float32Array
}

/** Bounded: at most MOST_DOTS a link are under way, what comes then is carried by them. */
export function createDots(links: readonly Link[]): Dots {
  const sentAt = links.map((): number[] => [])
  const positions = new Float32Array(links.length * MOST_DOTS * 2)
  return {
    positions,
    send: (link, now) => {
      const times = sentAt[link]
      if (times && times.length < MOST_DOTS && now - (times.at(-1) ?? -Infinity) >= TRAVEL_MS / MOST_DOTS)
        times.push(now)
    },
    move: now => {
      let count = 0
      links.forEach(({ path }, i) => {
        const times = sentAt[i]
        while (times && times.length > 0 && now - (times[0] ?? now) >= TRAVEL_MS) times.shift()
        for (const time of times ?? []) {
          const at = dotAt(path, now - time)
          if (!at) continue
          positions.set(at, count * 2)
          count += 1
        }
      })
      return count
    },
  }
}

export const linkLayers = (
  links: readonly Link[],
  dots: Dots,
  count: number,
  { unit, palette }: { readonly unit: number; readonly palette: Palette },
): readonly Layer[] => [
  new PathLayer<Link>({
    id: 'links',
    data: links as Link[],
    getPath: ({ path }) => path.map(([lon, lat]): [number, number] => [lon, lat]),
    getColor: [...rgbOf(palette.lotus), 70],
    getWidth: 1.5 * unit,
    widthUnits: 'pixels',
    loadOptions: LOAD_NOTHING,
  }),
  new ScatterplotLayer({
    id: 'link-dots',
    data: { length: count, attributes: { getPosition: { value: dots.positions, size: 2 } } },
    getRadius: 4 * unit,
    radiusUnits: 'pixels',
    getFillColor: rgbOf(palette.lotus),
    loadOptions: LOAD_NOTHING,
  }),
]
