// Where the rivers' names stand: once each, along the straightest free stretch in view, above the water. Pure, in pixels.
import { type Box, isInside, overlaps, type Point } from './boxes.ts'

export type RiverLine = { readonly name: string; readonly line: readonly Point[] }
export type RiverLabel = {
  readonly name: string
  readonly at: Point
  readonly degrees: number
  readonly boxes: readonly Box[]
}
type Name = Omit<RiverLabel, 'boxes'>

/** A stretch may leave its chord by this share of its length; beyond, a straight name would leave the river. */
const STRAIGHT_ENOUGH = 0.07
const STEP_SHARE = 0.25

/**
 * @param widthOf length of a name in pixels
 * @param taken what a name must not cover
 * @param offset distance of the text's middle from the middle of the river
 */
export function placeRiverLabels(
  rivers: readonly RiverLine[],
  widthOf: (name: string) => number,
  area: Box,
  taken: readonly Box[],
  offset: number,
): readonly RiverLabel[] {
  const best = new Map<string, { label: RiverLabel; bend: number }>()
  for (const { name, line } of rivers) {
    const width = widthOf(name) * 1.1
    const length = lengthOf(line)
    for (let start = 0; start + width <= length; start += width * STEP_SHARE) {
      const stretch = [0, 0.25, 0.5, 0.75, 1].map(share => pointAt(line, start + share * width))
      const label = labelAlong(name, stretch, offset)
      const boxes = boxesAlong(label, width, offset * 1.25)
      const isFree = boxes.every(one => isInside(one, area) && taken.every(box => !overlaps(one, box)))
      const bend = bendOf(stretch)
      if (!isFree || bend > STRAIGHT_ENOUGH || bend >= (best.get(name)?.bend ?? Infinity)) continue
      best.set(name, { label: { ...label, boxes }, bend })
    }
  }
  return [...best.values()].map(({ label }) => label)
}

/** Read from left to right, whichever way the river runs; above the water on that reading. */
function labelAlong(name: string, stretch: readonly Point[], offset: number): Name {
  const [a, b] = [stretch[0] ?? [0, 0], stretch.at(-1) ?? [0, 0]]
  const [left, right] = a[0] <= b[0] ? [a, b] : [b, a]
  const angle = Math.atan2(right[1] - left[1], right[0] - left[0])
  const [x, y] = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2]
  return {
    name,
    at: [x + Math.sin(angle) * offset, y - Math.cos(angle) * offset],
    degrees: (angle * 180) / Math.PI,
  }
}

/** The farthest point from the chord, as a share of the chord. */
function bendOf(stretch: readonly Point[]): number {
  const [a, b] = [stretch[0] ?? [0, 0], stretch.at(-1) ?? [0, 0]]
  const chord = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (chord === 0) return Infinity
  const away = ([x, y]: Point) => Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / chord
  return Math.max(...stretch.map(away)) / chord
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, point, i) => sum + distance(line[i - 1] ?? point, point), 0)
}

function pointAt(line: readonly Point[], along: number): Point {
  let left = along
  for (let i = 1; i < line.length; i++) {
    const [a, b]: [Point, Point] = [line[i - 1] ?? [0, 0], line[i] ?? [0, 0]]
    const step = distance(a, b)
    if (left <= step && step > 0) return [a[0] + ((b[0] - a[0]) * left) / step, a[1] + ((b[1] - a[1]) * left) / step]
    left -= step
  }
  return line.at(-1) ?? [0, 0]
}

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay)

/** The name as a row of boxes along its own, perhaps slanting line. */
function boxesAlong({ at: [x, y], degrees }: Name, width: number, height: number): readonly Box[] {
  const angle = (degrees * Math.PI) / 180
  const count = Math.ceil(width / height) + 1
  return Array.from({ length: count }, (_, i) => {
    const along = (i / (count - 1) - 0.5) * (width - height)
    const [cx, cy] = [x + Math.cos(angle) * along, y + Math.sin(angle) * along]
    return { left: cx - height / 2, right: cx + height / 2, top: cy - height / 2, bottom: cy + height / 2 }
  })
}
