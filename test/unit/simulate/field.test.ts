import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, hourOf, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import type { Entry } from '../../../server/simulate/field.ts'
import { containsPosition } from '../../../server/simulate/outline.ts'
import { distanceKm } from '../../../server/simulate/place.ts'
import { SPREAD_KM, STATION_KINDS } from '../../../server/simulate/stations.ts'
import { deviceIdSchema, quantityCodeSchema, villageIdSchema } from '../../../shared/ids.ts'
import { aField, every, local, mean, outlines, physicsOf, places, registry } from './sample.ts'

const field = aField()
const now = local(2026, 11, 23) + 14 * HOUR_MS
const quantityOf = new Map(registry.quantities.map(quantity => [quantity.code, quantity]))
const idsOf = (kind: string) => field.plans.map(plan => plan.id).filter(id => id.endsWith(`-${kind}`))
const series = field.plans.flatMap(plan =>
  plan.quantities.filter(one => one.intervalMs !== null).map(one => ({ device: plan.id, code: one.code })),
)
const aDevice = fc.constantFrom(...field.plans.map(plan => plan.id))
const aSpan = fc.tuple(fc.integer({ min: 0, max: 10 * 24 * 3_600_000 }), fc.integer({ min: 0, max: 3_600_000 }))

describe('the plan', () => {
  test('has about twelve devices a village, unique ids that MQTT and the registry accept, and known quantities', () => {
    expect(field.plans.length).toBe(registry.villages.length * STATION_KINDS.length)
    expect(new Set(field.plans.map(plan => plan.id)).size).toBe(field.plans.length)
    for (const plan of field.plans) {
      expect(deviceIdSchema.safeParse(plan.id).success).toBe(true)
      expect(villageIdSchema.safeParse(plan.village).success).toBe(true)
      expect(plan.source).toBe('simulated')
      const codes = plan.quantities.map(one => one.code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(codes).toContain('online')
      for (const { code, intervalMs } of plan.quantities) {
        expect(quantityCodeSchema.safeParse(code).success).toBe(true)
        expect(quantityOf.has(code)).toBe(true)
        expect(intervalMs === null || (Number.isInteger(intervalMs) && intervalMs > 0)).toBe(true)
        expect(intervalMs === null).toBe(code === 'online')
      }
    }
  })

  test('keeps a demonstration alive: 400 series and more, 25 to 40 readings a second', () => {
    const paces = field.plans.flatMap(plan => plan.quantities.map(one => one.intervalMs))
    expect(paces.length).toBeGreaterThan(400)
    const perSecond = paces.reduce<number>((sum, pace) => sum + (pace === null ? 0 : 1_000 / pace), 0)
    expect(perSecond).toBeGreaterThan(25)
    expect(perSecond).toBeLessThan(40)
  })

  test('puts every station inside its village, near the centre, and apart from the others', () => {
    for (const village of registry.villages) {
      const outline = outlines.get(village.outlineId) ?? []
      const positions = field.plans
        .filter(plan => plan.village === village.id)
        .map(plan => [plan.lon, plan.lat] as const)
      for (const position of positions) {
        expect(containsPosition(outline, position)).toBe(true)
        expect(distanceKm(village.centre, position)).toBeLessThanOrEqual(SPREAD_KM + 0.01)
      }
      const gaps = positions.flatMap((a, n) => positions.slice(n + 1).map(b => distanceKm(a, b)))
      expect(Math.min(...gaps)).toBeGreaterThan(0.15)
    }
  })

  test('doesn’t change with the seed', () => {
    expect(aField(1).plans).toEqual(field.plans)
  })

  test('has gas analysers at two stations', () => {
    expect(field.plans.filter(plan => plan.quantities.some(one => one.code === 'o3'))).toHaveLength(2)
  })
})

describe('readings', () => {
  test('are the same for the same seed, in whatever order and in whatever pieces they are asked for', () => {
    const other = aField()
    fc.assert(
      fc.property(aDevice, aSpan, fc.integer({ min: 0, max: 100 }), (device, [offset, length], cut) => {
        const from = now - offset
        const middle = from + (length * cut) / 100
        const late = other.readingsOf(device, middle, from + length, 10_000).entries
        const early = other.readingsOf(device, from, middle, 10_000).entries
        expect([...early, ...late]).toEqual(field.readingsOf(device, from, from + length, 10_000).entries)
      }),
      { numRuns: 60 },
    )
  })

  test('come in pages that lose nothing and repeat nothing', () => {
    fc.assert(
      fc.property(aDevice, aSpan, fc.integer({ min: 12, max: 40 }), (device, [offset, length], max) => {
        const to = now - offset + length
        const paged: Entry[] = []
        for (let from = now - offset; from < to; ) {
          const { entries, until } = field.readingsOf(device, from, to, max)
          expect(until).toBeGreaterThan(from)
          expect(entries.length).toBeLessThanOrEqual(max)
          paged.push(...entries)
          from = until
        }
        expect(paged).toEqual(field.readingsOf(device, now - offset, to, 100_000).entries)
      }),
      { numRuns: 60 },
    )
  })

  test('of another seed tell another story', () => {
    const other = aField(1)
    const differing = series.filter(({ device, code }) =>
      every(HOUR_MS, now - DAY_MS, now).some(t => other.valueAt(device, code, t) !== field.valueAt(device, code, t)),
    )
    // States may agree all day; nearly everything else differs.
    expect(differing.length).toBeGreaterThan(0.85 * series.length)
  })

  test('keep the pace of their plan, in order of time', () => {
    for (const plan of field.plans) {
      const { entries } = field.readingsOf(plan.id, now, now + HOUR_MS, 10_000)
      expect(entries.every((entry, n) => entry.at > (entries[n - 1]?.at ?? now))).toBe(true)
      for (const { code, intervalMs } of plan.quantities) {
        if (intervalMs === null || intervalMs > HOUR_MS) continue
        const times = entries.filter(entry => code in entry.v).map(entry => entry.at)
        expect(times.length).toBe(HOUR_MS / intervalMs)
        expect(new Set(times.slice(1).map((t, n) => t - (times[n] ?? 0)))).toEqual(new Set([intervalMs]))
      }
    }
  })

  test('of history are a subset of the live ones, so that sending both stores each once', () => {
    for (const device of [...idsOf('water-level'), ...idsOf('weather'), ...idsOf('pump')]) {
      const coarse = field.readingsOf(device, now - HOUR_MS, now, 1_000, 5 * MINUTE_MS).entries
      expect(coarse.length).toBe(12)
      for (const entry of coarse) expect(field.readingsOf(device, entry.at - 1, entry.at, 10).entries).toEqual([entry])
    }
  })

  test('of a light trap come once a day around six in the morning', () => {
    for (const device of idsOf('light-trap')) {
      const { entries } = field.readingsOf(device, now - 14 * DAY_MS, now, 10_000, DAY_MS)
      const nights = entries.filter(entry => 'light_trap_count' in entry.v)
      expect(nights).toHaveLength(14)
      for (const night of nights) expect(Math.abs(hourOf(night.at) - 6)).toBeLessThan(0.2)
    }
  })

  test('of rain add up to what fell, to a tip of the bucket a day', () => {
    const TIP_MM = 0.2
    const wettest = local(2026, 10, 5)
    const { rain } = physicsOf(2026)
    places.forEach(place => {
      // Whole days, from the first reading after midnight to the one at the next.
      const times = every(5 * MINUTE_MS, wettest + 5 * MINUTE_MS, wettest + 10 * DAY_MS)
      const read = times.reduce((sum, t) => sum + (field.valueAt(`sim-${place.id}-weather`, 'rainfall', t) ?? 0), 0)
      const fallen = rain.fallen(place, wettest, wettest + 10 * DAY_MS)
      expect(fallen).toBeGreaterThan(5)
      expect(Math.abs(read - fallen)).toBeLessThan(10 * 2 * TIP_MM)
    })
  })

  test('are rounded to their quantity and inside its range, except for the one declared spike', () => {
    const { spiking } = field.chosen
    const beyond = new Set<string>()
    const times = [...every(6.3 * HOUR_MS, local(2026, 1, 1), local(2027, 1, 1))]
    for (const { device, code } of series) {
      const quantity = quantityOf.get(code)
      if (!quantity) throw new Error(code)
      for (const t of times.filter((_, n) => n % 12 === 0)) {
        const value = field.valueAt(device, code, Math.round(t)) ?? Number.NaN
        expect(Number(value.toFixed(quantity.decimals))).toBe(value)
        if (!(value >= quantity.range[0] && value <= quantity.range[1])) beyond.add(`${device}.${code}`)
      }
    }
    expect([...beyond].filter(id => id !== `${spiking?.device}.${spiking?.quantity}`)).toEqual([])
    const probe = { device: spiking?.device ?? '', quantity: spiking?.quantity ?? '' }
    const highest = quantityOf.get(probe.quantity)?.range[1] ?? Infinity
    const live = field.readingsOf(probe.device, now, now + DAY_MS, 20_000).entries
    const spikes = live.filter(entry => (entry.v[probe.quantity] ?? 0) > highest)
    expect(spikes.length).toBeGreaterThan(10)
    expect(spikes.length).toBeLessThan(0.01 * live.length)
  })

  test('at switching on are the newest of each quantity, none older than its interval', () => {
    for (const plan of field.plans) {
      const entries = field.newestOf(plan.id, now)
      const measured = plan.quantities.filter(one => one.intervalMs !== null)
      expect(entries.flatMap(entry => Object.keys(entry.v)).toSorted()).toEqual(
        measured.map(one => one.code).toSorted(),
      )
      for (const { code, intervalMs } of measured) {
        const at = entries.find(entry => code in entry.v)?.at ?? 0
        expect(at).toBeLessThanOrEqual(now)
        expect(now - at).toBeLessThan(intervalMs ?? 0)
      }
    }
  })
})

describe('counters of the field', () => {
  test('never run backwards, whoever asks when', () => {
    const restarted = aField()
    for (const [kind, code] of [
      ['pump', 'energy'],
      ['water-meter', 'water_meter'],
    ] as const) {
      for (const device of idsOf(kind)) {
        const before = every(HOUR_MS, now - DAY_MS, now).map(t => field.valueAt(device, code, t) ?? Number.NaN)
        const after = every(HOUR_MS, now, now + DAY_MS).map(t => restarted.valueAt(device, code, t) ?? Number.NaN)
        const counts = [...before, ...after]
        expect(counts.every((count, n) => count >= (counts[n - 1] ?? 0))).toBe(true)
      }
    }
  })
})

describe('misbehaviour', () => {
  test('drops out two to five devices in a hundred, at any time, and none for days', () => {
    const times = every(10 * MINUTE_MS, now, now + 7 * DAY_MS)
    const out = field.plans.map(plan => mean(times.map(t => Number(field.isOut(plan.id, t)))))
    expect(mean(out)).toBeGreaterThan(0.015)
    expect(mean(out)).toBeLessThan(0.05)
    expect(Math.max(...out)).toBeLessThan(0.15)
    const atOnce = times.map(t => field.plans.filter(plan => field.isOut(plan.id, t)).length)
    expect(Math.max(...atOnce)).toBeLessThan(0.12 * field.plans.length)
  })

  test('repeats less than one reading in a hundred', () => {
    const share = mean(
      field.plans.flatMap(plan => every(10_000, now, now + HOUR_MS).map(t => Number(field.repeats(plan.id, t)))),
    )
    expect(share).toBeGreaterThan(0.003)
    expect(share).toBeLessThan(0.01)
  })

  test('sets one clock wrong, ahead by less than five minutes', () => {
    const off = field.plans.filter(plan => field.newestOf(plan.id, now).some(entry => entry.ts !== entry.at))
    expect(off.map(plan => plan.id)).toEqual([field.chosen.clockOff])
    const [entry] = field.newestOf(off[0]?.id ?? '', now)
    expect((entry?.ts ?? 0) - (entry?.at ?? 0)).toBeGreaterThan(30_000)
    expect((entry?.ts ?? 0) - (entry?.at ?? 0)).toBeLessThan(5 * MINUTE_MS)
  })

  test('lets the chosen probes read wrong, more from day to day', () => {
    const { quality } = physicsOf(2026)
    const truths: Readonly<Record<string, typeof quality.phAt>> = {
      dissolved_oxygen: quality.oxygenAt,
      ph: quality.phAt,
      electrical_conductivity: quality.conductivityAt,
    }
    for (const { device, quantity } of field.chosen.drifting) {
      const place = places.find(one => one.id === field.plans.find(plan => plan.id === device)?.village)
      const errorOn = (day: number) => {
        const t = local(2026, 11, day) + 12 * HOUR_MS
        return Math.abs((field.valueAt(device, quantity, t) ?? 0) - (place ? (truths[quantity]?.(place, t) ?? 0) : 0))
      }
      expect(errorOn(28)).toBeGreaterThan(errorOn(4) + 0.02)
    }
    const sound = idsOf('water-quality').filter(id => !field.chosen.drifting.some(one => one.device === id))
    const t = local(2026, 11, 28)
    for (const device of sound) {
      const place = places.find(one => device.includes(one.id))
      expect(field.valueAt(device, 'ph', t)).toBeCloseTo(place ? quality.phAt(place, t) : 0, 1)
    }
  })

  test('chooses the same sensors again for the same seed', () => {
    expect(aField().chosen).toEqual(field.chosen)
    expect(aField(7).chosen).not.toEqual(field.chosen)
  })
})
