// Whether a screen can be read from where its readers stand: at 16 arc minutes it must hold the least that makes a scene. A wall that
// would need smaller type is refused with what would help. Pure.
import { canvasLayout, LEAST_TILES, tilesIn } from './canvas-layout.ts'
import { typeSizes } from './type-scale.ts'

/** Pixels of one screen. */
export type ScreenSize = { readonly width: number; readonly height: number }

export type Unreadable = {
  /** Tiles that fit at this size of type; LEAST_TILES are needed. */
  readonly tiles: number
  /** The farthest from which this screen reads, in tenths of a metre; null = from nowhere. */
  readonly farthestMetres: number | null
  /** The smallest diagonal, in whole inches, that reads from this distance; null = none up to MOST_INCHES. */
  readonly leastInches: number | null
}
export const MOST_INCHES = 200
const LEAST_METRES = 0.5
const LINES = 1_080

/** Undefined = it reads. @param inches diagonal of the screen */
export function unreadable(screen: ScreenSize, inches: number, distanceMetres: number): Unreadable | undefined {
  const tiles = tilesAt(screen, inches, distanceMetres)
  if (tiles >= LEAST_TILES) return undefined
  return { tiles, farthestMetres: farthest(screen, inches), leastInches: smallest(screen, distanceMetres) }
}

function tilesAt({ width, height }: ScreenSize, inches: number, distanceMetres: number): number {
  const { label } = typeSizes({ width, height }, inches, distanceMetres)
  const unit = Math.min(width, height) / LINES
  return tilesIn(canvasLayout([{ x: 0, y: 0, width, height }], { label, unit }).tiles)
}

function farthest(screen: ScreenSize, inches: number): number | null {
  for (let tenths = 300; tenths >= LEAST_METRES * 10; tenths--)
    if (tilesAt(screen, inches, tenths / 10) >= LEAST_TILES) return tenths / 10
  return null
}

function smallest(screen: ScreenSize, distanceMetres: number): number | null {
  for (let inches = 10; inches <= MOST_INCHES; inches++)
    if (tilesAt(screen, inches, distanceMetres) >= LEAST_TILES) return inches
  return null
}
