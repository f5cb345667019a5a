// What the wall says about the province: stations, the highest water, the oldest data; and what it must not say.
import { describe, expect, test } from 'vitest'
import type { Link } from '../../../../client/live/link.ts'
import { applySnapshot, createLiveState } from '../../../../client/live/live-state.ts'
import type { Moment } from '../../../../client/live/live-store.ts'
import { overviewOf } from '../../../../client/overview/overview.ts'
import type { CatalogueSeries } from '../../../../shared/protocol.ts'
import { QUALITY_CODE } from '../../../../shared/quality.ts'
import type { Gauge, Registry, Village } from '../../../../shared/registry.ts'
import { aFrame, aSeries, type Point } from '../live/builders.ts'

const NOW = 1_790_000_000_000
const BAD = QUALITY_CODE.bad

const aGauge = (id: string, I: number | null, II: number | null = null): Gauge => ({
  id,
  name: id,
  river: 'Sông Tiền',
  position: [105.6, 10.4],
  levels: { I, II, III: null },
  evidence: '',
  source: 'x',
})
const aVillage = (id: string, gauge: string | null, state: 'recognised' | 'unknown' = 'unknown'): Village => ({
  id,
  name: id,
  nameAscii: id,
  order: 1,
  plannedYear: 2024,
  centre: [105.6, 10.4],
  outlineId: 'c1',
  links: [{ unit: 'commune-1', from: null, to: null }],
  gauge,
  recognition: {
    state,
    reportedOn: state === 'recognised' ? '2025-05-20' : null,
    confidence: 'reported',
    source: null,
    note: null,
  },
})
const registry: Registry = {
  asOf: '2026-11-23',
  villages: [aVillage('low', 'cao-lanh'), aVillage('high', 'tan-chau'), aVillage('nowhere', 'sa-dec')],
  units: [],
  gauges: [aGauge('cao-lanh', 1.9), aGauge('tan-chau', 3.5, 4), aGauge('sa-dec', null)],
  quantities: [],
  targets: [],
  sources: {},
}

function momentOf(
  catalogue: readonly CatalogueSeries[],
  points: readonly Point[],
  link: Link = { kind: 'live' },
  now = NOW,
): Moment {
  const state = createLiveState(catalogue)
  applySnapshot(state, 1, 1, aFrame(1, 1, points))
  return { serverNow: now, link, readingsLastMinute: 3, refusal: undefined, state }
}
const water = (n: number, village: string) => aSeries({ n, device: `gauge-${n}`, village })

test('before the first snapshot there is nothing to say', () => {
  const moment = { ...momentOf([], []), state: createLiveState([]) }
  expect(overviewOf(moment, registry)).toBeUndefined()
})

describe('stations', () => {
  const catalogue = [
    aSeries({ n: 0, device: 'a' }),
    aSeries({ n: 1, device: 'a', quantity: 'online', intervalMs: null }),
    aSeries({ n: 2, device: 'b' }),
    aSeries({ n: 3, device: 'c' }),
  ]

  test('are counted by what their series say together', () => {
    const { count, stations } =
      overviewOf(
        momentOf(catalogue, [
          [0, NOW, 1],
          [1, NOW, 1],
          [2, NOW - 30_000, 1],
        ]),
        registry,
      ) ?? fail()
    expect(count).toEqual({ online: 1, stale: 1, offline: 0, unknown: 1 })
    expect(stations.map(({ mark }) => mark)).toEqual(['normal', 'stale', 'dead'])
  })

  test('that said goodbye are offline even with fresh values', () => {
    const { count } =
      overviewOf(
        momentOf(catalogue, [
          [0, NOW, 1],
          [1, NOW, 0],
        ]),
        registry,
      ) ?? fail()
    expect(count.offline).toBe(1)
  })

  test('on a lost link keep their last known count, but none is marked as live', () => {
    const link: Link = { kind: 'lost', since: NOW }
    const { count, stations, isLinkLost } =
      overviewOf(
        momentOf(
          catalogue,
          [
            [0, NOW, 1],
            [1, NOW, 1],
          ],
          link,
          NOW + 3_600_000,
        ),
        registry,
      ) ?? fail()
    expect([isLinkLost, count.online]).toEqual([true, 1])
    expect(stations.some(({ mark }) => mark === 'normal')).toBe(false)
  })

  test('with a value out of range are not marked normal', () => {
    const { stations } = overviewOf(momentOf(catalogue, [[0, NOW, 99, BAD]]), registry) ?? fail()
    expect(stations[0]?.mark).toBe('stale')
  })
})

describe('the highest water', () => {
  const catalogue = [water(0, 'low'), water(1, 'high'), water(2, 'nowhere')]
  const highest = (points: readonly Point[], link?: Link) =>
    (overviewOf(momentOf(catalogue, points, link), registry) ?? fail()).water

  test('is nearest to its own lowest known level, not the largest number', () => {
    expect(
      highest([
        [0, NOW, 2.02],
        [1, NOW, 3.2],
        [2, NOW, 9],
      ]),
    ).toMatchObject({
      metres: 2.02,
      stage: { kind: 'reached', level: 'I' },
      freshness: 'live',
    })
  })

  test('without a known level comes after every known one', () => {
    expect(
      highest([
        [1, NOW, 0.1],
        [2, NOW, 9],
      ])?.metres,
    ).toBe(0.1)
    expect(highest([[2, NOW, 9]])).toMatchObject({ metres: 9, stage: { kind: 'unknown' } })
  })

  test('ignores bad, old and silent values while a live one exists', () => {
    expect(
      highest([
        [0, NOW, 5, BAD],
        [1, NOW - 30_000, 8],
        [2, NOW, 1],
      ])?.metres,
    ).toBe(1)
  })

  test('falls back to an old value only as an old one', () => {
    expect(highest([[0, NOW - 30_000, 2.02]])).toMatchObject({ metres: 2.02, freshness: 'stale' })
    expect(highest([[0, NOW, 2.02]], { kind: 'lost', since: NOW })?.freshness).toBe('stale')
    expect(highest([[0, NOW, 5, BAD]])).toBeUndefined()
  })
})

test('the oldest data is that of the station furthest behind its own interval', () => {
  const catalogue = [
    aSeries({ n: 0, device: 'trap', quantity: 'light_trap_count', intervalMs: 86_400_000 }),
    aSeries({ n: 1, device: 'gauge', intervalMs: 10_000 }),
  ]
  const { oldest } =
    overviewOf(
      momentOf(catalogue, [
        [0, NOW - 3_600_000, 1],
        [1, NOW - 40_000, 1],
      ]),
      registry,
    ) ?? fail()
  expect(oldest).toMatchObject({ ageMs: 40_000, freshness: 'stale', station: { id: 'gauge' } })
})

function fail(): never {
  throw new Error('no overview')
}
