// Which alarms of a unit's board ask for attention that didn't when it was last asked for. Pure.
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import type { BoardAlarm } from '../../shared/unit-board/unit-board-schema.ts'

const ASKS: ReadonlySet<BoardAlarm['standing']> = new Set(['unacknowledged', 'returned-unacknowledged'])

/** Without a board before, nothing is new: the page has just been opened. */
export function freshAlarms(
  before: readonly BoardAlarm[] | undefined,
  after: readonly BoardAlarm[],
): readonly BoardAlarm[] {
  if (!before || before === after) return []
  const known = new Map(before.map(alarm => [alarm.id, alarm]))
  return after.filter(alarm => {
    if (!ASKS.has(alarm.standing)) return false
    const held = known.get(alarm.id)
    if (!held || !ASKS.has(held.standing)) return true
    return alarm.since > held.since || PRIORITIES.indexOf(alarm.priority) > PRIORITIES.indexOf(held.priority)
  })
}
