// How stations look on the map: the size of each mark on a 1080-line screen, its colour, and its icon in the atlas.
import { MARK_TONE, type Palette } from '../design/palette.ts'
import type { Mark } from '../overview/stations.ts'
import { MARKS_WORST_FIRST } from '../overview/stations.ts'
import type { MarkAtlas } from './canvas-marks.ts'
import { rgbOf } from './layers/layer-parts.ts'
import type { PointLooks } from './points/live-points.ts'
import type { MarkLook } from './points/mark-layer.ts'

/** A station that is well is a small ring, one that is not is seen from the door. */
const MARK_PIXELS = {
  normal: 10,
  caution: 26,
  warning: 27,
  critical: 25,
  stale: 17,
  dead: 17,
} as const satisfies Record<Mark, number>
const RING_PIXELS = 20
const RING_LINE_PIXELS = 2.5

/** @param unit stroke unit: 1 on a 1080-line screen */
export function stationLooks({ canvas, mapping }: MarkAtlas, unit: number, palette: Palette): PointLooks {
  const marks = MARKS_WORST_FIRST.map((mark): [Mark, MarkLook] => {
    const { x, y, width, height } = mapping[mark]
    return [
      mark,
      {
        colour: rgbOf(palette[MARK_TONE[mark]]),
        size: MARK_PIXELS[mark] * unit,
        frame: [x / canvas.width, y / canvas.height, width / canvas.width, height / canvas.height],
      },
    ]
  })
  return {
    atlas: canvas,
    marks: Object.fromEntries(marks) as PointLooks['marks'],
    pulse: { colour: rgbOf(palette.river), radius: RING_PIXELS * unit, lineWidth: RING_LINE_PIXELS * unit },
  }
}
