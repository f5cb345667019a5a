import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AlarmGroup, BURST_GAP_MS, groupAlarms, MAX_LINES } from '../../../shared/alarms/groups.ts'
import { type Alarm, FLOOD_WINDOW_MS } from '../../../shared/alarms/state.ts'
import { aDraft, after, anAbout, MINUTE, NOON } from './sample.ts'

const [template] = after([aDraft('alarm.raised')]).alarms.values()
if (!template) throw new Error('the sample has no alarm')

let made = 0
/** An alarm; name what is special about it. `at` = minutes after noon when it asked. */
function anAlarm({
  at = 0,
  village = 'my-dong',
  ...change
}: Partial<Alarm> & { at?: number; village?: string | null } = {}): Alarm {
  made += 1
  return {
    ...(template as Alarm),
    id: `alarm-${String(made).padStart(6, '0')}`,
    about: anAbout(`device-${made}`, { village }),
    annunciatedAt: NOON + at * MINUTE,
    since: NOON + at * MINUTE,
    occurrence: made,
    ...change,
  }
}
const several = (count: number, of: (i: number) => Parameters<typeof anAlarm>[0]) =>
  Array.from({ length: count }, (_, i) => anAlarm(of(i)))
const shapes = (alarms: readonly Alarm[], lines?: number) =>
  groupAlarms(alarms, NOON + 60 * MINUTE, lines).map(({ kind, ids }) => [kind, ids.length])

describe('a few alarms', () => {
  test('have a line each, the most urgent first', () => {
    const alarms = several(MAX_LINES, i => ({ priority: i === 5 ? 'high' : 'low', at: i }))
    const groups = groupAlarms(alarms, NOON)
    expect(groups.map(({ kind }) => kind)).toEqual(alarms.map(() => 'alarm'))
    expect(groups.map(({ alarms: [one] }) => one?.annunciatedAt)).toEqual(
      [5, 9, 8, 7, 6, 4, 3, 2, 1, 0].map(at => NOON + at * MINUTE),
    )
    expect(groups.filter(({ isFirstOut }) => isFirstOut).map(({ ids }) => ids)).toEqual([[alarms[0]?.id]])
  })

  test('one more than there are lines are grouped', () =>
    expect(shapes(several(MAX_LINES + 1, () => ({})))).toEqual([['cause-place-burst', MAX_LINES + 1]]))

  test('none are no line', () => expect(groupAlarms([], NOON)).toEqual([]))
})

describe('a storm', () => {
  test('is told apart by cause, place and burst as long as that fits', () => {
    const alarms = several(40, i => ({
      rule: `rule-${i % 2}`,
      village: `village-${(i >> 1) % 2}`,
      at: i < 20 ? 0 : BURST_GAP_MS / MINUTE + 1,
    }))
    expect(shapes(alarms)).toEqual(Array.from({ length: 8 }, () => ['cause-place-burst', 5]))
  })

  test('a burst ends with a gap, not with its length', () => {
    const apart = (gap: number) => several(12, i => ({ at: 0, annunciatedAt: NOON + i * gap }))
    expect(shapes(apart(BURST_GAP_MS))).toEqual([['cause-place-burst', 12]])
    expect(shapes(apart(BURST_GAP_MS + 1))).toEqual([['cause-place', 12]])
  })

  test('ever more coarsely: by cause and place, by cause, by place, and the rest', () => {
    const of = (rules: number, villages: number, bursts = 1) =>
      several(rules * villages * bursts * 2, i => ({
        rule: `rule-${i % rules}`,
        village: `village-${Math.floor(i / rules) % villages}`,
        at: Math.floor(i / (rules * villages * 2)) * 60,
      }))
    expect(shapes(of(2, 3, 2)).map(([kind]) => kind)).toEqual(Array.from({ length: 6 }, () => 'cause-place'))
    expect(shapes(of(3, 9)).map(([kind]) => kind)).toEqual(['cause', 'cause', 'cause'])
    expect(shapes(of(30, 9)).map(([kind]) => kind)).toEqual(Array.from({ length: 9 }, () => 'place'))
    const rest = shapes(of(30, 30))
    expect(rest.map(([kind]) => kind)).toEqual([...Array.from({ length: 9 }, () => 'cause'), 'rest'])
    expect(rest.at(-1)).toEqual(['rest', 21 * 60])
    expect(shapes(of(30, 30), 1)).toEqual([['rest', 1_800]])
  })

  test('the rest comes last however urgent, after the most urgent causes', () => {
    const alarms = several(24, i => ({
      rule: `rule-${i % 12}`,
      village: `village-${i % 12}`,
      priority: i % 12 < 2 ? 'high' : 'low',
    }))
    const groups = groupAlarms(alarms, NOON, 3)
    expect(groups.map(({ kind, rule, priority }) => [kind, rule, priority])).toEqual([
      ['cause', 'rule-1', 'high'],
      ['cause', 'rule-0', 'high'],
      ['rest', null, 'low'],
    ])
  })

  test('a line says what it holds', () => {
    const alarms = [
      ...several(3, i => ({ rule: 'a', priority: 'low', at: i })),
      ...several(2, () => ({ rule: 'a', priority: 'high', at: 12, village: 'tan-thuan-tay' })),
    ]
    const [group] = groupAlarms(alarms, NOON + 12 * MINUTE, 1)
    expect(group).toMatchObject({
      kind: 'cause',
      key: 'a',
      rule: 'a',
      village: null,
      rules: 1,
      priority: 'high',
      counts: { low: 3, medium: 0, high: 2 },
      newestAt: NOON + 12 * MINUTE,
      oldestAt: NOON,
      recent: 2,
      firstOut: alarms[0]?.id,
      isFirstOut: true,
    })
    expect(group?.alarms.map(({ priority }) => priority)).toEqual(['high', 'high', 'low', 'low', 'low'])
    expect(groupAlarms(alarms, NOON + FLOOD_WINDOW_MS - 1, 1)[0]?.recent).toBe(5)
    expect(groupAlarms(alarms, NOON + FLOOD_WINDOW_MS, 1)[0]?.recent).toBe(4)
  })

  test('the first-out is the earliest by its readings; of one moment the one that asked first', () => {
    const late = anAlarm({ at: 0, since: NOON - 5 })
    const early = anAlarm({ at: 9, since: NOON - 10 })
    const same = anAlarm({ at: 1, since: NOON - 10 })
    const [group] = groupAlarms([late, same, early], NOON, 1)
    expect(group?.firstOut).toBe(early.id)
    const before = anAlarm({ at: 0, since: NOON })
    const behind = anAlarm({ at: 9, since: NOON })
    expect(groupAlarms([before, behind], NOON, 1)[0]).toMatchObject({ firstOut: before.id })
    const lines = groupAlarms([late, same, early], NOON)
    expect(lines.map(({ firstOut, isFirstOut }) => [firstOut, isFirstOut])).toContainEqual([early.id, true])
    expect(lines.filter(({ isFirstOut }) => isFirstOut)).toHaveLength(1)
  })
})

