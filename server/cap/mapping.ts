// Which alarms are published as CAP messages, and as what: data. What isn't here stays inside (a silent device, a battery, soil, a
// light trap, the programme's clocks). Knows rules, no message.
import type { Priority, Rule, Signal } from '../../shared/alarms/rule.ts'
import type { Words } from '../../shared/words.ts'

/** Code lists of CAP 1.2, as far as they are used. */
export type CapCategory = 'Met' | 'Env' | 'Health'
export type CapUrgency = 'Immediate' | 'Expected' | 'Future' | 'Past'
export type CapSeverity = 'Severe' | 'Moderate' | 'Minor' | 'Unknown'
export type CapCertainty = 'Observed' | 'Unknown'
export type CapResponse = 'Prepare' | 'Avoid' | 'Monitor' | 'Assess' | 'AllClear' | 'None'

export type CapGrade = {
  readonly urgency: CapUrgency
  readonly severity: CapSeverity
  readonly response: CapResponse
}
export type CapEvent = {
  /** Ours: there is no Vietnamese list of event codes. */
  readonly code: string
  readonly name: Words
  readonly categories: readonly CapCategory[]
  readonly grades: Readonly<Record<Priority, CapGrade>>
}

/** Comes on within hours. `Extreme` is left to those whose office it is to warn the public. */
const SUDDEN: CapEvent['grades'] = {
  high: { urgency: 'Immediate', severity: 'Severe', response: 'Prepare' },
  medium: { urgency: 'Expected', severity: 'Moderate', response: 'Prepare' },
  low: { urgency: 'Future', severity: 'Minor', response: 'Monitor' },
}
/** Harms crops, stock or health over days. */
const SLOW: CapEvent['grades'] = {
  high: { urgency: 'Expected', severity: 'Moderate', response: 'Avoid' },
  medium: { urgency: 'Future', severity: 'Minor', response: 'Monitor' },
  low: { urgency: 'Future', severity: 'Minor', response: 'Assess' },
}

type Row = {
  readonly signals: readonly Signal['kind'][]
  /** Null = the signal says it all. */
  readonly quantities: readonly string[] | null
  /** Null = both. */
  readonly side: Rule['side'] | null
  readonly event: CapEvent
}
/** Signals that speak of the quantity itself. A deviation speaks of the sensor; of counts, only those of readings beyond a value. */
const OF_THE_QUANTITY = ['value', 'change', 'count'] as const

export const CAP_MAPPING: readonly Row[] = [
  {
    signals: ['flood'],
    quantities: null,
    side: null,
    event: {
      code: 'flood',
      name: { vi: 'Mực nước vượt mức báo động', en: 'Water above flood alarm level' },
      categories: ['Met'],
      grades: SUDDEN,
    },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['water_level'],
    side: 'high',
    event: {
      code: 'high-water',
      name: { vi: 'Mực nước cao', en: 'High water' },
      categories: ['Met'],
      grades: SUDDEN,
    },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['water_level'],
    side: 'low',
    event: { code: 'low-water', name: { vi: 'Mực nước thấp', en: 'Low water' }, categories: ['Env'], grades: SLOW },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['rainfall'],
    side: 'high',
    event: { code: 'heavy-rain', name: { vi: 'Mưa lớn', en: 'Heavy rain' }, categories: ['Met'], grades: SUDDEN },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['wind_speed'],
    side: 'high',
    event: { code: 'strong-wind', name: { vi: 'Gió mạnh', en: 'Strong wind' }, categories: ['Met'], grades: SUDDEN },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['air_temperature'],
    side: 'high',
    event: { code: 'heat', name: { vi: 'Nắng nóng', en: 'Heat' }, categories: ['Met', 'Health'], grades: SLOW },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['salinity'],
    side: 'high',
    event: {
      code: 'salinity',
      name: { vi: 'Nước nhiễm mặn', en: 'Saline water' },
      categories: ['Env'],
      grades: SLOW,
    },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['electrical_conductivity', 'ph', 'dissolved_oxygen', 'turbidity'],
    side: null,
    event: {
      code: 'water-quality',
      name: { vi: 'Chất lượng nước ngoài ngưỡng', en: 'Water quality out of limits' },
      categories: ['Env'],
      grades: SLOW,
    },
  },
  {
    signals: ['aqi'],
    quantities: null,
    side: 'high',
    event: {
      code: 'air-quality',
      name: { vi: 'Chất lượng không khí kém', en: 'Poor air quality' },
      categories: ['Env', 'Health'],
      grades: SLOW,
    },
  },
  {
    signals: OF_THE_QUANTITY,
    quantities: ['pm25', 'pm10', 'o3', 'no2', 'so2', 'co'],
    side: 'high',
    event: {
      code: 'air-pollutant',
      name: { vi: 'Chất ô nhiễm không khí vượt ngưỡng', en: 'Air pollutant above limit' },
      categories: ['Env', 'Health'],
      grades: SLOW,
    },
  },
]

/** As what an alarm of this rule is published; null = it isn't. */
export function capEventOf({ signal, quantity, side }: Pick<Rule, 'signal' | 'quantity' | 'side'>): CapEvent | null {
  // How often a state changed or a reading was bad says something about the device.
  if (signal.kind === 'count' && signal.of !== 'beyond') return null
  const row = CAP_MAPPING.find(
    one =>
      one.signals.includes(signal.kind) &&
      (one.quantities === null || (quantity !== null && one.quantities.includes(quantity))) &&
      (one.side === null || one.side === side),
  )
  return row?.event ?? null
}
