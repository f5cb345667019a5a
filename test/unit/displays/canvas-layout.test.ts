// Every layout: nothing overlaps, nothing that is read leaves its screen, and the map is the only thing that crosses a seam.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CanvasLayout, canvasLayout, LEAST_TILES, tilesIn } from '../../../shared/displays/canvas-layout.ts'
import type { Rect } from '../../../shared/displays/profile.ts'

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height })
const FHD = rect(0, 0, 1920, 1080)
/** 31 px: 16 arc minutes at 3 m on a screen of 55 inches. */
const TYPE = { label: 31, unit: 1 }
const row = (count: number, gap = 12): Rect[] =>
  Array.from({ length: count }, (_, i) => rect(i * (1920 + gap), 0, 1920, 1080))
const column = (count: number, gap = 12): Rect[] =>
  Array.from({ length: count }, (_, i) => rect(0, i * (1080 + gap), 1920, 1080))
const SQUARE = [
  rect(0, 0, 1920, 1080),
  rect(1932, 0, 1920, 1080),
  rect(0, 1092, 1920, 1080),
  rect(1932, 1092, 1920, 1080),
]

const readBlocks = ({ bands, ribbons, headers, tiles, board, strip }: CanvasLayout): readonly Rect[] => [
  ...bands,
  ...ribbons,
  ...headers.map(one => one.rect),
  tiles,
  ...(board ? [board] : []),
  strip,
]
const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01
const isWithin = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01

function expectSound(screens: readonly Rect[], layout: CanvasLayout, hasHeader = true): void {
  const read = readBlocks(layout)
  for (const block of read) expect(screens.filter(screen => isWithin(block, screen))).toHaveLength(1)
  const all = [...read, layout.map]
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) expect(overlap(a, b)).toBe(false)
    expect(a.width).toBeGreaterThan(0)
    expect(a.height).toBeGreaterThan(0)
  })
  expect(layout.headers.flatMap(({ parts }) => parts).sort()).toEqual(hasHeader ? ['brand', 'now', 'title'] : [])
}

describe('one screen', () => {
  test('holds five tiles beside the map at 3 m, three at 5 m', () => {
    const tiles = (label: number) => canvasLayout([FHD], { label, unit: 1 }).tiles
    expect(tiles(31)).toMatchObject({ columns: 1, rows: 5 })
    expect(tilesIn(tiles(52))).toBe(LEAST_TILES)
    expect(tilesIn(tiles(56))).toBeLessThan(LEAST_TILES)
  })

  test('of twice the lines is the same picture at twice the size', () => {
    const small = canvasLayout([FHD], TYPE)
    const large = canvasLayout([rect(0, 0, 3840, 2160)], { label: 62, unit: 2 })
    expect(large.tiles).toMatchObject({ columns: small.tiles.columns, rows: small.tiles.rows })
    expect(large.map.width).toBeCloseTo(2 * small.map.width)
  })

  test('upright: the tiles go below the map, each as wide as the screen', () => {
    const layout = canvasLayout([rect(0, 0, 1080, 1920)], TYPE)
    expect(layout.tiles.columns).toBe(1)
    expect(layout.tiles.y).toBeGreaterThan(layout.map.y + layout.map.height)
    expect(tilesIn(layout.tiles)).toBe(5)
  })

  test('mirrored, map and tiles change sides and nothing else moves', () => {
    const [plain, mirrored] = [canvasLayout([FHD], TYPE), canvasLayout([FHD], TYPE, { isMirrored: true })]
    expect(mirrored.tiles.x).toBeLessThan(mirrored.map.x)
    expect(plain.tiles.x).toBeGreaterThan(plain.map.x)
    expect(mirrored.map.width).toBe(plain.map.width)
    expect([mirrored.headers, mirrored.strip]).toEqual([plain.headers, plain.strip])
  })
})

describe('several screens', () => {
  test('three in a row: board, map and tiles have a screen each', () => {
    const { board, map, tiles } = canvasLayout(row(3), TYPE)
    expect([board?.x, map.x, tiles.x].map(x => Math.floor((x ?? 0) / 1932))).toEqual([0, 1, 2])
    expect(tilesIn(tiles)).toBe(7)
  })

  test('two by two: the map crosses the seam above, and no name may stand there', () => {
    const { map, seams, tiles, board } = canvasLayout(SQUARE, TYPE)
    expect(map.width).toBeGreaterThan(1932 + 1800)
    expect(seams).toHaveLength(1)
    expect(seams[0]?.x).toBeLessThan(1920)
    expect((seams[0]?.x ?? 0) + (seams[0]?.width ?? 0)).toBeGreaterThan(1932)
    expect([tiles.y, board?.y].every(y => (y ?? 0) > 1092)).toBe(true)
  })

  test('when one dies its part moves to the others, when all but one die that one shows it all', () => {
    const [left, middle, right] = row(3)
    if (!left || !middle || !right) throw new Error('three screens')
    for (const alive of [[left, middle], [middle, right], [left, right], [right]]) {
      const layout = canvasLayout(alive, TYPE)
      expectSound(alive, layout)
      expect(tilesIn(layout.tiles)).toBeGreaterThanOrEqual(5)
    }
  })
})

test('no screen is no layout', () => expect(() => canvasLayout([], TYPE)).toThrow(RangeError))

test('whatever the screens, the type and what must be said above: sound', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(
        [FHD],
        [rect(0, 0, 1080, 1920)],
        [rect(100, 50, 1280, 720)],
        row(2),
        row(3),
        row(4),
        column(2),
        column(3),
        SQUARE,
        SQUARE.slice(1),
        SQUARE.slice(0, 3),
        [0, 1, 2].map(i => rect(i * 1092, 0, 1080, 1920)),
      ),
      fc.integer({ min: 16, max: 52 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(0, 150, 300),
      (screens, label, hasRibbon, isMirrored, band) => {
        const layout = canvasLayout(screens, { label, unit: 1 }, { hasRibbon, isMirrored, band })
        expectSound(screens, layout, band === 0)
        expect(layout.bands).toHaveLength(band > 0 ? screens.length : 0)
      },
    ),
  ))
