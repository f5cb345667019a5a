// The bounds of what a rule may say, one place: the checks, the schema, the forms' hints and the tests read them. Schema-free.
import type { ProgrammeClock, Rule, Signal } from './rule.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export const RULE_LIMITS = {
  idLength: 64,
  levels: { min: 1, max: 4 },
  levelName: { min: 1, max: 12 },
  /** Of every text, in each language. */
  text: { min: 1, max: 500 },
  /** Entries of each list of the scope. */
  scope: 500,
  targetLength: 200,
  /** Báo động I–III. */
  floodLevels: 3,
  delayMs: { min: 0, max: 7 * DAY_MS },
  /** Windows of a signal, time to respond, time until it asks again. */
  windowMs: { min: MINUTE_MS, max: 90 * DAY_MS },
  nights: { min: 1, max: 90 },
} as const

/** No colon: it parts an alarm's name. */
export const RULE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const HOUR = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** The one side on which a signal can be an alarm; undefined = both. */
export function sideOf(signal: Signal): Rule['side'] | undefined {
  switch (signal.kind) {
    case 'programme':
      return CLOCK_SIDES[signal.clock]
    case 'state':
    case 'silence':
    case 'flood':
    case 'aqi':
    case 'surge':
      return 'high'
    case 'value':
    case 'change':
    case 'deviation':
    case 'count':
      return undefined
    default:
      return signal satisfies never
  }
}

/** Days that count up are too many; days that are left are too few. */
const CLOCK_SIDES: Readonly<Record<ProgrammeClock, Rule['side']>> = {
  'task-overdue': 'high',
  'appraisal-day': 'high',
  'report-due': 'low',
  'dossier-returned': 'high',
}

/** Whether a signal is of one quantity of the catalogue. */
export function quantityUseOf(signal: Signal): 'needed' | 'none' | 'optional' {
  switch (signal.kind) {
    case 'aqi':
    case 'programme':
      return 'none'
    case 'silence':
      return signal.of === 'device' ? 'none' : 'optional'
    case 'count':
      return signal.of === 'bad' ? 'optional' : 'needed'
    case 'value':
    case 'change':
    case 'deviation':
    case 'state':
    case 'flood':
    case 'surge':
      return 'needed'
    default:
      return signal satisfies never
  }
}
