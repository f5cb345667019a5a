// Boxes on the page, in CSS pixels, as the placing of names needs them. Pure.
export type Point = readonly [number, number]
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Where something can be written: inside `area`, off what is written or lies there. */
export type Room = { readonly area: Box; readonly taken: readonly Box[] }

export function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** The smallest box that holds both. */
export const hullOf = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
})

export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})

export const isInside = (box: Box, area: Box): boolean =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom

export const isIn = ([x, y]: Point, { left, right, top, bottom }: Box): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The share of `box` that lies inside `other`, 0 to 1. */
export function shareInside(box: Box, other: Box): number {
  const width = Math.min(box.right, other.right) - Math.max(box.left, other.left)
  const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
  if (width <= 0 || height <= 0) return 0
  return (width * height) / ((box.right - box.left) * (box.bottom - box.top))
}

/** Whether a line passes through the box, by samples: rivers are long, names are not small. */
export const isCrossedBy = (box: Box, line: readonly Point[]): boolean =>
  line.some((point, i) => i > 0 && isCrossedByStretch(box, line[i - 1] ?? point, point))

const SAMPLES = 16

function isCrossedByStretch(box: Box, [ax, ay]: Point, [bx, by]: Point): boolean {
  for (let i = 0; i <= SAMPLES; i++) {
    const [x, y] = [ax + ((bx - ax) * i) / SAMPLES, ay + ((by - ay) * i) / SAMPLES]
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true
  }
  return false
}
