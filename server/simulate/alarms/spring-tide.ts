// The water of the simulated history: the river as the simulated field has it, through the real evaluation of the default rules; and
// one night on which wind holds the spring tide up and everything comes at once.
import { createEvaluation } from '../../../shared/alarms/evaluation.ts'
import type { Watch } from '../../../shared/alarms/watch.ts'
import { DAY_MS, HOUR_MS, hourOf, MINUTE_MS } from '../calendar.ts'
import type { Place } from '../place.ts'
import { createWater, type Water } from '../river.ts'
import { type AlarmScene, alarmDice, type Happening } from './scene.ts'

const STEP_MS = 10 * MINUTE_MS
/** The wind piles the water up by at least this, metres, and that long before and after the peak. */
const SURGE_METRES = 0.5
const SURGE_HOURS = 1.6
/** So far beyond its highest flood level the water comes at one place at least, metres. */
const BEYOND_METRES = 0.07
/** The night lies within the span, with room for what it leads to. */
const FIRST_NIGHT_MS = 5 * DAY_MS
const LAST_NIGHT_MS = 2 * DAY_MS
const RULES = new Set(['flood-stage', 'water-level-rise'])

export type FloodNight = {
  /** When the water stands highest. */
  readonly peakAt: number
  readonly surgeMetres: number
}

/** The highest tide of the span between dusk and dawn; undefined when the span is too short for it. */
export function floodNightOf(scene: AlarmScene): FloodNight | undefined {
  const water = createWater(scene.seed)
  let found: { readonly at: number; readonly missing: number } | undefined
  for (let at = scene.from + FIRST_NIGHT_MS; at < scene.until - LAST_NIGHT_MS; at += STEP_MS) {
    const hour = hourOf(at)
    if (hour > 4 && hour < 20) continue
    const missing = missingAt(scene, water, at)
    if (!found || missing < found.missing) found = { at, missing }
  }
  return found && { peakAt: found.at, surgeMetres: Math.max(SURGE_METRES, found.missing + BEYOND_METRES) }
}

/** How far the water is below the highest flood level where it is nearest to it. */
const missingAt = ({ watches, places }: AlarmScene, water: Water, at: number): number =>
  Math.min(
    ...watches.flatMap(({ rule, levels, about }) => {
      const place = places.get(about.village ?? '')
      const highest = levels.at(-1)?.at
      return rule.id === 'flood-stage' && place && highest !== undefined ? [highest - water.levelAt(place, at)] : []
    }),
  )

/** Flood stages and fast rises of the whole span. What stands at its end is told as returned then. */
export function waterHappenings(scene: AlarmScene, night: FloodNight | undefined): readonly Happening[] {
  const water = createWater(scene.seed)
  const watches = scene.watches.filter(({ rule }) => RULES.has(rule.id))
  const evaluation = createEvaluation({ watches, activeLevels: new Map() })
  const watchOf = new Map(watches.map(watch => [watch.alarm, watch]))
  const gauges = gaugesOf(watches, scene)
  const happenings: Happening[] = []
  const standing = new Map<string, Watch>()
  /** Stations don't measure in step. */
  const lags = new Map(
    watches.map(({ alarm }) => [alarm, Math.floor(alarmDice(scene, `lag ${alarm}`).next() * STEP_MS)]),
  )
  for (let at = Math.ceil(scene.from / STEP_MS) * STEP_MS; at < scene.until; at += STEP_MS) {
    for (const [n, place] of gauges) {
      const metres = water.levelAt(place, at) + surgeAt(night, at)
      for (const { alarm, level, value } of evaluation.takeOne(n, at, Number(metres.toFixed(2)), 0, at)) {
        const watch = watchOf.get(alarm)
        if (!watch) continue
        happenings.push({ at: at + (lags.get(alarm) ?? 0), watch, level, value })
        if (level) standing.set(alarm, watch)
        else standing.delete(alarm)
      }
    }
  }
  return [...happenings, ...standing.values().map(watch => ({ at: scene.until, watch, level: null, value: null }))]
}

/** Places of the series that the watches hear, by number. */
const gaugesOf = (watches: readonly Watch[], { places }: AlarmScene): ReadonlyMap<number, Place> =>
  new Map(
    watches.flatMap(({ inputs, about }) => {
      const place = places.get(about.village ?? '')
      return place ? inputs.map(({ n }) => [n, place] as const) : []
    }),
  )

function surgeAt(night: FloodNight | undefined, at: number): number {
  if (!night) return 0
  const hours = (at - night.peakAt) / HOUR_MS
  return night.surgeMetres * Math.exp(-0.5 * (hours / SURGE_HOURS) ** 2)
}
