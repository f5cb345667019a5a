// The Vietnamese air quality index of an hour and of a day, VN_AQI (QĐ 1459/QĐ-TCMT, 12/11/2019). Pure.

export const POLLUTANTS = ['pm25', 'pm10', 'o3', 'no2', 'so2', 'co'] as const
export type Pollutant = (typeof POLLUTANTS)[number]

export type Aqi = {
  /** Whole number, 0 to 500: the largest of the pollutants' own. */
  readonly value: number
  readonly dominant: Pollutant
  readonly indexes: Readonly<Partial<Record<Pollutant, number>>>
}

/** µg/m³; null = not measured, or not enough of it. */
export type Concentration = number | null
export type HourlyConcentrations = {
  /** Hourly means, the newest hour first, at most NOWCAST_HOURS; null = that hour is missing. */
  readonly pm25?: readonly Concentration[]
  readonly pm10?: readonly Concentration[]
  /** Mean of the hour. */
  readonly o3?: Concentration
  readonly no2?: Concentration
  readonly so2?: Concentration
  readonly co?: Concentration
}
export const NOWCAST_HOURS = 12
const NOWCAST_LATEST = 3
const NOWCAST_LATEST_NEEDED = 2
const NOWCAST_LEAST_WEIGHT = 0.5

/** The index at each breakpoint; beyond the last one it stays. */
const INDEX = [0, 50, 100, 150, 200, 300, 400, 500] as const
/** µg/m³ at which the index takes those values. PM: day means (and Nowcast), the others: hour means. */
export const BREAKPOINTS: Readonly<Record<Pollutant, readonly number[]>> = {
  pm25: [0, 25, 50, 80, 150, 250, 350, 500],
  pm10: [0, 50, 150, 250, 350, 420, 500, 600],
  so2: [0, 125, 350, 550, 800, 1_600, 2_100, 2_630],
  no2: [0, 100, 200, 700, 1_200, 2_350, 3_100, 3_850],
  co: [0, 10_000, 30_000, 45_000, 60_000, 90_000, 120_000, 150_000],
  o3: [0, 160, 200, 300, 400, 800, 1_000, 1_200],
}
/** Ozone over eight hours; the table ends at 400 µg/m³, above it the hour's counts alone. */
const OZONE_8H = [0, 100, 120, 170, 210, 400] as const

/** Undefined without PM10 and PM2.5: one of them is mandatory. */
export function hourlyAqi({ pm25 = [], pm10 = [], ...gases }: HourlyConcentrations): Aqi | undefined {
  return aqiOf({ ...indexesOf(gases), ...indexesOf({ pm25: nowcast(pm25), pm10: nowcast(pm10) }) })
}

/**
 * What an hour counts for PM: the hours before weigh less, the less the more the air changes. Null without two of the three
 * latest hours; missing hours are left out of both sums.
 */
export const nowcast = (hours: readonly Concentration[]): Concentration => nowcastOf(hours)?.value ?? null

/** The value together with what an hour weighs against the one after it, 0.5 to 1. */
export function nowcastOf(
  hours: readonly Concentration[],
): { readonly value: number; readonly weight: number } | undefined {
  const recent = hours.slice(0, NOWCAST_HOURS)
  const known = recent.filter(one => one !== null)
  if (recent.slice(0, NOWCAST_LATEST).filter(one => one !== null).length < NOWCAST_LATEST_NEEDED) return undefined
  const most = Math.max(...known)
  const weight = most > 0 ? Math.max(NOWCAST_LEAST_WEIGHT, Math.min(...known) / most) : 1
  let [sum, weights] = [0, 0]
  for (const [age, one] of recent.entries()) {
    if (one === null) continue
    sum += one * weight ** age
    weights += weight ** age
  }
  return { value: sum / weights, weight }
}

/** Hourly means of one calendar day, 00 to 23 o'clock; null = that hour is missing. */
export type DayConcentrations = Readonly<Partial<Record<Pollutant, readonly Concentration[]>>>
/** Our own condition, three quarters of the hours, so that a day isn't judged by its evening. */
export const DAY_HOURS_NEEDED = 18
const OZONE_HOURS = 8
const OZONE_HOURS_NEEDED = 6

/**
 * PM: the mean of the day; gases: the highest hour, and of ozone also the highest mean of eight hours that lie within the day.
 * Undefined without PM10 and PM2.5, or with too few hours of both.
 */
