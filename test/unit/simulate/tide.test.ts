import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import type { Place } from '../../../server/simulate/place.ts'
import { floodAt } from '../../../server/simulate/river.ts'
import { moonLongitude, moonlight, sunHeight, sunLongitude } from '../../../server/simulate/sky.ts'
import { CONSTITUENTS, tideAt, tideDelayMs } from '../../../server/simulate/tide.ts'
import { aPlace, days, every, local, mean, physicsOf, places, registry } from './sample.ts'

const LOW_RIVER = 0
const start = local(2026, 4, 1)
const onTien = aPlace(place => place.river === 'tien' && place.canalKm === 0)
const onHau = aPlace(place => place.river === 'hau')
const inland = aPlace(place => place.canalKm > 0)

/** Times of high water in a month, from samples two minutes apart. */
function highWaters(place: Place, from: number, count: number): number[] {
  const times = every(2 * MINUTE_MS, from, from + count * DAY_MS)
  const levels = times.map(t => tideAt(place, t, LOW_RIVER))
  return times.filter((_, n) => {
    const here = levels[n] ?? 0
    return here > (levels[n - 1] ?? Infinity) && here >= (levels[n + 1] ?? Infinity)
  })
}
function rangeOn(place: Place, day: number): number {
  const levels = every(10 * MINUTE_MS, day, day + 25 * HOUR_MS).map(t => tideAt(place, t, LOW_RIVER))
  return Math.max(...levels) - Math.min(...levels)
}

describe('the tide', () => {
  test.each([
    ['M2', 12.4206012],
    ['S2', 12],
    ['K1', 23.93447213],
    ['O1', 25.81934171],
  ])('%s has its astronomical period of %d hours', (name, hours) => {
    const constituent = CONSTITUENTS.find(one => one.name === name)
    const degreesAt = (t: number) =>
      constituent?.argument(((t - start) / DAY_MS) * 360, moonLongitude(t), sunLongitude(t)) ?? 0
    const perHour = (degreesAt(start + 1_000 * HOUR_MS) - degreesAt(start)) / 1_000
    expect(360 / perHour).toBeCloseTo(hours, 4)
  })

  test('comes twice in a lunar day: high waters 12.42 hours apart on average', () => {
    // A place near the mouth, where no high water is lost in the diurnal tide.
    const highs = highWaters({ ...onHau, seaKm: 10 }, start, 59)
    const gaps = highs.slice(1).map((t, n) => (t - (highs[n] ?? t)) / HOUR_MS)
    expect(mean(gaps)).toBeCloseTo(12.42, 1)
  })

  test('is much higher at springs, a day or two after full and new moon, than at neaps', () => {
    const quarterless = (day: number) => Math.abs(moonlight(day - 1.5 * DAY_MS) - 0.5)
    const all = days(start, 59)
    const springs = all.filter(day => quarterless(day) > 0.47).map(day => rangeOn(onTien, day))
    const neaps = all.filter(day => quarterless(day) < 0.1).map(day => rangeOn(onTien, day))
    expect(mean(springs) / mean(neaps)).toBeGreaterThan(1.3)
    expect(Math.max(...springs)).toBeLessThan(2)
  })

  test('arrives at another hour on the Hậu than on the Tiền, and last of all inland', () => {
    const delay = (place: Place) => tideDelayMs(place) / HOUR_MS
    expect(delay(onTien) - delay(onHau)).toBeGreaterThan(0.5)
    expect(delay(inland) - delay(onTien)).toBeGreaterThan(1)
    // The Hậu is not only shorter here, it is faster.
    expect(delay({ ...onHau, seaKm: 100 })).toBeLessThan(delay({ ...onTien, seaKm: 100 }) - 0.3)
    const [hau, tien, plain] = [onHau, onTien, inland].map(place => highWaters(place, local(2026, 4, 18), 2)[0] ?? 0)
    expect(hau).toBeLessThan(tien ?? 0)
    expect(tien).toBeLessThan(plain ?? 0)
  })

  test('is damped on the plain and by the flood', () => {
    const day = local(2026, 4, 18)
    expect(rangeOn(inland, day)).toBeLessThan(0.5 * rangeOn(onTien, day))
    const flooded = every(HOUR_MS, day, day + DAY_MS).map(t => tideAt(onTien, t, 1))
    expect(Math.max(...flooded) - Math.min(...flooded)).toBeLessThan(0.8 * rangeOn(onTien, day))
  })
})

