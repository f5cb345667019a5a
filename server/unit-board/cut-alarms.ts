// The open alarms of one unit: at its villages, or about what it owes. Pure.
import type { AlarmState } from '../../shared/alarms/state.ts'
import type { Registry } from '../../shared/registry.ts'
import type { BoardAlarm } from '../../shared/unit-board/unit-board-schema.ts'
import { alarmRows } from '../alarms/alarm-rows.ts'
import type { Cut } from './cut.ts'

/**
 * Most urgent first.
 * @param isIts whether what a unit owes today is owed by the unit that is cut out
 */
export function alarmPart(
  { villages, nameOf }: Pick<Cut, 'villages' | 'nameOf'>,
  state: AlarmState,
  registry: Pick<Registry, 'quantities'>,
  isIts: (unit: string) => boolean,
): readonly BoardAlarm[] {
  return alarmRows(state, registry, {}).flatMap(row => {
    const { village, responsibleUnit, rule, assigned, acknowledged } = row
    if (village === null ? responsibleUnit === null || !isIts(responsibleUnit) : !villages.has(village)) return []
    const { id, standing, priority, level, value, limit, unit, measuredAt, since, title, device, series } = row
    return [
      {
        id,
        standing,
        priority,
        level,
        value,
        limit,
        unit,
        measuredAt,
        since,
        title,
        village,
        device,
        series,
        acknowledgedAt: acknowledged?.at ?? null,
        assigned: assigned && { name: assigned.name, unit: nameOf(assigned.unit) },
        responder: rule?.responder ?? null,
        action: rule?.action ?? null,
        rule: rule?.name ?? null,
        quantity: row.quantity,
        source: row.source,
      },
    ]
  })
}
