// Where the districts' names stand: near the middle of each, only where nothing more important stands and no edge cuts them. Pure, in pixels.
import { type Box, boxOf, isCrossedBy, isInside, overlaps, type Point } from './boxes.ts'

export type DistrictLabel = { readonly name: string; readonly at: Point; readonly box: Box }

/** Steps away from the middle that are tried, in label heights. */
const STEPS: readonly Point[] = [
  [0, 0],
  [0, -1.2],
  [0, 1.2],
  [-2.5, 0],
  [2.5, 0],
  [-2.5, -1.2],
  [2.5, -1.2],
  [-2.5, 1.2],
  [2.5, 1.2],
]

export function placeDistrictLabels(
  districts: readonly { readonly name: string; readonly ring: readonly Point[] }[],
  widthOf: (name: string) => number,
  height: number,
  area: Box,
  taken: readonly Box[],
  rivers: readonly (readonly Point[])[],
): readonly DistrictLabel[] {
  const blocked = [...taken]
  return districts.flatMap(({ name, ring }) => {
    const [x, y] = middleOf(ring)
    const half = widthOf(name) / 2
    for (const [dx, dy] of STEPS) {
      const at: Point = [x + dx * height, y + dy * height]
      const box = { left: at[0] - half, right: at[0] + half, top: at[1] - height * 0.7, bottom: at[1] + height * 0.7 }
      if (!isInside(box, area) || !isInside(box, boxOf(ring)) || blocked.some(other => overlaps(box, other))) continue
      if (rivers.some(line => isCrossedBy(box, line))) continue
      blocked.push(box)
      return [{ name, at, box }]
    }
    return []
  })
}

/** Centroid of the area. */
function middleOf(ring: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0]
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]]
    const cross = a[0] * b[1] - b[0] * a[1]
    area += cross
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return [x / (3 * area), y / (3 * area)]
}
