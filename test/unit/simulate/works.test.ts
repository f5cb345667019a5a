import { describe, expect, test } from 'vitest'
import { DAY_MS, FIELD_EPOCH, HOUR_MS, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import { createFields, nextPump } from '../../../server/simulate/fields.ts'
import { type SoilHour, stepSoil } from '../../../server/simulate/soil.ts'
import { closingLevel, createWorks } from '../../../server/simulate/works.ts'
import { aPlace, days, every, local, mean, physicsOf, places } from './sample.ts'

const sources = physicsOf(2026)
const { rain, water } = sources
const fieldsOf = (place: (typeof places)[number]) => createFields(2026, place, sources, closingLevel(place))
const place = aPlace(one => one.canalKm === 0)
const fields = fieldsOf(place)
const works = createWorks(2026, place, water, fields)

const clay = { wilting: 18, capacity: 41, saturation: 53, percentPerMm: 0.33, drainage: 0.02, thirst: 0.3 }
const idle: SoilHour = { rainMm: 0, light: 0, pump: 0, seepage: 0 }

describe('an hour of soil', () => {
  test('gets wetter by rain and by irrigation, drier by sun, and drains only what is above capacity', () => {
    expect(stepSoil(clay, 30, { ...idle, rainMm: 10 })).toBeCloseTo(33.3, 5)
    expect(stepSoil(clay, 30, { ...idle, pump: 1 })).toBeGreaterThan(30.5)
    expect(stepSoil(clay, 30, { ...idle, light: 1 })).toBeLessThan(30)
    expect(stepSoil(clay, 30, idle)).toBe(30)
    expect(stepSoil(clay, 50, idle)).toBeLessThan(50)
    expect(stepSoil(clay, 50, { ...idle, pump: -1 })).toBeLessThan(stepSoil(clay, 50, idle))
  })

  test('never leaves the span between wilting and saturation', () => {
    expect(stepSoil(clay, 50, { ...idle, rainMm: 500 })).toBe(clay.saturation)
    let moisture = 20
    for (let n = 0; n < 5_000; n++) moisture = stepSoil(clay, moisture, { ...idle, light: 1 })
    expect(moisture).toBeGreaterThanOrEqual(clay.wilting)
  })
})

describe('the pump', () => {
  test('irrigates dry soil in its hours until it is moist, and not at noon', () => {
    expect(nextPump(0, [30, 40], false, 5)).toBe(1)
    expect(nextPump(0, [30, 40], false, 12)).toBe(0)
    expect(nextPump(1, [35, 40], false, 6)).toBe(1)
    expect(nextPump(0, [35, 40], false, 6)).toBe(0)
    expect(nextPump(1, [38, 40], false, 6)).toBe(0)
  })

  test('drains wet soil at any hour, sooner behind a shut gate, and before it irrigates', () => {
    expect(nextPump(0, [49, 40], false, 12)).toBe(-1)
    expect(nextPump(0, [44, 40], false, 12)).toBe(0)
    expect(nextPump(0, [44, 40], true, 12)).toBe(-1)
    expect(nextPump(-1, [46, 40], false, 12)).toBe(-1)
    expect(nextPump(-1, [44, 40], false, 12)).toBe(0)
    expect(nextPump(1, [49, 20], false, 6)).toBe(-1)
  })

  test('works in the dry season and in the wet one, but most of the time it stands', () => {
    const share = (from: number, count: number) =>
      mean(every(HOUR_MS, from, from + count * DAY_MS).map(t => Number(fields.pumpAt(t) !== 0)))
    const irrigated = every(HOUR_MS, local(2026, 1, 1), local(2026, 5, 1)).some(t => fields.pumpAt(t) === 1)
    const drained = every(HOUR_MS, local(2026, 5, 1), local(2026, 12, 1)).some(t => fields.pumpAt(t) === -1)
    expect([irrigated, drained]).toEqual([true, true])
    expect(share(local(2026, 1, 1), 364)).toBeLessThan(0.25)
  })

  test('takes its rated power while it runs and next to nothing while it stands; the counter adds it up', () => {
    const times = every(HOUR_MS / 2, local(2026, 9, 1), local(2026, 12, 1))
    const running = times.filter(t => fields.pumpAt(t) !== 0)
    expect(running.length).toBeGreaterThan(5)
    for (const t of running) expect(works.pumpPowerAt(t)).toBeGreaterThan(5)
    for (const t of times.filter(one => fields.pumpAt(one) === 0)) expect(works.pumpPowerAt(t)).toBeLessThan(0.2)
    const from = local(2026, 10, 1)
    const steps = every(10 * MINUTE_MS, from, from + 20 * DAY_MS)
    const integral = mean(steps.map(t => works.pumpPowerAt(t))) * 20 * 24
    const counted = works.pumpEnergyAt(from + 20 * DAY_MS) - works.pumpEnergyAt(from)
    expect(counted / integral).toBeCloseTo(1, 1)
    // It counts while it runs, not only when the hour is over.
    const [began = 0] = running
    const inAMinute = works.pumpEnergyAt(began + 10_000) - works.pumpEnergyAt(began - 50_000)
    const isSteady = fields.pumpAt(began + 10_000) === fields.pumpAt(began - 50_000)
    expect(isSteady && inAMinute).toBeCloseTo(works.pumpPowerAt(began) / 60, 1)
    expect(inAMinute).toBeGreaterThan(0.05)
  })
})

describe('soil moisture', () => {
  test('rises with rain and falls in dry days', () => {
    const changes = days(local(2026, 4, 20), 60).map(day => ({
      mm: rain.fallen(place, day, day + DAY_MS),
      change: fields.moistureAt(0, day + DAY_MS) - fields.moistureAt(0, day),
    }))
    const wet = changes.filter(one => one.mm > 12).map(one => one.change)
    const dry = changes.filter(one => one.mm < 0.1).map(one => one.change)
    expect(wet.length).toBeGreaterThan(3)
    expect(mean(wet)).toBeGreaterThan(1)
    expect(mean(dry)).toBeLessThan(0)
  })

  test('is the same whether asked from the past or straight for today, and for every village within 15–56 %', () => {
    for (const one of places) {
      const straight = fieldsOf(one)
      const stepwise = fieldsOf(one)
      const today = local(2026, 11, 23)
      for (const t of days(local(2026, 2, 1), 290)) {
        const moisture = stepwise.moistureAt(1, t)
        expect(moisture).toBeGreaterThan(15)
        expect(moisture).toBeLessThan(56)
      }
      expect(straight.moistureAt(1, today)).toBe(stepwise.moistureAt(1, today))
      expect(straight.pumpHoursAt(today)).toBe(stepwise.pumpHoursAt(today))
    }
  })
})

describe('counters', () => {
  const instants = [
    ...every(MINUTE_MS, local(2026, 11, 22) + 23 * HOUR_MS, local(2026, 11, 23) + 2 * HOUR_MS),
    ...every(HOUR_MS / 4, local(2026, 11, 24), local(2026, 11, 28)),
    ...every(HOUR_MS, local(2026, 12, 31), local(2027, 1, 3)),
  ]

  test.each([
    ['energy', works.pumpEnergyAt],
    ['water', works.waterMeterAt],
  ])('of %s never fall, nor start anew after a restart', (_, counter) => {
    let before = -Infinity
    for (const t of [FIELD_EPOCH - 10 * DAY_MS, FIELD_EPOCH, ...instants]) {
      const count = counter(t)
      expect(count).toBeGreaterThanOrEqual(before)
      before = count
    }
    expect(counter(local(2026, 11, 28))).toBeGreaterThan(counter(local(2026, 11, 22)) + 0.5)
  })

  test('of water show the households: a morning, a noon and an evening peak, nearly nothing at two at night', () => {
    const use = Array.from({ length: 24 }, (_, hour) => {
      const t = local(2026, 11, 20) + hour * HOUR_MS
      return works.waterMeterAt(t + HOUR_MS) - works.waterMeterAt(t)
    })
    expect(use[18]).toBeGreaterThan(5 * (use[2] ?? Infinity))
    expect(use[6]).toBeGreaterThan(use[9] ?? Infinity)
    expect(use.reduce((a, b) => a + b)).toBeGreaterThan(15)
    expect(use.reduce((a, b) => a + b)).toBeLessThan(80)
  })
})

describe('gate, lamps and camera', () => {
  test('the gate closes against high water and opens again with the ebb', () => {
    const times = every(HOUR_MS / 2, local(2026, 10, 20), local(2026, 11, 30))
    const closeAt = closingLevel(place)
    const high = times.filter(t => water.levelAt(place, t) > closeAt + 0.2)
    const low = times.filter(t => water.levelAt(place, t) < closeAt - 0.1)
    expect(high.length).toBeGreaterThan(0)
    for (const t of high) expect(works.gateOpeningAt(t)).toBeLessThan(50)
    for (const t of low) expect(works.gateOpeningAt(t)).toBe(100)
    const april = every(HOUR_MS, local(2026, 4, 1), local(2026, 5, 1))
    expect(april.every(t => works.gateOpeningAt(t) === 100)).toBe(true)
  })

  test('lamps burn from dusk to dawn and are dimmed in the middle of the night', () => {
    const at = (hour: number) => works.lampPowerAt(local(2026, 11, 23) + hour * HOUR_MS)
    expect(works.areLampsOnAt(local(2026, 11, 23) + 12 * HOUR_MS)).toBe(false)
    expect(works.areLampsOnAt(local(2026, 11, 23) + 18.5 * HOUR_MS)).toBe(true)
    expect(at(12)).toBeLessThan(0.1)
    expect(at(20)).toBeGreaterThan(1)
    expect(at(2) / at(20)).toBeCloseTo(0.55, 1)
  })

  test('a camera is dark now and then, for minutes', () => {
    const dark = mean(
      every(5 * MINUTE_MS, local(2026, 6, 1), local(2026, 9, 1)).map(t => Number(!works.isCameraOnlineAt(t))),
    )
    expect(dark).toBeGreaterThan(0.001)
    expect(dark).toBeLessThan(0.03)
  })
})
