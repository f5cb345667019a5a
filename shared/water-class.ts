// The class of surface water by Table 2 of QCVN 08:2023/BTNMT (rivers, canals): A the best, D the worst, by the worst of what was
// measured. Only rows of the table that are verified; TSS and TOC have gaps in our copy and aren't judged. Pure.

export const WATER_CLASSES = ['A', 'B', 'C', 'D'] as const
export type WaterClass = (typeof WATER_CLASSES)[number]
/** `outside`: worse than what the table still names. */
export type WaterVerdict = WaterClass | 'outside'

/** What of the table is judged, in its order; mg/L but pH, and coliforms per 100 mL. */
export const WATER_PARAMETERS = [
  'ph',
  'bod5',
  'cod',
  'dissolved_oxygen',
  'total_phosphorus',
  'total_nitrogen',
  'coliform',
  'thermotolerant_coliform',
] as const
export type WaterParameter = (typeof WATER_PARAMETERS)[number]
/** In the table, but with gaps in our copy: never judged. */
export const WATER_GAPS = ['toc', 'tss'] as const

/** The highest value of A, B and C; beyond C it is D. */
const MOST: Readonly<Partial<Record<WaterParameter, readonly [number, number, number]>>> = {
  bod5: [4, 6, 10],
  cod: [10, 15, 20],
  total_phosphorus: [0.1, 0.3, 0.5],
  total_nitrogen: [0.6, 1.5, 2],
  coliform: [1_000, 5_000, 7_500],
  thermotolerant_coliform: [200, 1_000, 1_500],
}
/** The lowest value of A to D; what lies below D the table doesn't name. */
const OXYGEN_LEAST = [6, 5, 4, 2] as const

export function waterClassOf(parameter: WaterParameter, value: number): WaterVerdict {
  if (parameter === 'ph') {
    if (value < 6 || value > 8.5) return 'D'
    return value < 6.5 ? 'B' : 'A'
  }
  const place =
    parameter === 'dissolved_oxygen'
      ? OXYGEN_LEAST.findIndex(least => value >= least)
      : placeAmong(MOST[parameter] ?? [], value)
  return WATER_CLASSES[place] ?? 'outside'
}

function placeAmong(most: readonly number[], value: number): number {
  const place = most.findIndex(limit => value <= limit)
  return place === -1 ? most.length : place
}

/** 1 (A) to 4 (D), 5 outside of the table: higher is worse. */
export const waterRank = (verdict: WaterVerdict): number =>
  verdict === 'outside' ? WATER_CLASSES.length + 1 : WATER_CLASSES.indexOf(verdict) + 1

export type WaterJudgement = {
  readonly verdict: WaterVerdict
  readonly each: Readonly<Partial<Record<WaterParameter, WaterVerdict>>>
  /** What the table also asks for and nobody measured: with it the class could only be worse. */
  readonly missing: readonly (WaterParameter | (typeof WATER_GAPS)[number])[]
}

/** Undefined when nothing of the table was measured. */
export function judgeWater(measured: Readonly<Partial<Record<WaterParameter, number>>>): WaterJudgement | undefined {
  const each: Partial<Record<WaterParameter, WaterVerdict>> = {}
  let verdict: WaterVerdict | undefined
  for (const parameter of WATER_PARAMETERS) {
    const value = measured[parameter]
    if (value === undefined) continue
    const own = waterClassOf(parameter, value)
    each[parameter] = own
    if (verdict === undefined || waterRank(own) > waterRank(verdict)) verdict = own
  }
  const missing = [...WATER_PARAMETERS.filter(one => each[one] === undefined), ...WATER_GAPS]
  return verdict && { verdict, each, missing }
}
