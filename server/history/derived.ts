// Series that are computed when somebody asks, from the hours of what a station measures. Knows no HTTP; the rules are shared/derived.

import type { Bucket } from '../../shared/api.ts'
import { type Derivation, derive } from '../../shared/derived/derive.ts'
import { ABOUT_DERIVED, DERIVED_KINDS, type DerivedKind, derivedIdOf } from '../../shared/derived/kinds.ts'
import type { DerivedSeries } from '../../shared/history/api-schema.ts'
import type { Gauge, Registry } from '../../shared/registry.ts'
import type { Device, DeviceSeries } from '../registry/devices.ts'
import { bucketStart } from '../store/rollup.ts'
import { type DerivedSteps, type HourReader, inputsFor, stepsWithin } from './derived-steps.ts'
import type { Range } from './range.ts'

export type FoundDerived = {
  readonly about: DerivedSeries
  readonly inputs: readonly DeviceSeries[]
  readonly gauge: Gauge | null
}
const PM: ReadonlySet<string> = new Set(['pm25', 'pm10'])

export function derivedOf(device: Device, registry: Pick<Registry, 'villages' | 'gauges'>): readonly FoundDerived[] {
  return DERIVED_KINDS.flatMap((kind): FoundDerived[] => {
    const { quantities, unit, stepMs, decision } = ABOUT_DERIVED[kind]
    const inputs = quantities.flatMap(code => {
      const series = device.series.get(code)
      return series && (unit === null || series.unit === unit) ? [series] : []
    })
    const gauge = kind === 'flood-stage' ? gaugeOf(device.village, registry) : null
    if (!isPossible(kind, inputs, gauge)) return []
    const about: DerivedSeries = {
      id: derivedIdOf(device.id, kind),
      kind,
      village: device.village,
      device: device.id,
      deviceName: device.name,
      source: 'derived',
      inputSource: device.source,
      intervalMs: stepMs,
      decision,
      inputs: inputs.map(({ id }) => id),
    }
    return [{ about, inputs, gauge }]
  })
}

/** PM is mandatory for an index, a verified level for a stage. */
function isPossible(kind: DerivedKind, inputs: readonly DeviceSeries[], gauge: Gauge | null): boolean {
  if (kind === 'flood-stage') return inputs.length > 0 && gauge !== null
  if (kind === 'water-class') return inputs.length > 0
  return inputs.some(({ quantity }) => PM.has(quantity.code))
}

function gaugeOf(village: string, { villages, gauges }: Pick<Registry, 'villages' | 'gauges'>): Gauge | null {
  const id = villages.find(one => one.id === village)?.gauge
  const gauge = gauges.find(one => one.id === id)
  return gauge && Object.values(gauge.levels).some(level => level !== null) ? gauge : null
}

/** The step that holds `at`, or the newest that is over. */
export function stepAt({ about }: FoundDerived, at: number, now: number): Range {
  const { stepMs } = ABOUT_DERIVED[about.kind]
  const newest = bucketStart(now, stepMs) - stepMs
  const from = Math.min(bucketStart(at, stepMs), newest)
  return { from, to: from + stepMs }
}

export async function originAt(store: HourReader, found: FoundDerived, step: Range): Promise<Derivation> {
  const inputs = await inputsFor(store, found, { from: step.from, to: step.to - 1 })
  return derive(found.about.kind, inputs, step.from)
}

/** Steps that are over, in at most `points` buckets; a step nobody can compute is left out. */
export async function derivedBuckets(
  all: DerivedSteps,
  found: FoundDerived,
  range: Range,
  points: number,
  now: number,
  signal?: AbortSignal,
): Promise<readonly Bucket[]> {
  const { first, end, stepMs } = stepsWithin(found, range, now)
  const width = Math.max(1, Math.ceil((end - first) / stepMs / points)) * stepMs
  const buckets: Bucket[] = []
  for await (const steps of all.of(found, range, now, signal))
    for (const { t, value } of steps) {
      const start = first + Math.floor((t - first) / width) * width
      const last = buckets.at(-1)
      if (last?.t === start)
        buckets[buckets.length - 1] = {
          t: start,
          min: Math.min(last.min, value),
          max: Math.max(last.max, value),
          mean: (last.mean * last.count + value) / (last.count + 1),
          count: last.count + 1,
        }
      else buckets.push({ t: start, min: value, max: value, mean: value, count: 1 })
    }
  return buckets
}
