// One step of a derived series from the hours of its inputs, together with how it came about. Pure; the rules themselves are in
// vn-aqi.ts, flood.ts and water-class.ts.
import { floodRank, floodStage } from '../flood.ts'
import type { Gauge } from '../registry.ts'
import {
  type Aqi,
  aqiCategoryOf,
  type Concentration,
  type DayConcentrations,
  dailyAqi,
  hourlyAqi,
  NOWCAST_HOURS,
  nowcastOf,
  POLLUTANTS,
  type Pollutant,
  pollutantIndex,
  usedOfDay,
} from '../vn-aqi.ts'
import { judgeWater, type WaterParameter, waterRank } from '../water-class.ts'
import { type DerivedKind, HOUR_MS } from './kinds.ts'

/** The hour that begins then, without `bad` readings; undefined = nothing was measured in it. */
export type HourOf = (start: number) => { readonly mean: number; readonly max: number } | undefined
export type DerivedInputs = {
  /** By quantity; what the station doesn't measure is left out. */
  readonly hours: ReadonlyMap<string, HourOf>
  /** Of the village's gauge; only `flood-stage` asks. */
  readonly levels: Gauge['levels'] | null
}

export const STEP_RULES = ['nowcast', 'hour-mean', 'hour-max', 'day-mean', 'day-max'] as const
export type StepRule = (typeof STEP_RULES)[number]
export type DerivationStep = {
  readonly quantity: string
  readonly rule: StepRule
  /** What went into the table; null = not measured, or too few hours. */
  readonly used: number | null
  /** What the table says of it alone. */
  readonly index: number | null
  readonly category: string | null
  /** The hours it came from, the newest first, with what each weighs (1 where the rule weighs none). */
  readonly hours: readonly { readonly t: number; readonly value: number | null; readonly weight: number }[]
}
export type Derivation = {
  /** Null = unknown, never a guess. */
  readonly value: number | null
  readonly category: string | null
  readonly steps: readonly DerivationStep[]
  /** What the rule also asks for and the station doesn't have, or not enough of. */
  readonly missing: readonly string[]
}

/** @param start of the step, epoch milliseconds, on its boundary in the province */
export function derive(kind: DerivedKind, inputs: DerivedInputs, start: number): Derivation {
  switch (kind) {
    case 'vn-aqi-hour':
      return aqiOfHour(inputs, start)
    case 'vn-aqi-day':
      return aqiOfDay(inputs, start)
    case 'flood-stage':
      return stageOfHour(inputs, start)
    case 'water-class':
      return classOfHour(inputs, start)
    default:
      return kind satisfies never
  }
}

/** The value of a step alone, as `derive` has it, without what it came from: for long ranges. */
export function valueOf(
  kind: DerivedKind,
  inputs: DerivedInputs,
  start: number,
): Pick<Derivation, 'value' | 'category'> {
  if (kind === 'vn-aqi-hour') return verdictOf(aqiFrom(meansBefore(inputs, start)))
  if (kind === 'vn-aqi-day') return verdictOf(dailyAqi(meansOfDay(inputs, start)))
  return derive(kind, inputs, start)
}

const verdictOf = (aqi: Aqi | undefined): Pick<Derivation, 'value' | 'category'> =>
  aqi ? { value: aqi.value, category: aqiCategoryOf(aqi.value) } : { value: null, category: null }

const isParticle = (pollutant: Pollutant): boolean => pollutant === 'pm25' || pollutant === 'pm10'
const measuredPollutants = ({ hours }: DerivedInputs): readonly Pollutant[] => POLLUTANTS.filter(one => hours.has(one))

type Means = ReadonlyMap<Pollutant, readonly Concentration[]>

/** Of the hour itself and, where Nowcast asks for them, of those before; the newest first. */
function meansBefore(inputs: DerivedInputs, start: number): Means {
  const means = new Map<Pollutant, readonly Concentration[]>()
  for (const pollutant of measuredPollutants(inputs))
    means.set(
      pollutant,
      Array.from(
        { length: isParticle(pollutant) ? NOWCAST_HOURS : 1 },
        (_, age) => inputs.hours.get(pollutant)?.(start - age * HOUR_MS)?.mean ?? null,
      ),
    )
  return means
}

function aqiFrom(means: Means): Aqi | undefined {
  const gas = (pollutant: Pollutant): Concentration => means.get(pollutant)?.[0] ?? null
  return hourlyAqi({
    pm25: means.get('pm25') ?? [],
    pm10: means.get('pm10') ?? [],
    o3: gas('o3'),
    no2: gas('no2'),
    so2: gas('so2'),
    co: gas('co'),
  })
}

