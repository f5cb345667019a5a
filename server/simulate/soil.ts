// One hour in the life of a soil profile: what rain, pump, sun and gravity do to its water. Volumetric percent.

export type SoilKind = {
  /** Wilting point, field capacity and saturation of a silty clay, %. */
  readonly wilting: number
  readonly capacity: number
  readonly saturation: number
  /** Percent gained per millimetre: 0.33 for a probe over 300 mm of root zone. */
  readonly percentPerMm: number
  /** Share of the water above capacity that leaves in an hour. */
  readonly drainage: number
  /** Percent lost in an hour of full sun on wet soil. */
  readonly thirst: number
}

export type SoilHour = {
  readonly rainMm: number
  /** 0 … 1. */
  readonly light: number
  /** +1 irrigated, −1 drained, 0 left alone, by the pump. */
  readonly pump: -1 | 0 | 1
  /** Percent seeping in from a river that stands high. */
  readonly seepage: number
}

/** Millimetres a pump brings onto a field in an hour. */
const IRRIGATION_MM = 3
const DRAINING_SPEEDUP = 8

export function stepSoil(kind: SoilKind, moisture: number, hour: SoilHour): number {
  const wetted = moisture + kind.percentPerMm * (hour.rainMm + (hour.pump === 1 ? IRRIGATION_MM : 0)) + hour.seepage
  // Roots find less and less below capacity, nothing at the wilting point.
  const ease = Math.max(0, Math.min(1, (moisture - kind.wilting) / (kind.capacity - kind.wilting)))
  const drunk = kind.thirst * hour.light * ease
  const speed = Math.min(0.6, kind.drainage * (hour.pump === -1 ? DRAINING_SPEEDUP : 1))
  const drained = Math.max(0, wetted - kind.capacity) * speed
  return Math.max(kind.wilting, Math.min(kind.saturation, wetted - drunk - drained))
}
