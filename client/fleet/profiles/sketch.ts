// A profile's canvas as a small drawing to scale: screens with the bezels between them, and where map and tiles of each group stand.
// Pure: sizes in the canvas's own pixels.
import { around, type CanvasLayout, canvasLayout, tilesIn } from '../../../shared/displays/canvas-layout.ts'
import { profileFaults } from '../../../shared/displays/decide-profile.ts'
import type { DisplayProfile, ProfileScreen, Rect } from '../../../shared/displays/profile.ts'
import { wallType } from '../../wall/canvas/wall-type.ts'

/** `group` counts from 0. */
export type SketchScreen = { readonly screen: ProfileScreen; readonly group: number }
export type SketchPart = { readonly kind: 'map' | 'tile' | 'board'; readonly rect: Rect; readonly group: number }
export type Sketch = {
  readonly frame: Rect
  readonly screens: readonly SketchScreen[]
  /** Empty while a group can't show a scene together. */
  readonly parts: readonly SketchPart[]
}
/** What the readers of one group get. */
export type GroupReading = { readonly group: number; readonly layout: CanvasLayout; readonly tiles: number }

/** Of the frame's longer side, around everything. */
const EDGE = 0.02
/** Between two tiles, of their shorter side. */
const TILE_GAP = 0.08
const NO_LAYOUT = new Set(['screen-twice', 'screens-overlap', 'group-shape', 'screen-unknown'])

export function sketchOf(profile: DisplayProfile): Sketch {
  const hull = around(profile.screens)
  const edge = Math.max(hull.width, hull.height) * EDGE
  return {
    frame: { x: hull.x - edge, y: hull.y - edge, width: hull.width + 2 * edge, height: hull.height + 2 * edge },
    screens: profile.screens.map(screen => ({
      screen,
      group: profile.groups.findIndex(({ screens }) => screens.includes(screen.id)),
    })),
    parts: readingsOf(profile).flatMap(({ group, layout, tiles }) => [
      ...partsOf('map', group, [layout.map]),
      ...partsOf('board', group, layout.board ? [layout.board] : []),
      ...partsOf('tile', group, tileRects(layout, tiles)),
    ]),
  }
}

/** By group; empty while the screens of one can show nothing together. */
export function readingsOf(profile: DisplayProfile): readonly GroupReading[] {
  if (profileFaults(profile).some(({ code }) => NO_LAYOUT.has(code))) return []
  return profile.groups.flatMap(({ screens }, group) => {
    const own = profile.screens.filter(({ id }) => screens.includes(id))
    if (own.length === 0) return []
    const layout = canvasLayout(own, wallType(own, profile))
    return [{ group, layout, tiles: tilesIn(layout.tiles) }]
  })
}

/** Type that is larger than its screen leaves nothing to draw. */
const partsOf = (kind: SketchPart['kind'], group: number, rects: readonly Rect[]): readonly SketchPart[] =>
  rects.filter(({ width, height }) => width > 0 && height > 0).map(rect => ({ kind, group, rect }))

function tileRects({ tiles: area }: CanvasLayout, count: number): readonly Rect[] {
  const [width, height] = [area.width / area.columns, area.height / area.rows]
  const gap = Math.min(width, height) * TILE_GAP
  return Array.from({ length: count }, (_, i) => ({
    x: area.x + (i % area.columns) * width + gap / 2,
    y: area.y + Math.floor(i / area.columns) * height + gap / 2,
    width: width - gap,
    height: height - gap,
  }))
}
