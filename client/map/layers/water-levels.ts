// The water against the alarm levels: at each village's gauge a staff with three marks, filled as high as the water stands. The marks
// stand evenly, whatever the metres between them: the eye asks "which level", not "how many centimetres".
import { IconLayer, type Layer } from 'deck.gl'
import type { Gauge } from '../../../shared/registry.ts'
import { MARK_TONE, type Palette } from '../../design/palette.ts'
import type { Mark } from '../../overview/stations.ts'
import { LOAD_NOTHING, type LonLat, pointOf } from './layer-parts.ts'

export type WaterStaff = {
  readonly id: string
  readonly at: LonLat
  readonly mark: Mark
  /** 0 to STEPS; undefined = there are no levels to hold it against. */
  readonly fill: number | undefined
}

export const STEPS = 20
/** Where the marks of the three levels stand on the staff. */
export const LEVEL_SHARES = [0.5, 0.7, 0.9] as const
/** Metres below level I at which the staff is empty. */
const EMPTY_BELOW = 1.5
const CELL = { width: 36, height: 84 }
const STAFF = { left: 11, right: 25, top: 6, bottom: 78 }

/** How full the staff is, in steps; undefined without any known level. */
export function fillOf(metres: number, levels: Gauge['levels']): number | undefined {
  const known = [levels.I, levels.II, levels.III].flatMap((level, i) =>
    level === null ? [] : [[level, LEVEL_SHARES[i] ?? 1] as const],
  )
  const [first] = known
  if (!first) return undefined
  const points = [[first[0] - EMPTY_BELOW, 0] as const, ...known]
  const last = points.at(-1) ?? first
  let share = metres >= last[0] ? Math.min(1, last[1] + (metres - last[0]) / EMPTY_BELOW) : 0
  points.slice(1).forEach(([level, at], i) => {
    const [below, from] = points[i] ?? [level, at]
    if (metres >= below && metres < level) share = from + ((metres - below) / (level - below)) * (at - from)
  })
  return Math.round(share * STEPS)
}

const MARKS: readonly Mark[] = ['normal', 'caution', 'warning', 'critical', 'stale', 'dead']
const iconOf = ({ mark, fill }: Pick<WaterStaff, 'mark' | 'fill'>): string => `${mark} ${fill ?? 'none'}`

/** Every staff there can be, drawn once. */
export function drawStaffAtlas(palette: Palette) {
  const fills = [undefined, ...Array.from({ length: STEPS + 1 }, (_, i) => i)]
  const canvas = document.createElement('canvas')
  canvas.width = CELL.width * fills.length
  canvas.height = CELL.height * MARKS.length
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  const mapping: Record<string, { x: number; y: number; width: number; height: number; mask: boolean }> = {}
  MARKS.forEach((mark, row) =>
    fills.forEach((fill, column) => {
      const [x, y] = [column * CELL.width, row * CELL.height]
      context.setTransform(1, 0, 0, 1, x, y)
      drawStaff(context, palette, mark, fill)
      mapping[iconOf({ mark, fill })] = { x, y, ...CELL, mask: false }
    }),
  )
  return { canvas, mapping }
}
export type StaffAtlas = ReturnType<typeof drawStaffAtlas>

function drawStaff(context: CanvasRenderingContext2D, palette: Palette, mark: Mark, fill: number | undefined): void {
  const { left, right, top, bottom } = STAFF
  const isOld = mark === 'stale' || mark === 'dead'
  context.fillStyle = palette.ground
  context.fillRect(left - 4, top - 4, right - left + 8, bottom - top + 8)
  if (fill !== undefined && !isOld) {
    const height = ((bottom - top) * fill) / STEPS
    context.fillStyle = palette[mark === 'normal' ? 'river' : MARK_TONE[mark]]
    context.fillRect(left, bottom - height, right - left, height)
  }
  context.strokeStyle = palette[isOld ? MARK_TONE[mark] : 'text']
  context.lineWidth = 2
  context.setLineDash(isOld || fill === undefined ? [4, 3] : [])
  context.strokeRect(left, top, right - left, bottom - top)
  context.setLineDash([])
  if (fill === undefined) return
  for (const share of LEVEL_SHARES) {
    const y = bottom - (bottom - top) * share
    context.beginPath()
    context.moveTo(left - 6, y)
    context.lineTo(right + 6, y)
    context.stroke()
  }
}

export const waterLayers = (
  staffs: readonly WaterStaff[],
  { canvas, mapping }: StaffAtlas,
  unit: number,
): readonly Layer[] => [
  new IconLayer<WaterStaff>({
    id: 'water-staffs',
    data: staffs as WaterStaff[],
    getPosition: pointOf,
    getIcon: iconOf,
    getSize: 64 * unit,
    // A canvas is a texture source as good as an image; the declared type only knows addresses and textures.
    iconAtlas: canvas as unknown as string,
    iconMapping: mapping,
    sizeUnits: 'pixels',
    loadOptions: LOAD_NOTHING,
  }),
]