describe('the sky', () => {
  test('has its full moon on 24 November 2026 and its new moon on 9 November', () => {
    expect(moonlight(Date.UTC(2026, 10, 24, 15))).toBeGreaterThan(0.98)
    expect(moonlight(Date.UTC(2026, 10, 9, 7))).toBeLessThan(0.02)
  })

  test('gives the delta sunrise before six in June and after six in January', () => {
    const isUp = (month: number) => sunHeight(105.7, 10.4, local(2026, month, 21) + 5.9 * HOUR_MS) > 0
    expect(isUp(6)).toBe(true)
    expect(isUp(1)).toBe(false)
  })
})

describe('the water level of the villages', () => {
  const hourly = (from: number, count: number) => every(HOUR_MS / 2, from, from + count * DAY_MS)
  const levelsOf = (villageIndex: number) => {
    const gauge = registry.gauges.find(one => one.id === registry.villages[villageIndex]?.gauge)
    return gauge?.levels.I ?? undefined
  }

  test.each([2026, 1, 77])(
    'reaches alarm level I somewhere on spring tides of October and November, with seed %i',
    seed => {
      const { water } = physicsOf(seed)
      const margins = places.flatMap((place, n) => {
        const alarm = levelsOf(n)
        const highest = Math.max(...hourly(local(2026, 10, 1), 61).map(t => water.levelAt(place, t)))
        return alarm === undefined ? [] : [highest - alarm]
      })
      expect(Math.max(...margins)).toBeGreaterThan(0)
      // A believable year, not a record one.
      expect(Math.max(...margins)).toBeLessThan(0.5)
    },
  )

  test('stays far below every alarm level from March to May', () => {
    const { water } = physicsOf(2026)
    places.forEach((place, n) => {
      const highest = Math.max(...hourly(local(2026, 3, 1), 90).map(t => water.levelAt(place, t)))
      expect(highest).toBeLessThan((levelsOf(n) ?? 1.8) - 0.5)
    })
  })

  test('around 23 November 2026 lies between 0.8 and 2.1 m, with level I passed at high water only', () => {
    const { water } = physicsOf(2026)
    const times = hourly(local(2026, 11, 22), 3)
    const levels = places.map(place => times.map(t => water.levelAt(place, t)))
    expect(Math.min(...levels.flat())).toBeGreaterThan(0.8)
    expect(Math.max(...levels.flat())).toBeLessThan(2.1)
    const shares = levels.map((list, n) => mean(list.map(one => Number(one >= (levelsOf(n) ?? Infinity)))))
    expect(Math.max(...shares)).toBeGreaterThan(0)
    expect(Math.max(...shares)).toBeLessThan(0.4)
  })

  test('is a flood in October and a trickle in April', () => {
    expect(floodAt(local(2026, 10, 15))).toBeGreaterThan(0.95)
    expect(floodAt(local(2026, 4, 15))).toBeLessThan(0.05)
    const { water } = physicsOf(2026)
    for (const place of places)
      expect(water.stageAt(place, local(2026, 10, 15)) - water.stageAt(place, local(2026, 4, 15))).toBeGreaterThan(0.9)
  })

  test('never jumps: within ten seconds it moves by centimetres at most', () => {
    const { water } = physicsOf(2026)
    for (const year of [local(2026, 11, 20), local(2026, 12, 31)]) {
      const times = every(10_000, year, year + DAY_MS)
      for (const place of [onTien, inland]) {
        const levels = times.map(t => water.gaugeAt(place, t))
        expect(Math.max(...levels.map((one, n) => Math.abs(one - (levels[n - 1] ?? one))))).toBeLessThan(0.05)
      }
    }
  })

  test('has a mean that changes by centimetres a day all year, so that no flood is cut in two', () => {
    const { water } = physicsOf(2026)
    const stages = every(6 * HOUR_MS, local(2026, 5, 1), local(2027, 3, 15)).map(t => water.stageAt(onTien, t))
    expect(Math.max(...stages.map((one, n) => Math.abs(one - (stages[n - 1] ?? one))))).toBeLessThan(0.02)
  })
})
