// Where everything of a scene stands on a group of screens: header, map, tiles, board, alarm line. Pure; the page draws it, and a profile
// is judged by it before it is saved. Nothing that is read crosses from one screen to the next; only the map does.
import type { Rect } from './profile.ts'

/** Sizes in the pixels of the rectangles. */
export type LayoutType = {
  /** Font size of labels, the smallest there is. */
  readonly label: number
  /** One line of a screen of 1080. */
  readonly unit: number
}

export type HeaderPart = 'brand' | 'title' | 'now'
export type TileArea = Rect & { readonly columns: number; readonly rows: number }

export type CanvasLayout = {
  /** Above all, one on every screen; empty when there is none. */
  readonly bands: readonly Rect[]
  /** Of what the page is not: one on every screen; empty when there is nothing to say. */
  readonly ribbons: readonly Rect[]
  readonly headers: readonly { readonly rect: Rect; readonly parts: readonly HeaderPart[] }[]
  readonly map: Rect
  readonly tiles: TileArea
  /** Null where no screen is left for one. */
  readonly board: Rect | null
  /** The alarms in one line. */
  readonly strip: Rect
  /** Where the map crosses from screen to screen: no name may stand there. */
  readonly seams: readonly Rect[]
}

/** Measured on the page, in label sizes. */
const EM = {
  ribbon: 1.6,
  bar: 1.85,
  tileHeight: 5.1,
  tileWidth: 20,
  tileColumn: 21.4,
  /** A screen narrower than this stands upright or is read from afar: its tiles go below the map. */
  sideBySide: 32,
} as const
const GAP = 12
const MARGIN = { side: 32, end: 12 } as const
/** The most that the tiles take of the width beside the map, and the map of the height above them. */
const TILES_BESIDE = 0.46
const MAP_ABOVE = 0.44
/** At most so many tiles, whatever the room. */
const MOST_TILES = 7
/** Fewer make no scene. */
export const LEAST_TILES = 3

type Roles = { readonly map: readonly number[]; readonly tiles: number; readonly board: number | null }

/**
 * @param screens of one group that are alive, at least one; none overlaps another
 * @param isMirrored light and dark zones change places
 * @param band height of what stands above all, in pixels; it says whose wall it is and of which time, so there are no headers below it
 */
export function canvasLayout(
  screens: readonly Rect[],
  type: LayoutType,
  {
    hasRibbon = false,
    isMirrored = false,
    band = 0,
  }: { readonly hasRibbon?: boolean; readonly isMirrored?: boolean; readonly band?: number | undefined } = {},
): CanvasLayout {
  const sorted = [...screens].sort((a, b) => a.y - b.y || a.x - b.x)
  const [first] = sorted
  if (!first) throw new RangeError('a layout needs a screen')
  const ribbonHeight = hasRibbon ? EM.ribbon * type.label : 0
  const bands = band > 0 ? sorted.map(screen => ({ ...screen, height: band })) : []
  const ribbons = hasRibbon ? sorted.map(screen => ({ ...screen, y: screen.y + band, height: ribbonHeight })) : []
  const areas = sorted.map(screen => insideOf(screen, band + ribbonHeight, type))
  const rest =
    sorted.length === 1
      ? onOne(areas[0] ?? first, type, isMirrored, band === 0)
      : onSeveral(sorted, areas, type, isMirrored, band === 0)
  return { bands, ribbons, ...rest }
}

/** How many tiles an area holds whole, at most MOST_TILES. */
export const tilesIn = ({ columns, rows }: TileArea): number => Math.min(MOST_TILES, columns * rows)

function insideOf({ x, y, width, height }: Rect, above: number, { unit }: LayoutType): Rect {
  const [side, end] = [MARGIN.side * unit, MARGIN.end * unit]
  return { x: x + side, y: y + above + end, width: width - 2 * side, height: height - above - 2 * end }
}

type Rest = Omit<CanvasLayout, 'bands' | 'ribbons'>

function onOne(area: Rect, type: LayoutType, isMirrored: boolean, hasHeader: boolean): Rest {
  const gap = GAP * type.unit
  const isNarrow = area.width < EM.sideBySide * type.label || area.width < area.height
  const [header, below] = cutTop(area, barHeight(type), gap)
  const [inner, strip] = cutBottom(hasHeader ? below : area, barHeight(type), gap)
  const headers = hasHeader ? [{ rect: header, parts: ['brand', 'title', 'now'] as const }] : []
  const common = { headers, strip, board: null, seams: [] }
  if (isNarrow) {
    const [map, tiles] = cutTop(inner, inner.height * MAP_ABOVE, gap)
    return { ...common, map, tiles: tileArea(tiles, type) }
  }
  const columnWidth = Math.min(EM.tileColumn * type.label, inner.width * TILES_BESIDE)
  const mapWidth = inner.width - columnWidth - gap
  const map = { ...inner, x: inner.x + (isMirrored ? columnWidth + gap : 0), width: mapWidth }
  const column = { ...inner, x: inner.x + (isMirrored ? 0 : mapWidth + gap), width: columnWidth }
  return { ...common, map, tiles: tileArea(column, type) }
}

