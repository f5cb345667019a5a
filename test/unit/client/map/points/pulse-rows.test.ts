// Rings in a fixed array that is filled round and round, on a clock that stays exact for days.
import { expect, test } from 'vitest'
import { ROW_SIZE } from '../../../../../client/map/points/mark-rows.ts'
import {
  BASE_MS,
  createPulseRows,
  MAX_PULSES,
  PULSE_MS,
  type PulseRows,
} from '../../../../../client/map/points/pulse-rows.ts'

/** What the graphics card would draw at that time. */
const running = (rows: PulseRows, now: number) =>
  Array.from({ length: rows.values.length / ROW_SIZE }, (_, row) => ({
    lon: rows.values[row * ROW_SIZE] ?? 0,
    ageMs: rows.timeAt(now) - (rows.values[row * ROW_SIZE + 2] ?? 0),
  })).filter(({ ageMs }) => ageMs < PULSE_MS)

test('before the first reading nothing runs', () => {
  const rows = createPulseRows(3)
  expect(rows.isRunning(0)).toBe(false)
  expect(running(rows, 0)).toEqual([])
})

test('a ring runs for PULSE_MS and not a millisecond longer', () => {
  const rows = createPulseRows(3)
  rows.add(105, 10, 1_000)
  expect(running(rows, 1_000 + PULSE_MS - 1)).toEqual([{ lon: 105, ageMs: PULSE_MS - 1 }])
  expect(rows.isRunning(1_000 + PULSE_MS - 1)).toBe(true)
  expect(running(rows, 1_000 + PULSE_MS)).toEqual([])
  expect(rows.isRunning(1_000 + PULSE_MS)).toBe(false)
})

test('one ring more than there is room for takes the place of the oldest', () => {
  const rows = createPulseRows(1_000_000)
  for (let i = 0; i < MAX_PULSES; i++) rows.add(i, 10, 100)
  expect(running(rows, 100)).toHaveLength(MAX_PULSES)
  rows.add(MAX_PULSES, 10, 101)
  const lons = running(rows, 101).map(({ lon }) => lon)
  expect(lons).toHaveLength(MAX_PULSES)
  expect(lons).not.toContain(0)
  expect(lons).toContain(MAX_PULSES)
})

test('only the rows of new rings are written', () => {
  const rows = createPulseRows(2_000)
  rows.add(105, 10, 0)
  rows.add(105, 10, 0)
  const written: number[][] = []
  rows.dirty.flush((first, end) => written.push([first, end]))
  expect(written).toEqual([[0, 2]])
})

test('after a week a ring still moves every millisecond, and none of the past comes back', () => {
  const week = 7 * 86_400_000
  const rows = createPulseRows(100)
  for (let now = 0; now < week; now += BASE_MS / 3) rows.add(105, 10, now)
  rows.add(106, 10, week)
  expect(running(rows, week + 1)).toEqual([{ lon: 106, ageMs: 1 }])
  expect(running(rows, week + 2)).toEqual([{ lon: 106, ageMs: 2 }])
})

test('a ring that runs while the clock gets a new base runs on', () => {
  const rows = createPulseRows(100)
  rows.add(105, 10, BASE_MS)
  rows.add(106, 10, BASE_MS + 1)
  expect(running(rows, BASE_MS + 100)).toEqual([
    { lon: 105, ageMs: 100 },
    { lon: 106, ageMs: 99 },
  ])
})