test('what stands since long ago is no first-out of a storm, neither of its line nor over all', () => {
  const storm = several(12, i => ({ rule: 'flood', at: 600 + i / 10, since: NOON + 600 * MINUTE - 100 + i }))
  const standing = anAlarm({ rule: 'flood', at: 0, since: NOON - 9_999 })
  const deadline = anAlarm({ rule: 'task', village: null, at: 580, since: NOON - 99_999 })
  const lines = groupAlarms([deadline, standing, ...storm], NOON + 602 * MINUTE)
  expect(lines.filter(({ isFirstOut }) => isFirstOut).map(({ firstOut }) => firstOut)).toEqual([storm[0]?.id])
  expect(groupAlarms([deadline, standing, ...storm], NOON + 602 * MINUTE, 1)[0]).toMatchObject({
    firstOut: storm[0]?.id,
    isFirstOut: true,
  })
})

test('a burst goes back over gaps of up to ten minutes, and not one millisecond more', () => {
  const at = (ms: number, since: number) => ({ ...anAlarm({ since }), annunciatedAt: NOON + ms })
  const [first, second] = [at(0, NOON - 20), at(BURST_GAP_MS, NOON - 10)]
  expect(groupAlarms([second, first], NOON, 1)[0]?.firstOut).toBe(first.id)
  const later = at(BURST_GAP_MS + 1, NOON - 10)
  expect(groupAlarms([later, first], NOON, 1)[0]?.firstOut).toBe(later.id)
})

/** Everything but the alarms themselves. */
const briefly = (groups: readonly AlarmGroup[]) => JSON.stringify(groups.map(({ alarms: _alarms, ...rest }) => rest))

test('any storm: at most so many lines, every alarm in exactly one, the same lines whatever the order', () => {
  const storms = fc
    .record({ rules: fc.integer({ min: 1, max: 21 }), villages: fc.integer({ min: 1, max: 12 }) })
    .chain(most =>
      fc.array(
        fc.record({
          rule: fc.nat(most.rules - 1).map(n => `rule-${n}`),
          village: fc.option(fc.nat(most.villages - 1).map(n => `village-${n}`)),
          priority: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
          at: fc.constantFrom(0, 1, 2, 60, 61),
          isAcknowledged: fc.boolean(),
        }),
        { minLength: 1, maxLength: 120, size: 'max' },
      ),
    )
  const kinds = new Set<string>()
  fc.assert(
    fc.property(storms, fc.integer({ min: 1, max: 12 }), fc.nat(), (storm, maxLines, turn) => {
      const alarms = storm.map(anAlarm)
      const groups = groupAlarms(alarms, NOON + 60 * MINUTE, maxLines)
      expect(groups.length).toBeLessThanOrEqual(maxLines)
      expect(groups.flatMap(({ ids }) => ids).toSorted()).toEqual(alarms.map(({ id }) => id).toSorted())
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
      expect(groups.filter(({ isFirstOut }) => isFirstOut)).toHaveLength(1)
      for (const { ids, counts, oldestAt, newestAt, firstOut, kind } of groups) {
        kinds.add(kind)
        expect(counts.low + counts.medium + counts.high).toBe(ids.length)
        expect(oldestAt).toBeLessThanOrEqual(newestAt)
        expect(ids).toContain(firstOut)
      }
      const at = turn % alarms.length
      const turned = [...alarms.slice(at), ...alarms.slice(0, at)].toReversed()
      expect(briefly(groupAlarms(turned, NOON + 60 * MINUTE, maxLines))).toBe(briefly(groups))
    }),
    { numRuns: 80 },
  )
  expect(kinds.size).toBeGreaterThan(3)
})

test('five hundred alarms of a tide are at most ten lines, none lost', () => {
  const alarms = several(500, i => ({
    rule: `rule-${i % 7}`,
    village: `village-${i % 9}`,
    at: i / 50,
    priority: (['low', 'low', 'medium', 'high'] as const)[i % 4] ?? 'low',
  }))
  const groups = groupAlarms(alarms, NOON + 10 * MINUTE)
  expect(groups.length).toBeLessThanOrEqual(10)
  expect(new Set(groups.flatMap(({ ids }) => ids)).size).toBe(500)
  expect(groups.find(({ isFirstOut }) => isFirstOut)?.firstOut).toBe(alarms[0]?.id)
})
