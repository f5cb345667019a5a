// The mark of each device by its worst open alarm, for the map and the lists. Pure.
import { isOpen } from '../../shared/alarms/standing.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { type Mark, worstMark } from '../overview/stations.ts'
import { PRIORITY_MARK } from './priority-mark.ts'

const NONE: ReadonlyMap<string, Mark> = new Map()

/** An alarm that says a device is silent adds nothing to its own sign for that. */
export function alarmMarks(state: AlarmState | undefined): ReadonlyMap<string, Mark> {
  if (!state) return NONE
  const marks = new Map<string, Mark>()
  for (const alarm of state.alarms.values()) {
    const { device, quantity } = alarm.about
    if (device === null || quantity === 'online' || !alarm.isActive || !isOpen(alarm)) continue
    if (state.rules.get(alarm.rule)?.rule.signal.kind === 'silence') continue
    const mark = PRIORITY_MARK[alarm.priority]
    marks.set(device, worstMark([mark, marks.get(device) ?? mark]) ?? mark)
  }
  return marks
}