function onSeveral(
  screens: readonly Rect[],
  areas: readonly Rect[],
  type: LayoutType,
  isMirrored: boolean,
  hasHeader: boolean,
): Rest {
  const gap = GAP * type.unit
  const top = Math.min(...screens.map(({ y }) => y))
  const atTop = screens.flatMap(({ y }, i) => (y === top ? [i] : []))
  const roles = rolesOf(screens, isMirrored)
  const partsOf = headerParts(atTop, roles)
  const headers: { rect: Rect; parts: readonly HeaderPart[] }[] = []
  const inner = areas.map((area, i) => {
    if (!hasHeader || !atTop.includes(i)) return area
    const [header, below] = cutTop(area, barHeight(type), gap)
    const parts = partsOf(i)
    if (parts.length > 0) headers.push({ rect: header, parts })
    return below
  })
  // Below the map, unless it lies above other screens: then below the tiles.
  const stripAt = roles.map.length > 1 && atTop.length < screens.length ? roles.tiles : (roles.map[0] ?? 0)
  const [shortened, strip] = cutBottom(at(inner, stripAt), barHeight(type), gap)
  const mapParts = roles.map.map(i => (i === stripAt ? shortened : at(inner, i)))
  const map = around(mapParts)
  return {
    headers,
    map: { ...map, height: Math.min(...mapParts.map(({ y, height }) => y + height)) - map.y },
    tiles: tileArea(roles.tiles === stripAt ? shortened : at(inner, roles.tiles), type),
    board: roles.board === null ? null : at(inner, roles.board),
    strip,
    seams: seamsOf(
      roles.map.map(i => at(screens, i)),
      type,
    ),
  }
}

/** What each screen is for, by its place in reading order. */
function rolesOf(screens: readonly Rect[], isMirrored: boolean): Roles {
  const isRow = screens.every(({ y }) => y === screens[0]?.y)
  const roles = (): Roles => {
    switch (screens.length) {
      case 2:
        return { map: [0], tiles: 1, board: null }
      case 3:
        return isRow ? { map: [1], tiles: 2, board: 0 } : { map: [0], tiles: 1, board: 2 }
      default:
        return isRow ? { map: [1, 2], tiles: 3, board: 0 } : { map: [0, 1], tiles: 2, board: 3 }
    }
  }
  const { map, tiles, board } = roles()
  return isMirrored && board !== null ? { map, tiles: board, board: tiles } : { map, tiles, board }
}

/** The name on the first screen of the top row, the clock on the last, the scene's title with the map. */
function headerParts(atTop: readonly number[], { map }: Roles): (screen: number) => readonly HeaderPart[] {
  const [first = 0] = atTop
  const last = atTop.at(-1) ?? first
  const titled = atTop.find(i => map.includes(i)) ?? first
  return screen => [
    ...(screen === first ? (['brand'] as const) : []),
    ...(screen === titled ? (['title'] as const) : []),
    ...(screen === last ? (['now'] as const) : []),
  ]
}

/** As few columns as hold MOST_TILES, each wide enough. */
function tileArea(area: Rect, { label, unit }: LayoutType): TileArea {
  const gap = GAP * unit
  const fitting = (length: number, one: number) => Math.max(1, Math.floor((length + gap) / (one * label + gap)))
  const mostColumns = fitting(area.width, EM.tileWidth)
  const mostRows = fitting(area.height, EM.tileHeight)
  const columns = Math.min(mostColumns, Math.ceil(MOST_TILES / mostRows))
  return { ...area, columns, rows: Math.min(mostRows, Math.ceil(MOST_TILES / columns)) }
}

/** The gaps between the screens that a map crosses, a little wider than the bezel. */
function seamsOf(screens: readonly Rect[], { label }: LayoutType): readonly Rect[] {
  const ease = label * 0.3
  return screens.slice(1).map((screen, i) => {
    const before = at(screens, i)
    const isBeside = screen.x >= before.x + before.width
    const hull = around([before, screen])
    return isBeside
      ? { ...hull, x: before.x + before.width - ease, width: screen.x - before.x - before.width + 2 * ease }
      : { ...hull, y: before.y + before.height - ease, height: screen.y - before.y - before.height + 2 * ease }
  })
}

const barHeight = ({ label }: LayoutType): number => EM.bar * label

function cutTop(area: Rect, height: number, gap: number): readonly [Rect, Rect] {
  return [
    { ...area, height },
    { ...area, y: area.y + height + gap, height: area.height - height - gap },
  ]
}
function cutBottom(area: Rect, height: number, gap: number): readonly [Rect, Rect] {
  return [
    { ...area, height: area.height - height - gap },
    { ...area, y: area.y + area.height - height, height },
  ]
}

/** The smallest rectangle around them. */
export function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map(one => one.x))
  const y = Math.min(...rects.map(one => one.y))
  const right = Math.max(...rects.map(one => one.x + one.width))
  const bottom = Math.max(...rects.map(one => one.y + one.height))
  return { x, y, width: right - x, height: bottom - y }
}

function at(rects: readonly Rect[], i: number): Rect {
  const rect = rects[i]
  if (!rect) throw new RangeError(`no screen ${i}`)
  return rect
}
