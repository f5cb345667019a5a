// From rules to what they watch: each rule at each series or device it is meant for, with the setpoints that hold there. Pure;
// rules of the programme are in programme-signals.ts, they have no series.
import type { CatalogueSeries } from '../protocol.ts'
import type { Registry } from '../registry.ts'
import { POLLUTANTS } from '../vn-aqi.ts'
import { quantityUseOf } from './decide-rule-limits.ts'
import type { AlarmAbout } from './event.ts'
import type { Rule } from './rule.ts'
import { scopeTest } from './scope.ts'
import { alarmIdOf, targetOf } from './target.ts'
import type { Watch, WatchedLevel, WatchedSeries } from './watch.ts'

export type VersionedRule = { readonly rule: Rule; readonly version: number }
export type WatchedWorld = {
  readonly catalogue: readonly CatalogueSeries[]
  readonly registry: Pick<Registry, 'villages' | 'gauges' | 'quantities'>
}
/** A target a rule is meant for, without any setpoint known there: "chưa có ngưỡng". */
export type WithoutLevels = { readonly rule: string; readonly target: string; readonly about: AlarmAbout }
export type Watches = { readonly watches: readonly Watch[]; readonly withoutLevels: readonly WithoutLevels[] }

/** Of every rule that is on; in the order of the rules, then of the catalogue. */
export function watchesOf(rules: Iterable<VersionedRule>, world: WatchedWorld): Watches {
  const atlas = atlasOf(world)
  const watches: Watch[] = []
  const withoutLevels: WithoutLevels[] = []
  for (const { rule, version } of rules) {
    if (!rule.isOn) continue
    for (const { target, about, inputs } of placesOf(rule, atlas)) {
      const levels = levelsOf(rule, atlas.gaugeLevels.get(about.village ?? '') ?? [])
      if (levels.length === 0) withoutLevels.push({ rule: rule.id, target, about })
      else
        watches.push({ alarm: alarmIdOf(rule.id, target), rule, ruleVersion: version, target, about, levels, inputs })
    }
  }
  return { watches, withoutLevels }
}

/**
 * The levels with a setpoint. One without its own takes the gauge's of the same place in the list (báo động I–III); what isn't
 * verified there is left out, never guessed.
 */
export const levelsOf = (rule: Rule, gaugeLevels: readonly (number | null)[]): readonly WatchedLevel[] =>
  rule.levels.flatMap(({ name, at, priority }, place) => {
    const setpoint = at ?? (rule.signal.kind === 'flood' ? gaugeLevels[place] : null) ?? null
    return setpoint === null ? [] : [{ name, at: setpoint, priority }]
  })

type Place = Pick<Watch, 'target' | 'about' | 'inputs'>

type Atlas = {
  readonly series: readonly CatalogueSeries[]
  readonly byQuantity: ReadonlyMap<string, readonly CatalogueSeries[]>
  readonly byId: ReadonlyMap<string, CatalogueSeries>
  readonly quantities: ReadonlyMap<string, Registry['quantities'][number]>
  /** Of the gauge of each village, I to III. */
  readonly gaugeLevels: ReadonlyMap<string, readonly (number | null)[]>
}

function atlasOf({ catalogue, registry }: WatchedWorld): Atlas {
  const gauges = new Map(registry.gauges.map(gauge => [gauge.id, gauge]))
  return {
    series: catalogue,
    byQuantity: Map.groupBy(catalogue, ({ quantity }) => quantity),
    byId: new Map(catalogue.map(one => [one.id, one])),
    quantities: new Map(registry.quantities.map(one => [one.code, one])),
    gaugeLevels: new Map(
      registry.villages.flatMap(({ id, gauge }) => {
        const levels = gauge === null ? undefined : gauges.get(gauge)?.levels
        return levels ? [[id, [levels.I, levels.II, levels.III]] as const] : []
      }),
    ),
  }
}

function placesOf(rule: Rule, atlas: Atlas): readonly Place[] {
  const { signal } = rule
  if (rule.quantity === null && quantityUseOf(signal) === 'needed') return []
  const isMeant = scopeTest(rule.scope)
  const candidates = rule.quantity === null ? atlas.series : (atlas.byQuantity.get(rule.quantity) ?? [])
  const found = candidates.filter(one => isMeant({ ...one, target: targetOf.series(one.id) }))
  switch (signal.kind) {
    case 'value':
    case 'change':
    case 'state':
    case 'count':
    case 'flood':
    case 'surge':
      return found.map(one => seriesPlace(atlas, one))
    case 'deviation': {
      if (signal.reference.kind !== 'series') return found.map(one => seriesPlace(atlas, one))
      const reference = atlas.byId.get(signal.reference.series)
      // Held against itself it would never differ.
      return reference ? found.filter(one => one !== reference).map(one => seriesPlace(atlas, one, reference)) : []
    }
    case 'silence': {
      // What comes when it happens can't be late.
      const expected = found.filter(({ intervalMs }) => intervalMs !== null)
      return signal.of === 'series'
        ? expected.map(one => seriesPlace(atlas, one))
        : byDevice(expected).map(series => devicePlace(rule, atlas, series))
    }
    case 'aqi':
      return byDevice(found.filter(({ quantity }) => IS_POLLUTANT.has(quantity)))
        .filter(series => series.some(({ quantity }) => quantity === 'pm25' || quantity === 'pm10'))
        .map(series => devicePlace(rule, atlas, series))
    case 'programme':
      return []
    default:
      return signal satisfies never
  }
}

const IS_POLLUTANT: ReadonlySet<string> = new Set(POLLUTANTS)

const byDevice = (series: readonly CatalogueSeries[]): readonly (readonly CatalogueSeries[])[] => [
  ...Map.groupBy(series, ({ device }) => device).values(),
]

function seriesPlace(atlas: Atlas, series: CatalogueSeries, ...others: readonly CatalogueSeries[]): Place {
  const { id, deviceName, quantity } = series
  const name = atlas.quantities.get(quantity)?.name ?? { vi: quantity, en: quantity }
  return {
    target: targetOf.series(id),
    about: {
      ...aboutDevice(series),
      title: { vi: titleOf(deviceName, name.vi), en: titleOf(deviceName, name.en) },
      series: id,
      quantity,
    },
    inputs: [series, ...others].map(one => inputOf(atlas, one)),
  }
}

/** A device that is called after what it measures is named once. */
const titleOf = (device: string, quantity: string): string => (device === quantity ? device : `${device} · ${quantity}`)

function devicePlace(rule: Rule, atlas: Atlas, series: readonly CatalogueSeries[]): Place {
  const [first] = series
  if (!first) throw new Error(`${rule.id} watches a device without series`)
  return {
    target: targetOf.device(first.device),
    about: { ...aboutDevice(first), quantity: rule.quantity },
    inputs: series.map(one => inputOf(atlas, one)),
  }
}

const aboutDevice = ({ device, deviceName, village, lon, lat, source }: CatalogueSeries): AlarmAbout => ({
  title: { vi: deviceName, en: deviceName },
  village,
  position: [lon, lat],
  device,
  series: null,
  quantity: null,
  unit: null,
  source,
})

function inputOf(atlas: Atlas, { n, quantity, intervalMs }: CatalogueSeries): WatchedSeries {
  const isCounter = atlas.quantities.get(quantity)?.kind === 'counter'
  return { n, quantity, intervalMs, ...(isCounter ? { isCounter } : {}) }
}
