// What a rule is about, in the few groups a list is narrowed to. Pure.
import type { Rule } from '../../../shared/alarms/rule.ts'

export const RULE_GROUPS = ['water', 'soil', 'air', 'pests', 'works', 'devices', 'programme', 'other'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

const QUANTITIES: Readonly<Partial<Record<RuleGroup, readonly string[]>>> = {
  water: [
    'water_level',
    'salinity',
    'electrical_conductivity',
    'ph',
    'dissolved_oxygen',
    'turbidity',
    'water_temperature',
  ],
  soil: ['soil_moisture', 'soil_temperature', 'soil_ph'],
  air: [
    'rainfall',
    'air_temperature',
    'humidity',
    'wind_speed',
    'wind_direction',
    'pm25',
    'pm10',
    'o3',
    'no2',
    'so2',
    'co',
  ],
  pests: ['light_trap_count'],
  works: ['pump_state', 'gate_opening', 'power', 'energy', 'water_meter', 'lamp_state', 'camera_online'],
  devices: ['battery', 'signal', 'online'],
}
export const GROUP_OF_QUANTITY: ReadonlyMap<string, RuleGroup> = new Map(
  RULE_GROUPS.flatMap(group => (QUANTITIES[group] ?? []).map(code => [code, group] as const)),
)

/** A quantity that the catalogue got later is "other" until it has its place here. */
export function groupOf({ signal, quantity }: Pick<Rule, 'signal' | 'quantity'>): RuleGroup {
  if (signal.kind === 'programme') return 'programme'
  if (signal.kind === 'silence') return 'devices'
  if (signal.kind === 'aqi') return 'air'
  if (quantity === null) return signal.kind === 'count' ? 'devices' : 'other'
  return GROUP_OF_QUANTITY.get(quantity) ?? 'other'
}
