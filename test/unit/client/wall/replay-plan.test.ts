// How fast an incident is replayed and what stands on the wall at which moment: long enough to be followed, short enough for a briefing.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DRIFT_MS,
  LEAD_MS,
  LONGEST_MS,
  replayDeed,
  replayPlan,
  replaySpeed,
  replayStage,
  SHORTEST_MS,
  STAND_MS,
  sinceOf,
} from '../../../../client/wall/replay/replay-plan.ts'
import { DESK_LIMITS } from '../../../../shared/desk/limits.ts'

const HOUR = 3_600_000
const spans = fc.integer({ min: 0, max: DESK_LIMITS.incidentMs })
const plan = replayPlan({ from: 1_000_000, to: 1_000_000 + HOUR })

describe('the speed', () => {
  test('makes every incident that may be saved last one to three minutes, or as long as it was', () =>
    fc.assert(
      fc.property(spans, ms => {
        const played = ms / replaySpeed(ms)
        expect(played).toBeLessThanOrEqual(LONGEST_MS)
        if (ms >= SHORTEST_MS) expect(played).toBeGreaterThanOrEqual(SHORTEST_MS)
        else expect(played).toBe(ms)
      }),
    ))

  test('is the slowest that does: at three minutes the real one, a millisecond more and it is twice as fast', () => {
    expect([replaySpeed(0), replaySpeed(LONGEST_MS), replaySpeed(LONGEST_MS + 1)]).toEqual([1, 1, 2])
    expect([replaySpeed(60 * LONGEST_MS), replaySpeed(60 * LONGEST_MS + 1)]).toEqual([60, 120])
    expect(DESK_LIMITS.incidentMs / replaySpeed(DESK_LIMITS.incidentMs)).toBeLessThanOrEqual(LONGEST_MS)
  })

  test('never falls as incidents grow', () =>
    fc.assert(fc.property(spans, spans, (a, b) => a > b || replaySpeed(a) <= replaySpeed(b))))
})

describe('what stands there', () => {
  test('goes from the start to the end, never back and never beyond', () =>
    fc.assert(
      fc.property(spans, fc.nat(400_000), fc.nat(400_000), (ms, a, b) => {
        const one = replayPlan({ from: 5, to: 5 + ms })
        const [early, late] = [replayStage(one, 7, 7 + Math.min(a, b)), replayStage(one, 7, 7 + Math.max(a, b))]
        expect(early.at).toBeLessThanOrEqual(late.at)
        expect(early.at).toBeGreaterThanOrEqual(one.from)
        expect(late.at).toBeLessThanOrEqual(one.to)
      }),
    ))

  test('to the millisecond: the lead, the play, the last instant, and it is over', () => {
    const end = LEAD_MS + plan.playMs
    const kinds = [-1, 0, LEAD_MS - 1, LEAD_MS, end - 1, end, end + STAND_MS - 1, end + STAND_MS]
    expect(kinds.map(passed => replayStage(plan, 50, 50 + passed).kind)).toEqual([
      'lead',
      'lead',
      'lead',
      'play',
      'play',
      'stand',
      'stand',
      'over',
    ])
    expect(replayStage(plan, 0, LEAD_MS + 1_000).at).toBe(plan.from + 1_000 * plan.speed)
  })

  test('an incident without length is read and then over', () => {
    const instant = replayPlan({ from: 9, to: 9 })
    expect(replayStage(instant, 0, LEAD_MS).kind).toBe('stand')
    expect(replayPlan({ from: 9, to: 3 })).toEqual(instant)
  })
})

describe('what a screen does about it', () => {
  const shown = (at: number, isPlaying = false, isLoading = false) => ({ at, isPlaying, isLoading })
  const playing = { kind: 'play', at: plan.from + HOUR / 2 } as const

  test('plays once, and then nothing as long as it keeps up', () => {
    expect(replayDeed(playing, shown(playing.at), plan)).toEqual({ kind: 'play' })
    expect(replayDeed(playing, shown(playing.at, true), plan)).toEqual({ kind: 'nothing' })
    const most = DRIFT_MS * plan.speed
    expect(replayDeed(playing, shown(playing.at - most, true), plan)).toEqual({ kind: 'nothing' })
    expect(replayDeed(playing, shown(playing.at - most - 1, true), plan)).toEqual({ kind: 'seek', at: playing.at })
  })

  test('waits for what it has asked for, but not beyond the end', () => {
    expect(replayDeed(playing, shown(0, true, true), plan)).toEqual({ kind: 'nothing' })
    expect(replayDeed({ kind: 'over', at: plan.to }, shown(0, true, true), plan)).toEqual({ kind: 'over' })
  })

  test('stands at the very end, wherever it had come to', () => {
    const end = { kind: 'stand', at: plan.to } as const
    expect(replayDeed(end, shown(plan.to - 1, true), plan)).toEqual({ kind: 'seek', at: plan.to })
    expect(replayDeed(end, shown(plan.to), plan)).toEqual({ kind: 'nothing' })
  })
})

test('a beginning is a moment of the station, not nonsense and not far ahead', () => {
  expect([sinceOf(null, 5), sinceOf('', 5), sinceOf('-1', 5), sinceOf('1e3', 5), sinceOf('x', 5)]).toEqual(
    Array.from({ length: 5 }, () => undefined),
  )
  expect([sinceOf('0', 5), sinceOf('60005', 5), sinceOf('60006', 5)]).toEqual([0, 60_005, undefined])
})
