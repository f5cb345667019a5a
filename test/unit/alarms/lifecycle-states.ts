// The states an alarm can be in, each by the events that lead there: the rows of the tables of the lifecycle.
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import type { AlarmStanding, AlarmState } from '../../../shared/alarms/state.ts'
import { aDraft, after, aRule } from './sample.ts'

type Way = { readonly standing: AlarmStanding; readonly drafts: readonly AlarmDraft[]; readonly isLatching?: true }

const RAISED = aDraft('alarm.raised')
const ACKNOWLEDGED = aDraft('alarm.acknowledged')
const RETURNED = aDraft('alarm.returned')
const SHELVED = aDraft('alarm.shelved')
const SUPPRESSED = aDraft('alarm.suppressed')
const QUIETLY = aDraft('alarm.raised', { suppressed: { cause: 'hours', by: null } })

const WAYS = {
  unacknowledged: { standing: 'unacknowledged', drafts: [RAISED] },
  acknowledged: { standing: 'acknowledged', drafts: [RAISED, ACKNOWLEDGED] },
  'returned, unacknowledged': { standing: 'returned-unacknowledged', drafts: [RAISED, RETURNED] },
  'returned, to be latched': {
    standing: 'returned-unacknowledged',
    drafts: [RAISED, RETURNED],
    isLatching: true,
  },
  latched: { standing: 'latched', drafts: [RAISED, ACKNOWLEDGED, RETURNED], isLatching: true },
  normal: { standing: 'normal', drafts: [RAISED, ACKNOWLEDGED, RETURNED] },
  shelved: { standing: 'shelved', drafts: [RAISED, SHELVED] },
  'shelved, returned': { standing: 'shelved', drafts: [RAISED, ACKNOWLEDGED, SHELVED, RETURNED] },
  'suppressed from the start': { standing: 'suppressed', drafts: [QUIETLY, SUPPRESSED] },
  'suppressed later': { standing: 'suppressed', drafts: [RAISED, SUPPRESSED] },
  'shelved and suppressed': { standing: 'suppressed', drafts: [RAISED, SHELVED, SUPPRESSED] },
  'out of service': { standing: 'out-of-service', drafts: [RAISED, aDraft('alarm.taken-out-of-service')] },
} as const satisfies Readonly<Record<string, Way>>

export type StateName = keyof typeof WAYS
export const STATE_NAMES = Object.keys(WAYS) as readonly StateName[]

/** The state by that name, with its rule and one alarm. */
export function stateOf(name: StateName): AlarmState {
  const way: Way = WAYS[name]
  return after(way.drafts, [aRule({ isLatching: way.isLatching ?? false })])
}
export const standingBy = (name: StateName): AlarmStanding => WAYS[name].standing
