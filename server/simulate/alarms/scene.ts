// The stage of the simulated alarm history: the default rules at the simulated stations, the span of time that is told, and dice that
// fall the same way again. Knows no story.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Watch, WatchedLevel } from '../../../shared/alarms/watch.ts'
import { watchesOf } from '../../../shared/alarms/watches.ts'
import { seriesIdOf } from '../../../shared/ids.ts'
import { type Units, unitsById } from '../../../shared/programme/units.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import type { Registry } from '../../../shared/registry.ts'
import { MINUTE_MS } from '../calendar.ts'
import { parseOutlines } from '../outline.ts'
import { type Place, placeOf } from '../place.ts'
import { type Dice, diceOf } from '../programme/scene.ts'
import { planStations } from '../stations.ts'

const OUTLINES = join(import.meta.dirname, '..', '..', '..', 'public', 'geo', 'communes.geojson')
/** As stations in the field measure. The demonstration's pace is only for watching. */
export const INTERVAL_MS = 10 * MINUTE_MS

/** The span is half-open; epoch milliseconds. */
export type Span = { readonly from: number; readonly until: number }
export type AlarmScene = Span & {
  readonly seed: number
  readonly registry: Registry
  readonly units: Units
  readonly rules: ReadonlyMap<string, Rule>
  /** Every rule that is about stations, at every place it is meant for. */
  readonly watches: readonly Watch[]
  readonly places: ReadonlyMap<string, Place>
}

export function alarmSceneOf(seed: number, registry: Registry, rules: readonly Rule[], span: Span): AlarmScene {
  const places = registry.villages.map(village => ({ village, place: placeOf(village, registry.gauges) }))
  const plans = planStations(places, parseOutlines(readFileSync(OUTLINES, 'utf8'))).map(({ plan }) => plan)
  const catalogue: readonly CatalogueSeries[] = plans
    .flatMap(plan => plan.quantities.map(quantity => ({ plan, quantity })))
    .map(({ plan, quantity: { code, intervalMs } }, n) => ({
      n,
      id: seriesIdOf(plan.id, code),
      device: plan.id,
      deviceName: plan.name,
      village: plan.village,
      quantity: code,
      unit: registry.quantities.find(one => one.code === code)?.unit ?? '',
      lon: plan.lon,
      lat: plan.lat,
      intervalMs: intervalMs === null ? null : Math.max(INTERVAL_MS, intervalMs),
      source: plan.source,
    }))
  const { watches } = watchesOf(
    rules.map(rule => ({ rule, version: 1 })),
    { catalogue, registry },
  )
  return {
    ...span,
    seed,
    registry,
    units: unitsById(registry.units),
    rules: new Map(rules.map(rule => [rule.id, rule])),
    watches,
    places: new Map(places.map(({ village, place }) => [village.id, place])),
  }
}

export const alarmDice = ({ seed }: AlarmScene, key: string): Dice => diceOf(seed, `alarms ${key}`)

/** Uniform between two bounds. */
export const throwBetween = ({ next }: Dice, [low, high]: readonly [low: number, high: number]): number =>
  low + (high - low) * next()

/** A condition that comes at an instant, or goes (`level` null). */
export type Happening = {
  readonly at: number
  readonly watch: Watch
  readonly level: WatchedLevel | null
  readonly value: number | null
}
