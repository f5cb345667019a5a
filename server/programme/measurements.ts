// Figures that the station measures itself for indicators that say how: what a village's stations sent within a window. Derived,
// never stored, and never a decision: a person assesses. Knows the store's series and a criteria set, no village's result.
import type { Measurement } from '../../shared/programme/api-schema.ts'
import { indicatorsOf } from '../../shared/programme/criteria.ts'
import type { CriteriaSet, Measure } from '../../shared/programme/facts.ts'
import type { Device, DeviceSeries, Devices } from '../registry/devices.ts'
import type { Store } from '../store/store.ts'

const DAY_MS = 86_400_000
/** A window of days changes little in minutes, and every screen asks. */
const KEEP_MS = 300_000
/** Says whether a station is connected; the broker writes it for a station that isn't. Not a reading of the field. */
const CONNECTION = 'online'
const PERCENT = '%'

export type MeasuredSet = CriteriaSet & { readonly eventId: number }
export type Measurements = {
  /** For each village and each indicator of the set that has a measure; at most five minutes old. */
  readonly of: (set: MeasuredSet, villages: readonly string[]) => Promise<readonly Measurement[]>
}
export type MeasurementsDeps = {
  readonly store: Pick<Store, 'buckets'>
  readonly devices: Pick<Devices, 'all'>
  readonly now: () => number
}

/** What a series sent within a window; null = nothing. */
type Received = { readonly count: number; readonly mean: number; readonly min: number; readonly max: number } | null
type Receive = (series: DeviceSeries, from: number) => Promise<Received>
type Kept = { readonly at: number; readonly answer: Promise<readonly Measurement[]> }

export function createMeasurements({ store, devices, now }: MeasurementsDeps): Measurements {
  const kept = new Map<string, Kept>()

  async function compute(set: MeasuredSet, villages: readonly string[], at: number): Promise<readonly Measurement[]> {
    const receive = createReceive(store, at)
    const stations = Map.groupBy(
      devices.all().filter(({ isDisabled }) => !isDisabled),
      ({ village }) => village,
    )
    const measured: Measurement[] = []
    // One after the other: the store has one thread, and readings come first.
    for (const village of villages)
      for (const { indicator } of indicatorsOf(set)) {
        if (!indicator.measure) continue
        const windowFrom = at - indicator.measure.windowDays * DAY_MS
        const own = stations.get(village) ?? []
        const found = await figureOf(indicator.measure, own, series => receive(series, windowFrom))
        measured.push({
          village,
          set: set.id,
          indicator: indicator.id,
          ...found,
          windowFrom,
          windowTo: at,
          computedAt: at,
          stations: own.length,
          source: 'derived',
          isSimulated: own.some(({ source }) => source === 'simulated'),
        })
      }
    return measured
  }

  return {
    of(set, villages) {
      const at = now()
      for (const [key, one] of kept) if (at - one.at >= KEEP_MS) kept.delete(key)
      const key = JSON.stringify([set.id, set.eventId, villages])
      const held = kept.get(key)
      if (held) return held.answer
      const answer = compute(set, villages, at)
      kept.set(key, { at, answer })
      // What went wrong is tried anew, not kept.
      answer.catch(() => kept.delete(key))
      return answer
    },
  }
}

/** Several measures look at the same series over the same window: it is read once. */
function createReceive(store: Pick<Store, 'buckets'>, to: number): Receive {
  const read = new Map<string, Promise<Received>>()
  return (series, from) => {
    const key = `${series.n} ${from}`
    const held = read.get(key) ?? store.buckets(series.n, from, to, 1).then(receivedOf)
    read.set(key, held)
    return held
  }
}

function receivedOf({ count, mean, min, max }: Awaited<ReturnType<Store['buckets']>>): Received {
  const total = count.reduce((sum, one) => sum + one, 0)
  if (total === 0) return null
  return {
    count: total,
    mean: count.reduce((sum, one, at) => sum + one * (mean[at] ?? 0), 0) / total,
    min: Math.min(...min),
    max: Math.max(...max),
  }
}

type Found = Pick<Measurement, 'value' | 'unit' | 'series'>

async function figureOf(
  measure: Measure,
  stations: readonly Device[],
  receive: (series: DeviceSeries) => Promise<Received>,
): Promise<Found> {
  const all = stations
    .flatMap(({ series }) => [...series.values()])
    .filter(({ quantity }) => quantity.code !== CONNECTION)
  switch (measure.kind) {
    case 'reporting-stations':
      return { value: await reportingShare(stations, all, receive), unit: PERCENT, series: all.length }
    case 'coverage': {
      const asked = all.filter(
        ({ quantity, intervalMs }) =>
          intervalMs !== null && (measure.quantity === null || quantity.code === measure.quantity),
      )
      return { value: await coverage(asked, measure.windowDays, receive), unit: PERCENT, series: asked.length }
    }
    case 'statistic': {
      const asked = all.filter(({ quantity }) => quantity.code === measure.quantity)
      const unit = asked[0]?.unit ?? ''
      return { value: await statistic(asked, measure.statistic, receive), unit, series: asked.length }
    }
    default:
      return measure satisfies never
  }
}

async function reportingShare(
  stations: readonly Device[],
  all: readonly DeviceSeries[],
  receive: (series: DeviceSeries) => Promise<Received>,
): Promise<number | null> {
  if (stations.length === 0) return null
  const heard = new Set<string>()
  for (const series of all) if (!heard.has(series.device.id) && (await receive(series))) heard.add(series.device.id)
  return (heard.size / stations.length) * 100
}

/** Of each series no more than all counts: one that sends twice as often doesn't make up for one that is silent. */
async function coverage(
  asked: readonly DeviceSeries[],
  windowDays: number,
  receive: (series: DeviceSeries) => Promise<Received>,
): Promise<number | null> {
  if (asked.length === 0) return null
  let sum = 0
  for (const series of asked) {
    const expected = Math.max(1, Math.floor((windowDays * DAY_MS) / (series.intervalMs ?? DAY_MS)))
    sum += Math.min(1, ((await receive(series))?.count ?? 0) / expected)
  }
  return (sum / asked.length) * 100
}

/** Over all readings, so that a series with more of them weighs more. */
async function statistic(
  asked: readonly DeviceSeries[],
  which: Extract<Measure, { kind: 'statistic' }>['statistic'],
  receive: (series: DeviceSeries) => Promise<Received>,
): Promise<number | null> {
  const parts: NonNullable<Received>[] = []
  for (const series of asked) {
    const received = await receive(series)
    if (received) parts.push(received)
  }
  if (parts.length === 0) return null
  switch (which) {
    case 'min':
      return Math.min(...parts.map(({ min }) => min))
    case 'max':
      return Math.max(...parts.map(({ max }) => max))
    case 'mean': {
      const count = parts.reduce((sum, part) => sum + part.count, 0)
      return parts.reduce((sum, part) => sum + part.mean * part.count, 0) / count
    }
    default:
      return which satisfies never
  }
}
