import { expect, test } from 'vitest'
import { stationState } from '../../../shared/station.ts'

test('a station that says it is offline is offline, however fresh its values look', () =>
  expect(stationState(0, ['live', 'live'])).toBe('offline'))

test('one live series makes a station online, whether it ever announced itself or not', () => {
  expect(stationState(1, ['dead', 'live', 'none'])).toBe('online')
  expect(stationState(undefined, ['stale', 'live'])).toBe('online')
})

test('a station that claims to be online but only shows old values is stale, then offline', () => {
  expect(stationState(1, ['stale', 'dead'])).toBe('stale')
  expect(stationState(1, ['dead', 'none', 'dead'])).toBe('offline')
})

test('a station that never measured anything is unknown, not online', () => {
  expect(stationState(1, [])).toBe('unknown')
  expect(stationState(undefined, ['none', 'none'])).toBe('unknown')
})
