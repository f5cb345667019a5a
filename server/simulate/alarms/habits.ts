// How often which alarm comes at simulated stations, and for how long it stays: the ordinary days of the simulated history. Data only;
// rules that aren't named here stay quiet.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../calendar.ts'

export type Habit = {
  readonly rule: string
  /** Mean over all stations. */
  readonly perDay: number
  /** How long it stands, milliseconds. */
  readonly lastsMs: readonly [shortest: number, longest: number]
  /** Local hours within which it comes, 0 to 24; any when left out. */
  readonly hours?: readonly [from: number, to: number]
  /** Chance that it goes on to the next level. */
  readonly climbs?: number
}

export const HABITS: readonly Habit[] = [
  { rule: 'device-offline', perDay: 7, lastsMs: [12 * MINUTE_MS, 3 * HOUR_MS] },
  { rule: 'camera-offline', perDay: 2.4, lastsMs: [6 * MINUTE_MS, HOUR_MS] },
  { rule: 'battery-low', perDay: 2, lastsMs: [2 * HOUR_MS, 6 * HOUR_MS], hours: [1, 5], climbs: 0.12 },
  { rule: 'oxygen-class-d', perDay: 1.8, lastsMs: [HOUR_MS, 8 * HOUR_MS], hours: [1, 7] },
  { rule: 'oxygen-low', perDay: 1, lastsMs: [20 * MINUTE_MS, 3 * HOUR_MS], hours: [2, 6], climbs: 0.4 },
  { rule: 'pump-long-run', perDay: 1.6, lastsMs: [30 * MINUTE_MS, 7 * HOUR_MS] },
  { rule: 'soil-moisture-low', perDay: 0.8, lastsMs: [2 * HOUR_MS, 9 * HOUR_MS], hours: [11, 17], climbs: 0.1 },
  { rule: 'signal-weak', perDay: 0.8, lastsMs: [HOUR_MS, 6 * HOUR_MS] },
  { rule: 'pm25-high', perDay: 0.7, lastsMs: [40 * MINUTE_MS, 3 * HOUR_MS], hours: [16, 20], climbs: 0.25 },
  { rule: 'lamps-off-night', perDay: 0.6, lastsMs: [30 * MINUTE_MS, 4 * HOUR_MS], hours: [19, 24] },
  { rule: 'rain-heavy', perDay: 0.6, lastsMs: [30 * MINUTE_MS, 80 * MINUTE_MS], hours: [13, 19], climbs: 0.3 },
  { rule: 'turbidity-high', perDay: 0.4, lastsMs: [HOUR_MS, 5 * HOUR_MS], climbs: 0.1 },
  { rule: 'soil-waterlogged', perDay: 0.4, lastsMs: [2 * HOUR_MS, 7 * HOUR_MS] },
  { rule: 'planthopper-surge', perDay: 0.4, lastsMs: [DAY_MS, DAY_MS], hours: [6, 6.2] },
  { rule: 'water-leak-night', perDay: 0.4, lastsMs: [20 * MINUTE_MS, 80 * MINUTE_MS], hours: [1.6, 3] },
  { rule: 'power-high', perDay: 0.4, lastsMs: [6 * MINUTE_MS, 30 * MINUTE_MS], hours: [4, 17], climbs: 0.3 },
  { rule: 'gate-shut-long', perDay: 0.3, lastsMs: [HOUR_MS, 6 * HOUR_MS] },
  { rule: 'vn-aqi', perDay: 0.3, lastsMs: [HOUR_MS, 5 * HOUR_MS], hours: [18, 23], climbs: 0.3 },
  { rule: 'ph-low', perDay: 0.25, lastsMs: [HOUR_MS, 7 * HOUR_MS] },
  { rule: 'energy-daily', perDay: 0.25, lastsMs: [3 * HOUR_MS, 15 * HOUR_MS] },
  { rule: 'wind-strong', perDay: 0.25, lastsMs: [30 * MINUTE_MS, HOUR_MS], hours: [14, 19], climbs: 0.15 },
  { rule: 'pump-short-cycling', perDay: 0.2, lastsMs: [20 * MINUTE_MS, 70 * MINUTE_MS], hours: [4, 17] },
  { rule: 'device-silent', perDay: 0.2, lastsMs: [30 * MINUTE_MS, 5 * HOUR_MS] },
  { rule: 'water-level-silent', perDay: 0.15, lastsMs: [HOUR_MS, 5 * HOUR_MS] },
  { rule: 'water-use-daily', perDay: 0.15, lastsMs: [4 * HOUR_MS, 12 * HOUR_MS] },
  { rule: 'turbidity-faulty', perDay: 0.1, lastsMs: [40 * HOUR_MS, 3 * DAY_MS] },
  { rule: 'oxygen-faulty', perDay: 0.06, lastsMs: [40 * HOUR_MS, 3 * DAY_MS] },
  // Worn batteries, dead ends of the network: what stands longer than a day.
  { rule: 'signal-weak', perDay: 0.07, lastsMs: [27 * HOUR_MS, 50 * HOUR_MS] },
  { rule: 'device-offline', perDay: 0.13, lastsMs: [26 * HOUR_MS, 60 * HOUR_MS] },
]

/** So many alarms of a rule at once, on the flood night. */
export type Storm = Pick<Habit, 'rule' | 'lastsMs' | 'climbs'> & {
  /** Minutes after the highest water; negative = before it. */
  readonly fromMinute: number
  readonly withinMinutes: number
  readonly count: number
}

export const FLOOD_NIGHT: readonly Storm[] = [
  {
    rule: 'wind-strong',
    fromMinute: -75,
    withinMinutes: 25,
    count: 8,
    lastsMs: [30 * MINUTE_MS, 2 * HOUR_MS],
    climbs: 0.3,
  },
  { rule: 'rain-heavy', fromMinute: -65, withinMinutes: 25, count: 6, lastsMs: [30 * MINUTE_MS, HOUR_MS], climbs: 0.3 },
  { rule: 'lamps-off-night', fromMinute: -50, withinMinutes: 8, count: 7, lastsMs: [HOUR_MS, 4 * HOUR_MS] },
  { rule: 'camera-offline', fromMinute: -45, withinMinutes: 12, count: 8, lastsMs: [HOUR_MS, 5 * HOUR_MS] },
  // Without power the batteries of the gateways are soon flat too.
  { rule: 'device-offline', fromMinute: -36, withinMinutes: 16, count: 30, lastsMs: [40 * MINUTE_MS, 5 * HOUR_MS] },
  {
    rule: 'power-high',
    fromMinute: -15,
    withinMinutes: 25,
    count: 4,
    lastsMs: [10 * MINUTE_MS, 40 * MINUTE_MS],
    climbs: 0.5,
  },
  { rule: 'turbidity-high', fromMinute: -8, withinMinutes: 30, count: 6, lastsMs: [2 * HOUR_MS, 6 * HOUR_MS] },
  { rule: 'soil-waterlogged', fromMinute: 60, withinMinutes: 120, count: 5, lastsMs: [5 * HOUR_MS, 12 * HOUR_MS] },
]
