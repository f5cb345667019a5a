// How displays stand and in which order they need somebody.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnheard, UNHEARD_MS } from '../../../../client/fleet/fleet-query.ts'
import {
  isTroubled,
  mostTroubledFirst,
  sceneOfKey,
  standingOf,
  summaryOf,
} from '../../../../client/fleet/fleet-rows.ts'
import type { FleetRow } from '../../../../shared/displays/api-schema.ts'
import { sceneKey } from '../../../../shared/displays/scene.ts'
import { aReport } from '../../../support/displays.ts'

const aRow = (about: Partial<FleetRow> = {}): FleetRow => ({
  display: 'a1111111-1111-4111-8111-111111111111',
  name: 'Sảnh',
  profile: 'thu',
  screen: null,
  report: aReport(),
  reportedAt: 1_000,
  isAlive: true,
  isConnected: true,
  thumbnailAt: null,
  clockOffMs: null,
  ...about,
})
const GONE = { isAlive: false, isConnected: false }

describe('a display', () => {
  test.each([
    ['running', aRow()],
    ['running', aRow({ isConnected: false })],
    ['silent', aRow({ isAlive: false })],
    ['lost', aRow(GONE)],
    ['unheard', aRow({ ...GONE, report: null, reportedAt: null })],
  ])('is %s', (standing, row) => expect(standingOf(row)).toBe(standing))

  test('is in trouble when it says so or isn’t there; nobody misses one that never had a name', () => {
    expect(isTroubled(aRow())).toBe(false)
    expect(isTroubled(aRow({ report: aReport({ troubles: ['stalled'] }) }))).toBe(true)
    expect(isTroubled(aRow(GONE))).toBe(true)
    expect(isTroubled(aRow({ ...GONE, name: null }))).toBe(false)
  })
})

describe('the fleet', () => {
  const rows = [
    aRow({ ...GONE, name: null, display: '5' }),
    aRow({ name: 'Ấp Bắc', display: '4' }),
    aRow({ name: null, display: '3' }),
    aRow({ report: aReport({ troubles: ['stalled'] }), display: '2' }),
    aRow({ ...GONE, display: '1' }),
    aRow({ name: 'Cao Lãnh', display: '4b' }),
  ]
  const order = ['1', '2', '3', '4', '4b', '5']

  test('has the most troubled first, whatever order the station told them in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), shuffled => {
        expect(mostTroubledFirst(shuffled).map(({ display }) => display)).toEqual(order)
      }),
    )
  })

  test('is summed up', () => expect(summaryOf(rows)).toEqual({ all: 6, alive: 4, troubled: 2 }))

  test('is no longer said as now a millisecond after the last poll that may fail', () => {
    expect(isUnheard(5_000, 5_000 + UNHEARD_MS)).toBe(false)
    expect(isUnheard(5_000, 5_001 + UNHEARD_MS)).toBe(true)
    expect(isUnheard(5_000, undefined)).toBe(false)
  })
})

test('a scene is read back from what a report says', () => {
  for (const shown of [{ scene: 'water' }, { scene: 'village', villageId: 'my-dong' }] as const)
    expect(sceneOfKey(sceneKey(shown))).toEqual(shown)
  for (const unknown of [null, '', 'village', 'village:', 'opera']) expect(sceneOfKey(unknown)).toBeUndefined()
})
