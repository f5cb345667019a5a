// The highest VN_AQI of the province's air stations, worked out from hourly means of what each measures (QĐ 1459/QĐ-TCMT). Pure. What
// the decision's inputs don't suffice for has no index.
import { type Freshness, freshnessOf, underLink } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import {
  type Aqi,
  type AqiCategory,
  aqiCategoryOf,
  type Concentration,
  hourlyAqi,
  NOWCAST_HOURS,
  POLLUTANTS,
  type Pollutant,
} from '../../shared/vn-aqi.ts'
import { HOUR_MS, type Hours, hourlyMeans } from '../history/hours-query.ts'
import type { Judged } from '../overview/extremes.ts'
import type { Mark } from '../overview/stations.ts'

const AQI_UNIT = 'ug/m3'

type AirSeries = CatalogueSeries & { readonly quantity: Pollutant }
const isPollutant = (quantity: string): quantity is Pollutant => POLLUTANTS.some(one => one === quantity)

/** The series an index is made of; one in another unit than the decision's doesn't serve. */
export const airSeries = (catalogue: readonly CatalogueSeries[], village?: string): readonly AirSeries[] =>
  catalogue.flatMap(series =>
    isPollutant(series.quantity) && series.unit === AQI_UNIT && (village === undefined || series.village === village)
      ? [{ ...series, quantity: series.quantity }]
      : [],
  )

export type AirQuality = {
  readonly aqi: Aqi
  /** What went into it, in the decision's order. */
  readonly from: readonly Pollutant[]
  /** Of the station. */
  readonly series: CatalogueSeries
  /** The end of its newest hour. */
  readonly hourEnd: number
  readonly freshness: Freshness
}
export type HighestAqi =
  | ({ readonly kind: 'found' } & AirQuality)
  /** Nothing measures PM; no hours here yet; hours, but not enough of them. */
  | { readonly kind: 'none' | 'loading' | 'insufficient' }

const FRESHEST_FIRST = ['live', 'stale', 'dead'] as const satisfies readonly Freshness[]

/** @param hours of the series, in their order; undefined = not here */
export function highestAqi(
  series: readonly AirSeries[],
  hours: readonly (Hours | undefined)[],
  { at, isLinkLost }: Judged,
): HighestAqi {
  if (!series.some(({ quantity }) => quantity === 'pm25' || quantity === 'pm10')) return { kind: 'none' }
  const inputs = series.flatMap((one, i) => {
    const held = hours[i]
    return held ? [{ one, held }] : []
  })
  const all = [...Map.groupBy(inputs, ({ one }) => one.device).values()].flatMap((own): AirQuality[] => {
    // While an hour turns, some answers are of the hour before: only hours that end together make an index.
    const hourEnd = Math.min(...own.map(({ held }) => held.to))
    const means = new Map(own.map(({ one, held }) => [one.quantity, sinceEnd(held, hourEnd)]))
    const aqi = hourlyAqi({
      pm25: means.get('pm25') ?? [],
      pm10: means.get('pm10') ?? [],
      o3: means.get('o3')?.[0] ?? null,
      no2: means.get('no2')?.[0] ?? null,
      so2: means.get('so2')?.[0] ?? null,
      co: means.get('co')?.[0] ?? null,
    })
    const [first] = own
    if (!aqi || !first) return []
    const freshness = underLink(freshnessOf(at - hourEnd, HOUR_MS), isLinkLost)
    const from = POLLUTANTS.filter(one => aqi.indexes[one] !== undefined)
    return [{ aqi, from, series: first.one, hourEnd, freshness }]
  })
  for (const freshness of FRESHEST_FIRST) {
    const [top] = all.filter(one => one.freshness === freshness).sort((a, b) => b.aqi.value - a.aqi.value)
    if (top) return { kind: 'found', ...top }
  }
  return { kind: inputs.length === series.length ? 'insufficient' : 'loading' }
}

/** Hourly means that end with the given hour, the newest first. */
function sinceEnd(held: Hours, hourEnd: number): readonly Concentration[] {
  const newer = Math.round((held.to - hourEnd) / HOUR_MS)
  return hourlyMeans(held, NOWCAST_HOURS + newer).slice(newer)
}

const MARK_OF: Readonly<Record<AqiCategory, Mark>> = {
  good: 'normal',
  moderate: 'normal',
  poor: 'caution',
  bad: 'warning',
  veryBad: 'warning',
  hazardous: 'critical',
}

/** The decision's six, with the shape of the alarm priority that each has by the rules: two of them are no cause for one. */
export function aqiCategory(value: number): { readonly category: AqiCategory; readonly mark: Mark } {
  const category = aqiCategoryOf(value)
  return { category, mark: MARK_OF[category] }
}
