// The spring tide of November 2025 at Cao Lãnh, reconstructed: no hourly record of it is published. Published are the alarm levels
// (BĐ I 1.90 m, BĐ III 2.30 m; BĐ II isn't verified) and the peak of 24/11/2025, 2.33 m (bulletins in the press, see
// server/registry/seed/gauges.json). The other high and low waters, and the times, are made up around it as a mixed tide runs:
// two high waters a day, the higher one growing to that peak and falling after it, each day about 50 minutes later.

/** Province time and metres of each high and low water, in order. */
export const TURNS: readonly (readonly [at: string, metres: number])[] = [
  ['2025-11-21T18:00', 1.22],
  ['2025-11-22T00:20', 1.84],
  ['2025-11-22T06:10', 1.42],
  ['2025-11-22T12:40', 2.14],
  ['2025-11-22T19:00', 1.27],
  ['2025-11-23T01:10', 1.89],
  ['2025-11-23T07:00', 1.46],
  ['2025-11-23T13:30', 2.26],
  ['2025-11-23T19:50', 1.3],
  ['2025-11-24T02:00', 1.95],
  ['2025-11-24T07:50', 1.5],
  ['2025-11-24T14:20', 2.33],
  ['2025-11-24T20:40', 1.34],
  ['2025-11-25T02:50', 1.93],
  ['2025-11-25T08:40', 1.47],
  ['2025-11-25T15:10', 2.29],
  ['2025-11-25T21:30', 1.31],
  ['2025-11-26T03:40', 1.88],
  ['2025-11-26T09:30', 1.4],
  ['2025-11-26T16:00', 2.12],
  ['2025-11-26T22:20', 1.24],
]
const EVERY_MS = 600_000

export type TideReading = { readonly t: number; readonly v: number }

/** Every ten minutes from the first turn to the last, in whole centimetres, as a gauge reads; half a cosine from turn to turn. */
export function tideEvent(): readonly TideReading[] {
  const turns = TURNS.map(([at, metres]) => ({ t: provinceTime(at), metres }))
  const readings: TideReading[] = []
  for (const [place, { t: from, metres: start }] of turns.entries()) {
    const next = turns[place + 1]
    if (!next) return [...readings, { t: from, v: start }]
    for (let t = from; t < next.t; t += EVERY_MS) {
      const share = (1 - Math.cos((Math.PI * (t - from)) / (next.t - from))) / 2
      readings.push({ t, v: Math.round((start + (next.metres - start) * share) * 100) / 100 })
    }
  }
  return readings
}

/** '2025-11-24T14:20' of the province, in epoch milliseconds. */
export const provinceTime = (text: string): number => Date.parse(`${text}:00+07:00`)
/** '24 14:20' */
export const provinceClock = (t: number): string =>
  new Date(t + 7 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ')
