// What an exported incident holds. Plain data: it leaves the house as text inside one file.

/** A reading: seconds after the start (negative: the one that stood when it began), value, quality code. */
export type RecordedReading = readonly [number, number, number]
export type RecordedSeries = {
  readonly station: string
  readonly village: string
  readonly name: Both
  readonly unit: string
  readonly source: 'measured' | 'simulated' | 'manual' | 'derived'
  readonly lon: number
  readonly lat: number
  readonly decimals: number
  readonly readings: readonly RecordedReading[]
}
export type RecordedLine = {
  /** Epoch milliseconds, as all times but those of readings. */
  readonly at: number
  readonly kind: 'alarm' | 'programme'
  readonly priority: 'high' | 'medium' | 'low' | null
  readonly text: Both
  readonly isSimulated: boolean
}
type Both = { readonly vi: string; readonly en: string }

export type IncidentRecord = {
  readonly title: string
  readonly text: string
  readonly place: Both
  readonly from: number
  readonly to: number
  readonly savedBy: string
  readonly savedAt: number
  readonly exportedAt: number
  /** The address it was exported from. */
  readonly station: string
  readonly notes: readonly { readonly at: number; readonly text: string; readonly by: string }[]
  readonly outlines: readonly { readonly village: string; readonly name: string; readonly rings: readonly Ring[] }[]
  readonly series: readonly RecordedSeries[]
  readonly lines: readonly RecordedLine[]
  /** More than fit. */
  readonly linesLeftOut: number
  /** Of each series the last reading of each step; null = every one. */
  readonly stepMs: number | null
  /** The ends of the chains of events that the lines come from. */
  readonly chain: readonly { readonly family: string; readonly event: number; readonly hash: string }[]
}
/** Longitude, latitude. */
export type Ring = readonly (readonly [number, number])[]

export const MAX_EXPORT_BYTES = 5_000_000
/** Readings of one series. */
export const MAX_SERIES_READINGS = 2_000
/** Readings of all series together: at some 20 bytes each they fill four fifths of the file. */
export const MAX_EXPORT_READINGS = 160_000
/** Lines of alarms and of the programme together. */
export const MAX_EXPORT_LINES = 3_000

/** How far apart the readings of a series must stand so that all fit. */
export function exportStep(spanMs: number, seriesCount: number): number {
  const most = Math.max(1, Math.min(MAX_SERIES_READINGS, Math.floor(MAX_EXPORT_READINGS / Math.max(1, seriesCount))))
  return Math.max(1_000, Math.ceil(spanMs / most))
}

/** The last reading of each step, the steps counted from the start; never more than the span holds steps. */
export function thinned(readings: readonly RecordedReading[], stepMs: number): readonly RecordedReading[] {
  const step = ([seconds]: RecordedReading) => Math.floor((seconds * 1_000) / stepMs)
  return readings.filter((reading, i) => {
    const next = readings[i + 1]
    return next === undefined || step(next) !== step(reading)
  })
}
