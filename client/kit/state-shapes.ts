// The shapes of the programme's states on a 24-unit square. Where a state means what an alarm level means, it has its shape.
import { MARK_SHAPE, type MarkShape } from '../design/mark-shapes.ts'

export type ProgrammeState = 'done' | 'on-track' | 'due-soon' | 'late' | 'overdue' | 'waiting' | 'paused' | 'unknown'

/** Worst first, as lists and legends show them. */
export const STATES_WORST_FIRST = [
  'overdue',
  'late',
  'due-soon',
  'unknown',
  'waiting',
  'paused',
  'on-track',
  'done',
] as const satisfies readonly ProgrammeState[]

const CIRCLE = MARK_SHAPE.normal.path

export const STATE_SHAPE: Readonly<Record<ProgrammeState, MarkShape>> = {
  done: { path: 'M12 2.500a9.500 9.500 0 1 1 0 19a9.500 9.500 0 1 1 0-19Z', isFilled: true, dash: [], strokeWidth: 1 },
  'on-track': { path: CIRCLE, isFilled: false, dash: [], strokeWidth: 2.6 },
  'due-soon': MARK_SHAPE.caution,
  late: MARK_SHAPE.warning,
  overdue: MARK_SHAPE.critical,
  waiting: { path: 'M4.500 4.500H19.500V19.500H4.500Z', isFilled: false, dash: [], strokeWidth: 2.2 },
  paused: { path: 'M8 4.500V19.500M16 4.500V19.500', isFilled: false, dash: [], strokeWidth: 4 },
  unknown: { path: CIRCLE, isFilled: false, dash: [0.1, 4.18], strokeWidth: 2.8 },
}

/** Stands in the filled circle of what is done. */
export const CHECK_PATH = 'M7.500 12.400l3.200 3.200L16.600 9'
