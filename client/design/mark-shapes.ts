// The shapes of the states on a 24-unit square, the same on map, tiles, lists and legend. Path data only; no colour, no canvas.
import type { Mark } from '../overview/stations.ts'

export type MarkShape = {
  readonly path: string
  readonly isFilled: boolean
  /** Dash pattern of the outline, in the same units. */
  readonly dash: readonly number[]
  readonly strokeWidth: number
}

const CIRCLE = 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z'

export const MARK_SHAPE = {
  normal: { path: CIRCLE, isFilled: false, dash: [], strokeWidth: 3 },
  caution: { path: 'M12 3L22 20.500L2 20.500Z', isFilled: true, dash: [], strokeWidth: 1 },
  warning: { path: 'M12 1.500L22.500 12L12 22.500L1.500 12Z', isFilled: true, dash: [], strokeWidth: 1 },
  critical: { path: 'M3.500 3.500H20.500V20.500H3.500Z', isFilled: true, dash: [], strokeWidth: 1 },
  stale: { path: CIRCLE, isFilled: false, dash: [3.6, 2.7], strokeWidth: 3 },
  dead: { path: 'M5 5L19 19M19 5L5 19', isFilled: false, dash: [], strokeWidth: 3.6 },
} as const satisfies Record<Mark, MarkShape>
