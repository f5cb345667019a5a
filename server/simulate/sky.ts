// Where sun and moon stand: mean longitudes (tide, moon phase) and the height of the sun (light, lamps, batteries).
import { DAY_MS, hourOf, yearFraction } from './calendar.ts'

const DEGREE = Math.PI / 180
const J2000 = Date.UTC(2000, 0, 1, 12)
const CENTURY_MS = 36_525 * DAY_MS

/** Mean longitude of the moon, degrees (Meeus, Astronomical Algorithms, chapter 47). */
export const moonLongitude = (t: number): number => 218.3164477 + 481_267.88123421 * ((t - J2000) / CENTURY_MS)
/** Mean longitude of the sun, degrees (Meeus, chapter 25). */
export const sunLongitude = (t: number): number => 280.46646 + 36_000.76983 * ((t - J2000) / CENTURY_MS)

/** Share of the moon's disc that is lit, 0 new, 1 full; from mean longitudes, so up to half a day early or late. */
export const moonlight = (t: number): number => (1 - Math.cos((moonLongitude(t) - sunLongitude(t)) * DEGREE)) / 2

/** Sine of the sun's elevation; negative at night. */
export function sunHeight(lon: number, lat: number, t: number): number {
  const declination = -23.44 * DEGREE * Math.cos(2 * Math.PI * (yearFraction(t) + 10 / 365.24))
  const b = 2 * Math.PI * (yearFraction(t) - 81 / 365.24)
  const equationMinutes = 9.87 * Math.sin(2 * b) - 7.53 * Math.cos(b) - 1.5 * Math.sin(b)
  // The local clock runs on the meridian of 105° E.
  const solarHour = hourOf(t) + (lon - 105) / 15 + equationMinutes / 60
  const hourAngle = (solarHour - 12) * 15 * DEGREE
  return (
    Math.sin(lat * DEGREE) * Math.sin(declination) +
    Math.cos(lat * DEGREE) * Math.cos(declination) * Math.cos(hourAngle)
  )
}