export function dailyAqi(day: DayConcentrations): Aqi | undefined {
  const used = usedOfDay(day)
  const ozone = worstIndex(indexOf(used.o3 ?? null, BREAKPOINTS.o3), ozoneIndex(day.o3 ?? []))
  return aqiOf({ ...indexesOf(used), ...(ozone === undefined ? {} : { o3: ozone }) })
}

/** What of each pollutant goes into the index of a day; null = too few hours. */
export function usedOfDay(day: DayConcentrations): Readonly<Partial<Record<Pollutant, Concentration>>> {
  return Object.fromEntries(
    POLLUTANTS.map(pollutant => {
      const known = (day[pollutant] ?? []).filter(one => one !== null)
      const isParticle = pollutant === 'pm25' || pollutant === 'pm10'
      const value = isParticle ? meanOf(known) : Math.max(...known)
      return [pollutant, known.length < DAY_HOURS_NEEDED ? null : value]
    }),
  )
}

/** The highest mean of eight hours in a row with at least six of them; null when there is none. */
export function ozoneOverEight(day: readonly Concentration[]): Concentration {
  const means = day.slice(OZONE_HOURS - 1).flatMap((_, i) => {
    const known = day.slice(i, i + OZONE_HOURS).filter(one => one !== null)
    return known.length < OZONE_HOURS_NEEDED ? [] : [meanOf(known)]
  })
  return means.length === 0 ? null : Math.max(...means)
}

function ozoneIndex(day: readonly Concentration[]): number | undefined {
  const highest = ozoneOverEight(day)
  return highest === null || highest > (OZONE_8H.at(-1) ?? 0) ? undefined : indexOf(highest, OZONE_8H)
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
const worstIndex = (...indexes: readonly (number | undefined)[]): number | undefined => {
  const known = indexes.filter(one => one !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

export const AQI_CATEGORIES = ['good', 'moderate', 'poor', 'bad', 'veryBad', 'hazardous'] as const
/** The decision's six. */
export type AqiCategory = (typeof AQI_CATEGORIES)[number]
/** The highest index of each but the last. */
const CATEGORY_ENDS = [50, 100, 150, 200, 300] as const

export function aqiCategoryOf(index: number): AqiCategory {
  const place = CATEGORY_ENDS.findIndex(end => index <= end)
  return AQI_CATEGORIES[place === -1 ? AQI_CATEGORIES.length - 1 : place] ?? 'hazardous'
}

function indexesOf(
  concentrations: Readonly<Partial<Record<Pollutant, Concentration>>>,
): Readonly<Partial<Record<Pollutant, number>>> {
  return Object.fromEntries(
    POLLUTANTS.flatMap(pollutant => {
      const index = indexOf(concentrations[pollutant] ?? null, BREAKPOINTS[pollutant])
      return index === undefined ? [] : [[pollutant, index] as const]
    }),
  )
}

/** One pollutant's own index on the table of the hour. */
export const pollutantIndex = (pollutant: Pollutant, concentration: Concentration): number | undefined =>
  indexOf(concentration, BREAKPOINTS[pollutant])

/** On the line between two breakpoints; undefined when nothing is known. */
function indexOf(concentration: Concentration, breakpoints: readonly number[]): number | undefined {
  if (concentration === null) return undefined
  const above = breakpoints.findIndex(one => concentration <= one)
  if (above === -1) return INDEX.at(-1)
  // Below the first one: an instrument may read a little under zero.
  if (above === 0) return 0
  const [low, high] = [breakpoints[above - 1] ?? 0, breakpoints[above] ?? 0]
  const [from, to] = [INDEX[above - 1] ?? 0, INDEX[above] ?? 0]
  return Math.round(from + ((to - from) * (concentration - low)) / (high - low))
}

function aqiOf(indexes: Readonly<Partial<Record<Pollutant, number>>>): Aqi | undefined {
  if (indexes.pm25 === undefined && indexes.pm10 === undefined) return undefined
  const [first, ...rest] = POLLUTANTS.flatMap(pollutant => {
    const value = indexes[pollutant]
    return value === undefined ? [] : [{ dominant: pollutant, value }]
  })
  return first && { ...rest.reduce((most, one) => (one.value > most.value ? one : most), first), indexes }
}
