// Between finding and writing down: what waits, and what is merged.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConditionsDeps, createConditions, MOST_QUEUED } from '../../server/alarms/conditions.ts'
import { createPendingChanges, MOST_WAITING } from '../../server/alarms/pending.ts'
import type { ConditionChange, Watch } from '../../shared/alarms/watch.ts'
import { alarmOf, aRule } from '../support/alarms.ts'

const aChange = (alarm: string, t: number): ConditionChange => ({
  alarm,
  level: t % 2 === 0 ? null : { name: 'H', at: 3, priority: 'low' },
  value: t,
  t,
  since: t,
})

describe('changes that wait', () => {
  test(`are kept in the order found, ${MOST_WAITING} of an alarm, and of more the newest`, () => {
    for (const count of [MOST_WAITING, MOST_WAITING + 1, MOST_WAITING + 2]) {
      const pending = createPendingChanges()
      for (let t = 1; t <= count; t++) pending.add([aChange('a', t), aChange('b', -t)])
      const times = pending.all().flatMap(({ alarm, t }) => (alarm === 'a' ? [t] : []))
      expect(times).toHaveLength(MOST_WAITING)
      expect(times.slice(0, -1)).toEqual(Array.from({ length: MOST_WAITING - 1 }, (_, i) => i + 1))
      expect(times.at(-1)).toBe(count)
      expect(
        pending
          .all()
          .slice(0, 4)
          .map(({ alarm }) => alarm),
      ).toEqual(['a', 'b', 'a', 'b'])
    }
  })

  test('that were decided go, whatever was found meanwhile stays', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 15 }), fc.nat(15), (alarms, before) => {
        const pending = createPendingChanges()
        const changes = alarms.map((alarm, t) => aChange(alarm, t))
        pending.add(changes.slice(0, before))
        const decided = pending.all()
        const later = changes
          .slice(before)
          .filter(({ alarm }) => alarms.filter(one => one === alarm).length <= MOST_WAITING)
        pending.add(later)
        pending.done(decided)
        expect(pending.all()).toEqual(later)
      }),
    )
  })

  test('are forgotten by alarm', () => {
    const pending = createPendingChanges()
    pending.add([aChange('a', 1), aChange('b', 1), aChange('a', 2)])
    pending.forget('a')
    expect(pending.all()).toEqual([aChange('b', 1)])
  })
})

const watch = (n: number): Watch => ({
  alarm: alarmOf(`gauge-${n}`),
  rule: aRule(),
  ruleVersion: 1,
  target: `series:gauge-${n}.water_level`,
  about: {
    title: { vi: 'Thử', en: 'Test' },
    village: 'my-dong',
    position: null,
    device: `gauge-${n}`,
    series: `gauge-${n}.water_level`,
    quantity: 'water_level',
    unit: null,
    source: 'measured',
  },
  levels: [{ name: 'H', at: 3, priority: 'medium' }],
  inputs: [{ n, quantity: 'water_level', intervalMs: 1_000 }],
})
const NOW = Date.UTC(2026, 10, 26)
function conditionsOf(about: Partial<ConditionsDeps> = {}) {
  let found = 0
  const conditions = createConditions({
    now: () => NOW,
    onFound: () => found++,
    onTrouble: error => expect.fail(String(error)),
    ...about,
  })
  conditions.setWatches({ watches: [watch(1), watch(2)], signals: [] })
  return { conditions, found: () => found }
}
const readings = (n: number, count: number, v: (i: number) => number) => ({
  n: new Uint32Array(count).fill(n),
  t: Float64Array.from({ length: count }, (_, i) => NOW - count + i),
  v: Float64Array.from({ length: count }, (_, i) => v(i)),
  q: new Uint8Array(count),
})
const nextTurn = () => new Promise(resolve => setImmediate(resolve))

describe('readings that were committed', () => {
  test('are judged in a later turn, in their order', async () => {
    const { conditions, found } = conditionsOf()
    conditions.take(readings(1, 2, i => (i === 0 ? 4 : 1)))
    conditions.take(readings(2, 1, () => 4))
    expect(found()).toBe(0)
    await nextTurn()
    await nextTurn()
    expect(conditions.pending.all().map(({ alarm, level }) => [alarm, level?.name ?? null])).toEqual([
      [alarmOf('gauge-1'), 'H'],
      [alarmOf('gauge-1'), null],
      [alarmOf('gauge-2'), 'H'],
    ])
    expect(conditions.newestOf(1)).toBe(NOW - 1)
  })

  test(`wait up to ${MOST_QUEUED}; of more the newest of each series is judged`, () => {
    for (const [count, names] of [
      [MOST_QUEUED, ['H', null]],
      [MOST_QUEUED + 1, []],
    ] as const) {
      const { conditions } = conditionsOf()
      // Beyond the level in the middle only.
      conditions.take(readings(1, count, i => (i === count - 5 ? 4 : 1)))
      conditions.flush()
      expect(conditions.pending.all().map(({ level }) => level?.name ?? null)).toEqual(names)
      expect(conditions.newestOf(1)).toBe(NOW - 1)
    }
  })

  test('are judged anew when somebody else wrote down what stands', () => {
    const { conditions } = conditionsOf()
    const [alarm, waiting] = [
      alarmOf('gauge-1'),
      () => conditions.pending.all().map(({ level }) => level?.name ?? null),
    ]
    conditions.take(readings(1, 1, () => 4))
    conditions.flush()
    expect(waiting()).toEqual(['H'])
    conditions.settle(alarm, 'H')
    conditions.advance()
    expect(waiting()).toEqual([])
    conditions.settle(alarm, null)
    conditions.advance()
    expect(waiting()).toEqual(['H'])
  })

  test('that can not be judged hurt nobody', () => {
    const troubles: unknown[] = []
    let isBroken = false
    const { conditions } = conditionsOf({
      onTrouble: error => void troubles.push(error),
      now: () => {
        if (isBroken) throw new Error('no clock')
        return NOW
      },
    })
    isBroken = true
    conditions.take(readings(1, 1, () => 4))
    conditions.flush()
    isBroken = false
    conditions.take(readings(2, 1, () => 4))
    conditions.flush()
    expect(troubles).toEqual([new Error('no clock')])
    expect(conditions.pending.all().map(({ alarm }) => alarm)).toEqual([alarmOf('gauge-2')])
  })
})