function aqiOfHour(inputs: DerivedInputs, start: number): Derivation {
  const means = meansBefore(inputs, start)
  const steps = [...means].map(([quantity, values]): DerivationStep => {
    const nowcast = isParticle(quantity) ? nowcastOf(values) : undefined
    const used = isParticle(quantity) ? (nowcast?.value ?? null) : (values[0] ?? null)
    return {
      quantity,
      rule: isParticle(quantity) ? 'nowcast' : 'hour-mean',
      used,
      ...indexAlone(pollutantIndex(quantity, used)),
      hours: values.map((value, age) => ({
        t: start - age * HOUR_MS,
        value,
        weight: (nowcast?.weight ?? 1) ** age,
      })),
    }
  })
  return derivationOf(aqiFrom(means), steps)
}

const meansOfDay = (inputs: DerivedInputs, start: number): DayConcentrations =>
  Object.fromEntries(
    measuredPollutants(inputs).map(pollutant => [
      pollutant,
      Array.from({ length: 24 }, (_, hour) => inputs.hours.get(pollutant)?.(start + hour * HOUR_MS)?.mean ?? null),
    ]),
  )

function aqiOfDay(inputs: DerivedInputs, start: number): Derivation {
  const day = meansOfDay(inputs, start)
  const used = usedOfDay(day)
  const aqi = dailyAqi(day)
  const steps = measuredPollutants(inputs).map((quantity): DerivationStep => {
    const value = used[quantity] ?? null
    return {
      quantity,
      rule: isParticle(quantity) ? 'day-mean' : 'day-max',
      used: value,
      // Of ozone the eight hours count too: what the whole says of it.
      ...indexAlone(aqi?.indexes[quantity] ?? pollutantIndex(quantity, value)),
      hours: (day[quantity] ?? [])
        .map((one, hour) => ({ t: start + hour * HOUR_MS, value: one, weight: 1 }))
        .toReversed(),
    }
  })
  return derivationOf(aqi, steps)
}

const indexAlone = (index: number | undefined): Pick<DerivationStep, 'index' | 'category'> =>
  index === undefined ? { index: null, category: null } : { index, category: aqiCategoryOf(index) }

function derivationOf(aqi: Aqi | undefined, steps: readonly DerivationStep[]): Derivation {
  const missing = POLLUTANTS.filter(one => !steps.some(({ quantity, used }) => quantity === one && used !== null))
  return { ...verdictOf(aqi), steps, missing }
}

function stageOfHour({ hours, levels }: DerivedInputs, start: number): Derivation {
  const used = hours.get('water_level')?.(start)?.max ?? null
  const stage = used === null || levels === null ? undefined : floodStage(used, levels)
  const rank = (stage && floodRank(stage)) ?? null
  const category = rank === null || !stage ? null : stage.kind === 'reached' ? stage.level : 'below'
  return {
    value: rank,
    category,
    steps: [
      {
        quantity: 'water_level',
        rule: 'hour-max',
        used,
        index: rank,
        category,
        hours: [{ t: start, value: used, weight: 1 }],
      },
    ],
    missing: used === null ? ['water_level'] : [],
  }
}

const MEASURED_IN_WATER = ['ph', 'dissolved_oxygen'] as const satisfies readonly WaterParameter[]

function classOfHour({ hours }: DerivedInputs, start: number): Derivation {
  const measured: Partial<Record<WaterParameter, number>> = {}
  for (const parameter of MEASURED_IN_WATER) {
    const mean = hours.get(parameter)?.(start)?.mean
    if (mean !== undefined) measured[parameter] = mean
  }
  const judged = judgeWater(measured)
  const steps = MEASURED_IN_WATER.filter(parameter => hours.has(parameter)).map((quantity): DerivationStep => {
    const used = measured[quantity] ?? null
    const own = judged?.each[quantity]
    return {
      quantity,
      rule: 'hour-mean',
      used,
      index: own ? waterRank(own) : null,
      category: own ?? null,
      hours: [{ t: start, value: used, weight: 1 }],
    }
  })
  return {
    value: judged ? waterRank(judged.verdict) : null,
    category: judged?.verdict ?? null,
    steps,
    missing: judged?.missing ?? [...MEASURED_IN_WATER],
  }
}
