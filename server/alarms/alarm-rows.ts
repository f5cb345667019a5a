// The alarms as plain rows for other systems: what is open, how urgent, where, since when, and what to do. Pure.
import type { AlarmRow, AlarmsQuery } from '../../shared/alarms/api-schema.ts'
import { measureOf } from '../../shared/alarms/signal-words.ts'
import { byUrgency, isOpen, standingOf } from '../../shared/alarms/standing.ts'
import type { Alarm, AlarmState, HeldRule } from '../../shared/alarms/state.ts'
import type { Quantity, Registry } from '../../shared/registry.ts'

/** Of a number without a unit, or of a quantity nobody knows any more. */
const ONE = '1'

type Quantities = Pick<Registry, 'quantities'>

/** Most urgent first. Every alarm that asks for something, or those of one standing. */
export function alarmRows(
  { alarms, rules }: AlarmState,
  { quantities }: Quantities,
  { standing, priority, village }: AlarmsQuery,
): readonly AlarmRow[] {
  const catalogue = new Map(quantities.map(one => [one.code, one]))
  return [...alarms.values()]
    .filter(
      alarm =>
        (standing === undefined ? isOpen(alarm) : standingOf(alarm) === standing) &&
        (priority === undefined || alarm.priority === priority) &&
        (village === undefined || alarm.about.village === village),
    )
    .sort(byUrgency)
    .map(alarm => rowOf(alarm, rules.get(alarm.rule), catalogue))
}

function rowOf(alarm: Alarm, held: HeldRule | undefined, catalogue: ReadonlyMap<string, Quantity>): AlarmRow {
  const { about, acknowledged, assigned, shelved } = alarm
  return {
    id: alarm.id,
    standing: standingOf(alarm),
    priority: alarm.priority,
    level: alarm.level,
    value: alarm.value,
    limit: alarm.limit,
    unit: (held && measureOf(held.rule.signal, catalogue.get(about.quantity ?? '')).unit) ?? ONE,
    measuredAt: alarm.t,
    since: alarm.since,
    raisedAt: alarm.raisedAt,
    returnedAt: alarm.returnedAt,
    occurrence: alarm.occurrence,
    acknowledged: acknowledged && { by: acknowledged.by, at: acknowledged.at, comment: acknowledged.comment },
    shelvedUntil: shelved?.until ?? null,
    assigned: assigned && { name: assigned.name, unit: assigned.unit },
    title: about.title,
    rule: held ? ruleOf(held) : null,
    village: about.village,
    position: about.position && [about.position[0], about.position[1]],
    device: about.device,
    series: about.series,
    quantity: about.quantity,
    responsibleUnit: about.unit,
    source: about.source,
  }
}

const ruleOf = ({ rule, version }: HeldRule): NonNullable<AlarmRow['rule']> => {
  const { id, name, action, responder, respondWithinMs, basis } = rule
  return { id, version, name, action, responder, respondWithinMs, basis }
}
