// Names on the map: every village is named, and no name lies on another, on a panel or outside the map.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, isInside, overlaps, type Point } from '../../../../client/map/boxes.ts'
import { placeDistrictLabels } from '../../../../client/map/district-labels.ts'
import { placeLabels } from '../../../../client/map/label-placement.ts'
import { placeRiverLabels } from '../../../../client/map/river-labels.ts'

const area: Box = { left: 0, top: 0, right: 800, bottom: 600 }
const square = (x: number, y: number, half = 20): Point[] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
]
const village = (x: number, y: number) => ({ ring: square(x, y), width: 120, height: 30, noteWidth: 80 })
const place = (
  villages: readonly ReturnType<typeof village>[],
  panels: readonly Box[] = [],
  rivers: readonly Point[][] = [],
) => placeLabels(villages, { area, panels, signs: [], rivers }, 8)

test('with room all round a name stands to the right of its outline', () => {
  expect(place([village(300, 300)])).toMatchObject([{ at: [328, 300], anchor: 'left' }])
})

test('at the right edge it stands elsewhere, wholly inside', () => {
  const [placed] = place([village(770, 300)])
  expect(placed?.anchor).not.toBe('left')
  expect(placed?.box.right).toBeLessThanOrEqual(800)
})

test('neither a name nor its note comes to stand on a sign', () => {
  // Where the note of a name to the right would stand.
  const sign: Box = { left: 340, top: 320, right: 360, bottom: 340 }
  const [placed] = placeLabels([village(300, 300)], { area, panels: [], signs: [sign], rivers: [] }, 8)
  expect(placed && overlaps(placed.box, sign)).toBe(false)
  expect(placed && overlaps(placed.noteBox, sign)).toBe(false)
})

test('the note stands under its name, and a name above its outline makes room for it', () => {
  // Walls on three sides: only above is free.
  const walls: Box[] = [
    { left: 0, right: 270, top: 200, bottom: 600 },
    { left: 330, right: 800, top: 200, bottom: 600 },
    { left: 270, right: 330, top: 325, bottom: 600 },
  ]
  const [placed] = place([village(300, 300)], walls)
  expect(placed?.anchor).toBe('bottom')
  expect(placed && placed.noteBox.top).toBe(placed?.box.bottom)
  expect(placed?.noteBox.bottom).toBeLessThanOrEqual(280)
  const [alone] = placeLabels(
    [{ ...village(300, 300), noteWidth: 0 }],
    { area, panels: walls, signs: [], rivers: [] },
    8,
  )
  expect(alone?.box.bottom).toBe(placed?.noteBox.bottom)
})

test('a crowd of neighbours is named without names on top of each other or on a panel', () => {
  const panel: Box = { left: 0, top: 300, right: 250, bottom: 600 }
  const crowd = [village(400, 300), village(450, 330), village(430, 370), village(500, 290), village(280, 340)]
  const boxes = place(crowd, [panel]).map(({ box }) => box)
  expect(boxes.length).toBe(crowd.length)
  for (const [i, box] of boxes.entries()) {
    expect(overlaps(box, panel)).toBe(false)
    expect(boxes.slice(i + 1).some(other => overlaps(box, other))).toBe(false)
  }
})

// Nine villages as far from each other as they are on the earth, wherever the panels of a scene lie.
test('in any frame with room, no name and no note lies on another, on an area that is kept clear, or outside the map', () => {
  const cells = Array.from({ length: 9 }, (_, i) => [150 + (i % 3) * 220, 110 + Math.floor(i / 3) * 190] as const)
  const shift = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
  const panelAt = fc.constantFrom<Box>(
    { left: 0, top: 560, right: 120, bottom: 600 },
    { left: 395, top: 0, right: 405, bottom: 600 },
    { left: 0, top: 295, right: 800, bottom: 305 },
    { left: 700, top: 0, right: 800, bottom: 60 },
  )
  fc.assert(
    fc.property(fc.array(shift, { minLength: 9, maxLength: 9 }), panelAt, (shifts, panel) => {
      const villages = cells.map(([x, y], i) => {
        const [dx, dy] = shifts[i] ?? [0, 0]
        return { ...village(x + dx, y + dy), width: 90 }
      })
      const boxes = place(villages, [panel]).flatMap(({ box, noteBox }) => [box, noteBox])
      for (const [i, box] of boxes.entries()) {
        expect(isInside(box, area)).toBe(true)
        expect(overlaps(box, panel)).toBe(false)
        expect(boxes.slice(i + 1).some(other => overlaps(box, other))).toBe(false)
      }
    }),
  )
})

test('a river is named once, along its straightest free stretch, upright', () => {
  const lines = [
    {
      name: 'Sông',
      line: [
        [700, 100],
        [500, 100],
        [500, 300],
        [100, 300],
      ] as Point[],
    },
    {
      name: 'Sông',
      line: [
        [600, 500],
        [300, 520],
      ] as Point[],
    },
  ]
  const labels = placeRiverLabels(lines, () => 100, area, [], 20)
  expect(labels.length).toBe(1)
  expect(Math.abs(labels[0]?.degrees ?? 180)).toBeLessThan(90)
})

test('a river with no straight stretch in view is left unnamed', () => {
  const zigzag: Point[] = Array.from({ length: 40 }, (_, i) => [i * 20, i % 2 === 0 ? 300 : 340])
  expect(placeRiverLabels([{ name: 'Sông', line: zigzag }], () => 100, area, [], 20)).toEqual([])
})

test('a district is named only where its name is cut by nothing', () => {
  const districts = [
    { name: 'inside', ring: square(300, 300, 100) },
    { name: 'cut by the edge', ring: square(300, -80, 100) },
    { name: 'taken', ring: square(600, 300, 100) },
  ]
  const taken = [{ left: 500, top: 200, right: 700, bottom: 400 }]
  expect(placeDistrictLabels(districts, () => 80, 20, area, taken, []).map(({ name }) => name)).toEqual(['inside'])
})
