import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, hourOf, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import { distanceKm } from '../../../server/simulate/place.ts'
import { aPlace, days, every, local, mean, peakOf, physicsOf, places } from './sample.ts'

const { rain, weather, quality, air } = physicsOf(2026)
const place = aPlace(one => one.canalKm === 0)
const year = local(2026, 1, 1)
const hours = Array.from({ length: 24 }, (_, hour) => hour)
/** Mean of a function at each hour of the day, over `count` days. */
const dayShape = (f: (t: number) => number, from: number, count: number) =>
  hours.map(hour => mean(days(from, count).map(day => f(day + (hour + 0.5) * HOUR_MS))))

describe('rain', () => {
  const monthOf = (month: number) =>
    mean(places.map(one => rain.fallen(one, local(2026, month, 1), local(2026, month, 1) + 30 * DAY_MS)))

  test('follows the monsoon: nearly nothing in February and March, hundreds of millimetres in September and October', () => {
    expect(monthOf(2) + monthOf(3)).toBeLessThan(60)
    expect(monthOf(9) + monthOf(10)).toBeGreaterThan(250)
    const total = mean(places.map(one => rain.fallen(one, year, local(2027, 1, 1))))
    expect(total).toBeGreaterThan(1_000)
    expect(total).toBeLessThan(2_000)
  })

  test('falls mostly in the afternoon, in showers that start and stop', () => {
    const times = every(10 * MINUTE_MS, local(2026, 6, 1), local(2026, 9, 1))
    const rates = times.map(t => rain.rateAt(place, t))
    const afternoon = rates.filter((_, n) => hourOf(times[n] ?? 0) >= 12 && hourOf(times[n] ?? 0) < 20)
    expect(afternoon.reduce((a, b) => a + b)).toBeGreaterThan(0.55 * rates.reduce((a, b) => a + b))
    expect(mean(rates.map(rate => Number(rate > 0.2)))).toBeLessThan(0.15)
    expect(Math.max(...rates)).toBeGreaterThan(20)
    expect(Math.max(...rates)).toBeLessThan(150)
  })

  test('adds up: what fell in a span is what fell in its halves, and the integral of the rate', () => {
    const from = local(2026, 9, 10)
    const parts = every(MINUTE_MS, from, from + 5 * DAY_MS)
    const whole = rain.fallen(place, from, from + 5 * DAY_MS)
    expect(
      rain.fallen(place, from, from + 2.3 * DAY_MS) + rain.fallen(place, from + 2.3 * DAY_MS, from + 5 * DAY_MS),
    ).toBeCloseTo(whole, 6)
    expect(mean(parts.map(t => rain.rateAt(place, t + MINUTE_MS / 2))) * 120).toBeCloseTo(whole, 0)
    for (const t of every(10 * MINUTE_MS, from, from + 5 * DAY_MS)) {
      const rates = every(MINUTE_MS, t, t + 10 * MINUTE_MS).map(one => rain.rateAt(place, one + MINUTE_MS / 2))
      expect(rain.fallen(place, t, t + 10 * MINUTE_MS)).toBeCloseTo(mean(rates) / 6, 1)
    }
  })

  test('wets neighbours together: days agree better between near villages than between far ones', () => {
    const wet = places.map(one => days(local(2026, 5, 1), 180).map(day => rain.fallen(one, day, day + DAY_MS) > 2))
    const pairs = places.flatMap((a, i) =>
      places.slice(i + 1).map((b, j) => ({
        km: distanceKm([a.lon, a.lat], [b.lon, b.lat]),
        agreement: mean((wet[i] ?? []).map((one, n) => Number(one === wet[i + 1 + j]?.[n]))),
      })),
    )
    const near = pairs.filter(pair => pair.km < 12).map(pair => pair.agreement)
    const far = pairs.filter(pair => pair.km > 30).map(pair => pair.agreement)
    expect(mean(near)).toBeGreaterThan(mean(far) + 0.05)
  })
})

describe('air over a village', () => {
  test('is warmest early in the afternoon and driest at the same time', () => {
    const temperature = dayShape(t => weather.temperatureAt(place, t), local(2026, 2, 1), 28)
    const humidity = dayShape(t => weather.humidityAt(place, t), local(2026, 2, 1), 28)
    expect(peakOf(temperature)).toBeGreaterThanOrEqual(12)
    expect(peakOf(temperature)).toBeLessThanOrEqual(15)
    expect(Math.abs(peakOf(humidity.map(one => -one)) - peakOf(temperature))).toBeLessThanOrEqual(2)
    expect(Math.max(...temperature) - Math.min(...temperature)).toBeGreaterThan(5)
  })

  test('stays within what the delta knows: 19–37 °C, 35–99 %', () => {
    const times = every(3 * HOUR_MS, year, year + 365 * DAY_MS)
    const temperatures = times.map(t => weather.temperatureAt(place, t))
    const humidities = times.map(t => weather.humidityAt(place, t))
    expect(Math.min(...temperatures)).toBeGreaterThan(19)
    expect(Math.max(...temperatures)).toBeLessThan(37)
    expect(Math.min(...humidities)).toBeGreaterThan(35)
    expect(Math.max(...humidities)).toBeLessThanOrEqual(99)
  })

  test('cools when a shower passes', () => {
    const times = every(30 * MINUTE_MS, local(2026, 6, 1), local(2026, 10, 1)).filter(t => Math.floor(hourOf(t)) === 15)
    const wet = times.filter(t => rain.feltAt(place, t, 2 * HOUR_MS) > 5).map(t => weather.temperatureAt(place, t))
    const dry = times.filter(t => rain.feltAt(place, t, 2 * HOUR_MS) < 0.1).map(t => weather.temperatureAt(place, t))
    expect(wet.length).toBeGreaterThan(5)
    expect(mean(dry) - mean(wet)).toBeGreaterThan(1.5)
  })

  test('blows from the north-east in December and from the south-west in July', () => {
    const meanFrom = (month: number) => {
      const winds = every(HOUR_MS, local(2026, month, 1), local(2026, month, 28)).map(t => weather.windAt(place, t))
      const rad = (degrees: number) => (degrees * Math.PI) / 180
      const east = mean(winds.map(wind => wind.speed * Math.sin(rad(wind.from))))
      const north = mean(winds.map(wind => wind.speed * Math.cos(rad(wind.from))))
      return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
    }
    expect(Math.abs(meanFrom(12) - 57)).toBeLessThan(25)
    expect(Math.abs(meanFrom(7) - 240)).toBeLessThan(25)
  })
})

