// The simulated field as one value: its devices, and what each reads in any span of time. A pure function of seed and time: no
// clock, no order of calls, no transport. Rounds to the catalogue, keeps values in range, and lets the declared faults through.
import type { Gauge, Quantity, Village } from '../../shared/registry.ts'
import type { DevicePlan } from '../registry/device-plan.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './calendar.ts'
import { createFaults, type Faults } from './faults.ts'
import type { Outline } from './outline.ts'
import { placeOf } from './place.ts'
import { regionOf } from './rain.ts'
import { between, streamOf } from './random.ts'
import { createSensors } from './sensors.ts'
import { planStations } from './stations.ts'

/** What a device measured at one instant. */
export type Entry = {
  /** True time of the measurement, epoch milliseconds. */
  readonly at: number
  /** What the device's clock said; equal to `at` but for the device whose clock is off. */
  readonly ts: number
  /** Quantity code → value. */
  readonly v: Readonly<Record<string, number>>
}
export type Span = {
  /** Oldest first. */
  readonly entries: readonly Entry[]
  /** Everything in (from, until] is in `entries`; before `to` when there was more than `max`. */
  readonly until: number
}

export type Field = {
  readonly plans: readonly DevicePlan[]
  /** Value at a true time as the device would report it; undefined for what it doesn't measure. */
  readonly valueAt: (device: string, quantity: string, t: number) => number | undefined
  /**
   * What a device measures in (from, to], at most `max` entries.
   * @param stepMs coarser than the live pace: no quantity more often than this
   */
  readonly readingsOf: (device: string, from: number, to: number, max: number, stepMs?: number) => Span
  /** The newest entry of each quantity at or before `t`: what a device reports when it is switched on. */
  readonly newestOf: (device: string, t: number) => readonly Entry[]
} & Pick<Faults, 'isOut' | 'repeats' | 'chosen'>

/** Traps count through the night and report around 06:00 local, each some minutes later. */
const TRAP_REPORTS_UTC_MS = 23 * HOUR_MS
const TRAP_SPREAD_MS = 9 * MINUTE_MS
/** Devices don't tick together: each has its own phase, below the quickest pace. */
const PHASE_MS = 5_000
/** A spike is this far beyond the end of the range. */
const SPIKE_TIMES = 1.6
/** What a month of fouling adds to a probe. */
const DRIFT_PER_MONTH: Readonly<Record<string, number>> = {
  dissolved_oxygen: -0.9,
  ph: 0.25,
  electrical_conductivity: 0.05,
}
const SPIKING_QUANTITY = 'turbidity'
/** Only a cheap probe has so bad a clock. */
const CHEAP_CLOCK = /-soil-\d$/

type Channel = { readonly code: string; readonly intervalMs: number; readonly phaseMs: number }

export function createField(
  seed: number,
  villages: readonly Village[],
  given: {
    readonly gauges: readonly Gauge[]
    readonly quantities: readonly Quantity[]
    /** By feature id. */
    readonly outlines: ReadonlyMap<string, Outline>
  },
): Field {
  const places = villages.map(village => ({ village, place: placeOf(village, given.gauges) }))
  const stations = planStations(places, given.outlines)
  const plans = stations.map(station => station.plan)
  const sensors = createSensors(seed, regionOf(places.map(one => one.place)), stations)
  const catalogue = new Map(given.quantities.map(quantity => [quantity.code, quantity]))
  const channels = new Map(plans.map(plan => [plan.id, channelsOf(plan)]))
  const faults = createFaults(seed, candidatesOf(plans))

  function valueAt(device: string, quantity: string, t: number): number | undefined {
    const known = catalogue.get(quantity)
    const raw = sensors.get(device)?.[quantity]?.(t)
    if (!known || raw === undefined) return undefined
    const [low, high] = known.range
    if (faults.isSpike(device, quantity, t)) return roundTo(high * SPIKE_TIMES, known.decimals)
    return roundTo(Math.max(low, Math.min(high, raw + faults.driftOf(device, quantity, t))), known.decimals)
  }

  function entriesAt(device: string, times: ReadonlyMap<number, readonly string[]>): Entry[] {
    return [...times]
      .toSorted(([a], [b]) => a - b)
      .map(([at, codes]) => {
        const v: Record<string, number> = {}
        for (const code of codes) {
          const value = valueAt(device, code, at)
          if (value !== undefined) v[code] = value
        }
        return { at, ts: at + faults.clockAheadMs(device), v }
      })
  }

  return {
    plans,
    valueAt,
    isOut: faults.isOut,
    repeats: faults.repeats,
    chosen: faults.chosen,
    readingsOf(device, from, to, max, stepMs = 0) {
      const own = channels.get(device) ?? []
      const paces = own.map(one => Math.max(one.intervalMs, stepMs))
      // All paces of a device are multiples of its quickest one, so this many steps hold at most `max` entries.
      const until = Math.min(to, from + Math.max(1, max - own.length) * Math.min(...paces))
      const times = new Map<number, string[]>()
      own.forEach(({ code, phaseMs }, n) => {
        const pace = paces[n] ?? DAY_MS
        for (let at = slotAfter(from, pace, phaseMs); at <= until; at += pace) {
          const codes = times.get(at)
          if (codes) codes.push(code)
          else times.set(at, [code])
        }
      })
      return { entries: entriesAt(device, times), until }
    },
    newestOf(device, t) {
      const times = new Map<number, string[]>()
      for (const { code, intervalMs, phaseMs } of channels.get(device) ?? []) {
        const at = slotAfter(t, intervalMs, phaseMs) - intervalMs
        times.set(at, [...(times.get(at) ?? []), code])
      }
      return entriesAt(device, times)
    },
  }
}

/** The first `k · pace + phase` later than `t`. */
const slotAfter = (t: number, pace: number, phase: number): number =>
  (Math.floor((t - phase) / pace) + 1) * pace + phase

const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0

function channelsOf(plan: DevicePlan): readonly Channel[] {
  // Not from the seed: the same device measures at the same instants whatever the story.
  const stream = streamOf(0, `phase/${plan.id}`)
  const phaseMs = Math.floor(between(stream, 0, 0, PHASE_MS))
  const trapMs = TRAP_REPORTS_UTC_MS + Math.floor(between(stream, 1, 0, TRAP_SPREAD_MS))
  return plan.quantities.flatMap(({ code, intervalMs }) =>
    intervalMs === null ? [] : [{ code, intervalMs, phaseMs: intervalMs === DAY_MS ? trapMs : phaseMs }],
  )
}

function candidatesOf(plans: readonly DevicePlan[]) {
  const measured = plans.flatMap(plan => plan.quantities.map(({ code }) => ({ device: plan.id, quantity: code })))
  return {
    spiking: measured.filter(one => one.quantity === SPIKING_QUANTITY),
    clockOff: plans.map(plan => plan.id).filter(id => CHEAP_CLOCK.test(id)),
    drifting: measured.flatMap(one => {
      const perMonth = DRIFT_PER_MONTH[one.quantity]
      return perMonth === undefined ? [] : [{ ...one, perMonth }]
    }),
  }
}
