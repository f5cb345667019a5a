// The arrays that deck.gl reads: updated in place, and only what changed is handed on.
import { expect, test } from 'vitest'
import { nextStepAfterLoss } from '../../../../client/map/context-loss.ts'
import { createStationArrays, moveRings, PULSE_MS, setMarks } from '../../../../client/map/station-arrays.ts'

const SIZE = { normal: 10, caution: 26, warning: 27, critical: 25, stale: 17, dead: 18 } as const
const RING = { radius: 20, colour: [1, 2, 3] } as const
const station = (id: string) => ({ id, name: id, village: 'v', lon: 105.5, lat: 10.25, series: [] })
const threeStations = () => createStationArrays(['a', 'b', 'c'].map(station))

test('positions are laid down once', () => {
  expect([...threeStations().positions]).toEqual([105.5, 10.25, 105.5, 10.25, 105.5, 10.25])
})

test('a station stands in the layer of its own mark only', () => {
  const arrays = threeStations()
  setMarks(arrays, ['normal', 'critical', 'normal'], SIZE)
  expect([...arrays.sizes.normal]).toEqual([10, 0, 10])
  expect([...arrays.sizes.critical]).toEqual([0, 25, 0])
})

test('only the layers that changed are named', () => {
  const arrays = threeStations()
  setMarks(arrays, ['normal', 'normal', 'normal'], SIZE)
  expect(setMarks(arrays, ['normal', 'normal', 'normal'], SIZE).size).toBe(0)
  expect(setMarks(arrays, ['normal', 'dead', 'normal'], SIZE)).toEqual(new Set(['normal', 'dead']))
})

test('a ring grows, fades and ends; nothing moves afterwards', () => {
  const arrays = threeStations()
  arrays.pulsedAt[1] = 1_000
  expect(moveRings(arrays, 1_100, RING)).toEqual({ moved: true, running: true })
  const early = arrays.ringRadius[1] ?? 0
  moveRings(arrays, 1_400, RING)
  expect(arrays.ringRadius[1]).toBeGreaterThan(early)
  expect(moveRings(arrays, 1_000 + PULSE_MS, RING)).toEqual({ moved: true, running: false })
  expect(arrays.ringColour[7]).toBe(0)
  expect(moveRings(arrays, 2_000, RING)).toEqual({ moved: false, running: false })
})

test('a lost context is mended three times in ten minutes, then the page is loaded anew', () => {
  const minute = 60_000
  expect(nextStepAfterLoss([], 0)).toBe('remount')
  expect(nextStepAfterLoss([0, minute], 2 * minute)).toBe('remount')
  expect(nextStepAfterLoss([0, minute, 2 * minute], 3 * minute)).toBe('reload')
  expect(nextStepAfterLoss([0, minute, 2 * minute], 11 * minute)).toBe('remount')
})