describe('water quality', () => {
  test('breathes: oxygen and pH highest in the afternoon, lowest at the end of the night', () => {
    for (const f of [quality.oxygenAt, quality.phAt]) {
      const shape = dayShape(t => f(place, t), local(2026, 4, 1), 28)
      expect(peakOf(shape)).toBeGreaterThanOrEqual(12)
      expect(peakOf(shape)).toBeLessThanOrEqual(17)
      const night = mean(shape.slice(2, 6))
      expect(Math.max(...shape)).toBeGreaterThan(night)
      expect(Math.min(...shape)).toBeGreaterThan(night - 0.1)
    }
  })

  test('is muddy in the flood and after rain, clear in the dry season', () => {
    const meanOf = (month: number) =>
      mean(every(HOUR_MS, local(2026, month, 1), local(2026, month, 28)).map(t => quality.turbidityAt(place, t)))
    expect(meanOf(10)).toBeGreaterThan(2 * meanOf(3))
    const times = every(HOUR_MS, local(2026, 5, 10), local(2026, 7, 10))
    const after = times.filter(t => rain.feltAt(place, t, 6 * HOUR_MS) > 15).map(t => quality.turbidityAt(place, t))
    const before = times.filter(t => rain.feltAt(place, t, 6 * HOUR_MS) < 0.5).map(t => quality.turbidityAt(place, t))
    expect(mean(after)).toBeGreaterThan(mean(before) + 10)
  })

  test('stays fresh, with a trace of salt that rises in March and follows the tide', () => {
    const march = every(HOUR_MS, local(2026, 3, 1), local(2026, 3, 28))
    const all = places.flatMap(one => march.map(t => quality.salinityAt(one, t)))
    expect(Math.max(...all)).toBeLessThan(0.4)
    expect(mean(all)).toBeGreaterThan(1.5 * mean(march.map(t => quality.salinityAt(place, t + 200 * DAY_MS))))
    const { water } = physicsOf(2026)
    const heights = march.map(t => water.levelAt(place, t) - water.stageAt(place, t))
    const salts = march.map(t => quality.salinityAt(place, t))
    const high = salts.filter((_, n) => (heights[n] ?? 0) > 0.2)
    const low = salts.filter((_, n) => (heights[n] ?? 0) < -0.2)
    expect(mean(high)).toBeGreaterThan(mean(low))
  })

  test('gives conductivity that goes with salinity', () => {
    for (const t of days(local(2026, 3, 1), 60))
      expect(quality.conductivityAt(place, t)).toBeCloseTo(0.08 + 1.9 * quality.salinityAt(place, t), 6)
  })
})

describe('dust in the air', () => {
  test('is thicker in the rush hours than at two in the afternoon', () => {
    const shape = dayShape(t => air.pm25At(place, t), local(2026, 1, 5), 60)
    expect(shape[7]).toBeGreaterThan(1.5 * (shape[14] ?? Infinity))
    expect(shape[18]).toBeGreaterThan(1.2 * (shape[14] ?? Infinity))
  })

  test('is washed out by rain', () => {
    const evenings = every(30 * MINUTE_MS, local(2026, 6, 1), local(2026, 11, 1)).filter(
      t => Math.floor(hourOf(t)) === 18,
    )
    const wet = evenings.filter(t => rain.feltAt(place, t, 2 * HOUR_MS) > 6).map(t => air.pm25At(place, t))
    const dry = evenings.filter(t => rain.feltAt(place, t, 2 * HOUR_MS) < 0.1).map(t => air.pm25At(place, t))
    expect(wet.length).toBeGreaterThan(5)
    expect(mean(wet)).toBeLessThan(0.6 * mean(dry))
  })

  test('now and then carries smoke of burning straw in harvest evenings', () => {
    const evenings = (month: number) =>
      Math.max(
        ...places.flatMap(one => days(local(2026, month, 1), 28).map(day => air.pm25At(one, day + 18 * HOUR_MS))),
      )
    expect(evenings(3)).toBeGreaterThan(70)
    expect(evenings(6)).toBeLessThan(evenings(3))
  })

  test('has more coarse than fine particles, and ozone by day', () => {
    for (const t of every(7 * HOUR_MS, local(2026, 3, 1), local(2026, 4, 1)))
      expect(air.pm10At(place, t)).toBeGreaterThan(air.pm25At(place, t))
    const shape = dayShape(t => air.o3At(place, t), local(2026, 3, 1), 28)
    expect(peakOf(shape)).toBeGreaterThanOrEqual(11)
    expect(peakOf(shape)).toBeLessThanOrEqual(15)
  })
})
