// Which stations are named as silent: not those that an alarm speaks of already, and none when nobody can know.
import { expect, test } from 'vitest'
import { silentStations } from '../../../../client/desktop/silent-stations.ts'
import type { JudgedStation } from '../../../../client/overview/overview.ts'
import type { Alarm } from '../../../../shared/alarms/state.ts'
import type { StationState } from '../../../../shared/station.ts'

const judged = (id: string, state: StationState, newestAt: number | undefined): JudgedStation => ({
  station: { id, name: id, village: 'my-dong', lon: 105, lat: 10, series: [] },
  state,
  mark: 'normal',
  hasBad: false,
  newestAt,
  intervalMs: 10_000,
})
const stations = [
  judged('stale', 'stale', 5),
  judged('heard', 'online', 9),
  judged('lost', 'offline', 3),
  judged('never', 'unknown', undefined),
  judged('alarmed', 'offline', 2),
]
const open = [{ about: { device: 'alarmed' } }] as unknown as readonly Alarm[]

test('dead ones first, the longest silence first', () =>
  expect(silentStations(stations, open, false).map(({ judged: { station }, mark }) => `${station.id} ${mark}`)).toEqual(
    ['never dead', 'lost dead', 'stale stale'],
  ))
test('on a lost link none is named', () => expect(silentStations(stations, open, true)).toEqual([]))
