// Series that are computed when somebody asks, from the hours of what a station measures. Knows no HTTP; the rules are shared/derived.

import type { Bucket } from '../../shared/api.ts'
import { type Derivation, type DerivedInputs, derive } from '../../shared/derived/derive.ts'
import { ABOUT_DERIVED, DERIVED_KINDS, type DerivedKind, derivedIdOf } from '../../shared/derived/kinds.ts'
import type { DerivedSeries } from '../../shared/history/api-schema.ts'
import type { Gauge, Registry } from '../../shared/registry.ts'
import type { Device, DeviceSeries } from '../registry/devices.ts'
import { bucketStart } from '../store/rollup.ts'
import type { Store } from '../store/store.ts'
import { hoursOf } from './hours.ts'
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

type Reader = Pick<Store, 'buckets'>

/** The step that holds `at`, or the newest that is over. */
export function stepAt({ about }: FoundDerived, at: number, now: number): Range {
  const { stepMs } = ABOUT_DERIVED[about.kind]
  const newest = bucketStart(now, stepMs) - stepMs
  const from = Math.min(bucketStart(at, stepMs), newest)
  return { from, to: from + stepMs }
}

export async function originAt(store: Reader, found: FoundDerived, step: Range): Promise<Derivation> {
  const inputs = await inputsFor(store, found, { from: step.from, to: step.to - 1 })
  return derive(found.about.kind, inputs, step.from)
}

/** Steps that are over, in at most `points` buckets; a step nobody can compute is left out. */
export async function derivedBuckets(
  store: Reader,
  found: FoundDerived,
  { from, to }: Range,
  points: number,
  now: number,
): Promise<readonly Bucket[]> {
  const { stepMs } = ABOUT_DERIVED[found.about.kind]
  const first = bucketStart(from, stepMs)
  const end = Math.min(bucketStart(to, stepMs) + stepMs, bucketStart(now, stepMs))
  if (end <= first) return []
  const inputs = await inputsFor(store, found, { from: first, to: end - 1 })
  const width = Math.ceil((end - first) / stepMs / points) * stepMs
  const buckets: Bucket[] = []
  for (let start = first; start < end; start += width) {
    const values: number[] = []
    for (let step = start; step < Math.min(start + width, end); step += stepMs) {
      const { value } = derive(found.about.kind, inputs, step)
      if (value !== null) values.push(value)
    }
    if (values.length === 0) continue
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    buckets.push({ t: start, min: Math.min(...values), max: Math.max(...values), mean, count: values.length })
  }
  return buckets
}

async function inputsFor(store: Reader, { about, inputs, gauge }: FoundDerived, range: Range): Promise<DerivedInputs> {
  const { lookBackMs } = ABOUT_DERIVED[about.kind]
  const hours = await Promise.all(
    inputs.map(async ({ n, quantity }) => {
      const all = await hoursOf(store, n, { from: range.from - lookBackMs, to: range.to })
      const byStart = new Map(all.map(hour => [hour.t, hour]))
      return [quantity.code, (start: number) => byStart.get(start)] as const
    }),
  )
  return { hours: new Map(hours), levels: gauge?.levels ?? null }
}
