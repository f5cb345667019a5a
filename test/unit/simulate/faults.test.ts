import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import { createFaults } from '../../../server/simulate/faults.ts'
import { every, local, mean } from './sample.ts'

const devices = Array.from({ length: 40 }, (_, n) => `device-${n}`)
const faults = createFaults(11, {
  spiking: devices.map(device => ({ device, quantity: 'turbidity' })),
  clockOff: devices,
  drifting: devices.map(device => ({ device, quantity: 'ph', perMonth: 0.25 })),
})
const start = local(2026, 11, 1)

describe('a fault', () => {
  test('keeps a device out for minutes, sometimes for hours', () => {
    const spells = devices.flatMap(device => {
      const out = every(MINUTE_MS, start, start + 7 * DAY_MS).map(t => faults.isOut(device, t))
      const starts = out.flatMap((isOut, n) => (isOut && !out[n - 1] ? [n] : []))
      return starts.map(n => out.indexOf(false, n) - n).filter(minutes => minutes > 0)
    })
    expect(Math.min(...spells)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...spells)).toBeGreaterThan(60)
    expect(Math.max(...spells)).toBeLessThan(8 * 60)
    expect(mean(spells.map(minutes => Number(minutes <= 40)))).toBeGreaterThan(0.85)
  })

  test('of a drop-out isn’t cut short when the next window begins', () => {
    const WINDOW_MS = 4 * HOUR_MS
    const edges = every(WINDOW_MS, Math.ceil(start / WINDOW_MS) * WINDOW_MS, start + 30 * DAY_MS)
    const before = devices.flatMap(device =>
      edges.filter(t => faults.isOut(device, t - MINUTE_MS)).map(t => ({ device, t })),
    )
    expect(before.length).toBeGreaterThan(20)
    expect(mean(before.map(({ device, t }) => Number(faults.isOut(device, t + MINUTE_MS))))).toBeGreaterThan(0.6)
  })

  test('of drift grows day by day and is gone after the monthly cleaning', () => {
    const [one] = faults.chosen.drifting
    const drift = every(6 * HOUR_MS, start, start + 90 * DAY_MS).map(t => faults.driftOf(one?.device ?? '', 'ph', t))
    expect(Math.max(...drift)).toBeGreaterThan(0.2)
    expect(Math.min(...drift)).toBeGreaterThanOrEqual(0)
    const falls = drift.filter((value, n) => value < (drift[n - 1] ?? 0))
    expect(falls.length).toBeGreaterThanOrEqual(2)
    expect(falls.length).toBeLessThanOrEqual(3)
    expect(Math.max(...falls)).toBeLessThan(0.01)
    expect(faults.driftOf(one?.device ?? '', 'turbidity', start + 20 * DAY_MS)).toBe(0)
  })

  test('of spikes and of the clock stays with the chosen device', () => {
    const { spiking, clockOff } = faults.chosen
    for (const device of devices) {
      const spikes = every(7_500, start, start + DAY_MS).filter(t => faults.isSpike(device, 'turbidity', t)).length
      expect(spikes > 0).toBe(device === spiking?.device)
      expect(faults.clockAheadMs(device) > 0).toBe(device === clockOff)
      expect(faults.isSpike(device, 'ph', start)).toBe(false)
    }
  })

  test('has no one to befall in an empty field', () => {
    const none = createFaults(11, { spiking: [], clockOff: [], drifting: [] })
    expect(none.chosen).toEqual({ spiking: undefined, clockOff: undefined, drifting: [] })
    expect(none.isSpike('device-1', 'turbidity', start)).toBe(false)
  })
})
