// A surge at a light trap, on the wall as in the alarm: against the trap's own nights, and never without enough of them.
import { describe, expect, test } from 'vitest'
import { valuesOf } from '../../../../client/overview/extremes.ts'
import { surgeRule, surgesOf, trapsHeard } from '../../../../client/wall/crop-figures.ts'
import { aRule } from '../../alarms/sample.ts'
import { aSeries } from '../live/builders.ts'
import { aLiveState } from '../overview/live-sample.ts'

const NOW = 1_790_000_000_000
const NIGHT = 86_400_000
const JUDGED = { at: NOW, isLinkLost: false }
const RULE = {
  nights: 7,
  atLeast: 100,
  levels: [
    { name: '×3', at: 3, priority: 'low' },
    { name: '×8', at: 8, priority: 'medium' },
  ],
} as const
const stateOf = (readings: readonly { readonly v: number; readonly t?: number }[]) =>
  aLiveState(
    readings.map((_reading, n) =>
      aSeries({ n, device: `trap-${n}`, village: `v${n}`, quantity: 'light_trap_count', intervalMs: NIGHT }),
    ),
    readings,
  )
const traps = (...counts: readonly number[]) => valuesOf(stateOf(counts.map(v => ({ v }))), 'light_trap_count', JUDGED)
/** So many nights before with the same count, by time, and last night itself. */
const nights = (count: number, known = 7) =>
  Array.from({ length: known + 1 }, (_, i) => ({ t: NOW - (known - i) * NIGHT, mean: i === known ? 9_999 : count }))

describe('surges', () => {
  test('are of traps that caught several times the median of their own nights', () =>
    expect(surgesOf(traps(299, 300, 1_000), [nights(100), nights(100), nights(100)], RULE, false)).toMatchObject({
      surging: [
        { trap: { series: { village: 'v2' } }, times: 10, level: { name: '×8' } },
        { trap: { series: { village: 'v1' } }, times: 3, level: { name: '×3' } },
      ],
      judged: 3,
      unjudged: 0,
      freshness: 'live',
    }))

  test('are none below the least count, whatever the nights before', () =>
    expect(surgesOf(traps(99), [nights(1)], RULE, false)).toMatchObject({ surging: [], judged: 1 }))

  test('aren’t judged with fewer than half of the nights, or before they are here', () => {
    expect(surgesOf(traps(500, 100), [nights(100, 3), nights(100, 4)], RULE, false)).toMatchObject({
      judged: 1,
      unjudged: 1,
    })
    expect(surgesOf(traps(500), [undefined], RULE, false)).toBeUndefined()
    expect(surgesOf([], [], RULE, false)).toBeUndefined()
  })

  test('on a lost link are the last known, and look old', () =>
    expect(surgesOf(traps(300), [nights(100)], RULE, true)).toMatchObject({ judged: 1, freshness: 'stale' }))

  test('are asked of traps whose night is the present one', () =>
    expect(trapsHeard(stateOf([{ v: 1 }, { v: 1, t: NOW - 3 * NIGHT }]), { ...JUDGED, isLinkLost: true })).toHaveLength(
      1,
    ))
})

test('the rule is the one that is on for light traps', () => {
  const surge = aRule({
    quantity: 'light_trap_count',
    signal: { kind: 'surge', nights: 7, atLeast: 100 },
    levels: RULE.levels,
  })
  expect(surgeRule([aRule(), surge])).toEqual(RULE)
  expect(
    surgeRule([
      { ...surge, isOn: false },
      { ...surge, quantity: 'ph' },
    ]),
  ).toBeUndefined()
})
