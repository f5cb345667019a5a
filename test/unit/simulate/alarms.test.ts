import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type AlarmSeedEvent, alarmSeed } from '../../../server/alarms/seed.ts'
import { FLOOD_NIGHT, HABITS } from '../../../server/simulate/alarms/habits.ts'
import { demoAlarmHistory, tellAlarms } from '../../../server/simulate/alarms/history.ts'
import { MAX_EVENTS_A_COMMAND } from '../../../server/store/store.ts'
import { isChattering } from '../../../shared/alarms/chatter.ts'
import type { AlarmEventType } from '../../../shared/alarms/event.ts'
import { foldingAlarms } from '../../../shared/alarms/fold.ts'
import type { Priority } from '../../../shared/alarms/rule.ts'
import { asksForAttention, isStale, standingOf } from '../../../shared/alarms/standing.ts'
import { type Alarm, type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { unitIdOn } from '../../../shared/village-units.ts'
import { aField, registry } from './sample.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const NOW = Date.parse('2026-11-26T09:00:00+07:00')
const DAY = 86_400_000
const SEED = 2026
const rules = alarmSeed()

/** Each event with the alarm before and after it; the state is that after all. */
function folded(events: readonly AlarmSeedEvent[]) {
  const open = foldingAlarms(EMPTY_ALARM_STATE)
  let id = 0
  for (const rule of rules) open.take({ ...rule, id: ++id })
  const steps = events.map(event => {
    const alarmId = event.subject.slice('alarm:'.length)
    const before = open.state().alarms.get(alarmId)
    const wasFlood = open.state().floodSince !== null
    open.take({ ...event, id: ++id })
    const state = open.state()
    return { id, event, before, after: state.alarms.get(alarmId), wasFlood, isFlood: state.floodSince !== null }
  })
  return { steps, state: open.state() }
}

let events: readonly AlarmSeedEvent[]
let refused: ReturnType<typeof tellAlarms>['refused']
let steps: ReturnType<typeof folded>['steps']
let state: AlarmState
beforeAll(() => {
  ;({ events, refused } = tellAlarms(SEED, registry, NOW))
  ;({ steps, state } = folded(events))
})

const countOf = (type: AlarmEventType) => events.filter(event => event.type === type).length
const asked = () => steps.filter(({ id, after }) => after?.occurrence === id && asksForAttention(after))

describe('the simulated past of the alarms', () => {
  test('fills thirty days, strictly in the order of time, over by now, and says of every event that it is simulated', () => {
    expect(events.length).toBeGreaterThan(2_000)
    expect(events.length).toBeLessThan(MAX_EVENTS_A_COMMAND)
    const times = events.map(({ at }) => at)
    for (const [n, at] of times.entries()) expect(at).toBeGreaterThan(times[n - 1] ?? NOW - 30 * DAY)
    expect(times.at(-1)).toBeLessThan(NOW)
    expect(new Set(times.map(provinceDayOf)).size).toBeGreaterThanOrEqual(30)
    const names = new Set(registry.units.map(({ name }) => name))
    for (const { actor } of events) {
      expect(isSimulated(actor)).toBe(true)
      const [, role, unit] = /^simulated:([^·]+)(?: · (.+))?$/.exec(actor) ?? []
      expect(['Trạm mô phỏng', 'Trực ban', 'Tổ Điều hành làng', 'Cán bộ kỹ thuật thiết bị']).toContain(role)
      expect(unit === undefined ? role : unit).toSatisfy((one: string) => one === 'Trạm mô phỏng' || names.has(one))
    }
  })

  test('is the same for the same seed and instant, and another for another seed', () => {
    const soon = Date.parse('2026-01-08T03:00:00+07:00')
    expect(demoAlarmHistory(SEED, registry, soon)).toEqual(demoAlarmHistory(SEED, registry, soon))
    expect(demoAlarmHistory(SEED + 1, registry, soon)).not.toEqual(demoAlarmHistory(SEED, registry, soon))
    expect(demoAlarmHistory(SEED, registry, NOW)).toEqual(events)
  })

  test('is about rules of the seed, at the simulated stations where they stand', () => {
    const plans = new Map(aField().plans.map(plan => [plan.id, plan]))
    const ruleIds = new Set(rules.map(({ subject }) => subject.slice('alarm-rule:'.length)))
    for (const { rule } of [...HABITS, ...FLOOD_NIGHT]) expect(ruleIds).toContain(rule)
    for (const { rule, about, target } of state.alarms.values()) {
      expect(ruleIds).toContain(rule)
      const plan = plans.get(about.device ?? '')
      expect(plan, target).toBeDefined()
      expect(about).toMatchObject({ village: plan?.village, source: 'simulated', position: [plan?.lon, plan?.lat] })
      const [, code] = about.series?.split('.') ?? []
      if (code !== undefined) expect(plan?.quantities.map(one => one.code)).toContain(code)
    }
  })

  test('folds without loss: every event changes its alarm as it says', () => {
    const holds: { readonly [T in AlarmEventType]?: (after: Alarm, before: Alarm | undefined) => boolean } = {
      'alarm.raised': (after, before) => after.isActive && before?.isActive !== true,
      'alarm.level-changed': (after, before) => after.level !== before?.level,
      'alarm.returned': (after, before) => !after.isActive && before?.isActive === true,
      'alarm.re-alarmed': (after, before) => !after.isAcknowledged && before?.isAcknowledged === true,
      'alarm.acknowledged': (after, before) => after.isAcknowledged && before?.isAcknowledged === false,
      'alarm.reset': (after, before) => !after.isLatched && before?.isLatched === true,
      'alarm.shelved': (after, before) => after.shelved !== null && before?.shelved === null,
      'alarm.unshelved': (after, before) => after.shelved === null && before?.shelved !== null,
      'alarm.suppressed': after => after.suppressed !== null,
      'alarm.unsuppressed': (after, before) => after.suppressed === null && before?.suppressed !== null,
      'alarm.taken-out-of-service': (after, before) => after.outOfService !== null && before?.outOfService === null,
      'alarm.returned-to-service': (after, before) => after.outOfService === null && before?.outOfService !== null,
      'alarm.assigned': after => after.assigned !== null,
      'alarm.commented': (after, before) => after.comments === (before?.comments ?? 0) + 1,
    }
    for (const { id, event, before, after } of steps) {
      if (event.type === 'alarm.rule-published') continue
      expect(after?.version).toBe(id)
      expect(after && holds[event.type]?.(after, before), `${event.type} ${event.subject} ${id}`).toBe(true)
    }
    expect(state.lastId).toBe(rules.length + events.length)
  })

  test('ends with every alarm normal, and the rules as they were', () => {
    expect(refused).toEqual([])
    for (const alarm of state.alarms.values()) expect(standingOf(alarm), alarm.id).toBe('normal')
    const changed = [...state.rules.values()].filter(({ version }) => version > 1)
    expect(changed.map(({ rule, version }) => [rule.id, version])).toEqual([['turbidity-high', 3]])
    for (const { rule, by } of changed) {
      const shipped = rules.find(({ subject }) => subject === `alarm-rule:${rule.id}`)
      expect(shipped?.data).toMatchObject({ rule })
      expect(isSimulated(by)).toBe(true)
    }
  })

  test.each([
    [1, '2026-11-26T23:59:00+07:00'],
    [7, '2026-04-15T03:00:00+07:00'],
    [42, '2027-08-01T12:00:00+07:00'],
  ])('holds nothing that the rules refuse, and closes (seed %i, %s)', (seed, now) => {
    const told = tellAlarms(seed, registry, Date.parse(now))
    expect(told.refused).toEqual([])
    expect(told.events.length).toBeGreaterThan(2_000)
    const standings = new Set(folded(told.events).state.alarms.values().map(standingOf))
    expect([...standings]).toEqual(['normal'])
  })

  test('begins behind the rules: nothing is told when there is no room for it', () => {
    const published = rules.at(-1)?.at ?? 0
    const HOURS_3 = 3 * 3_600_000
    expect(demoAlarmHistory(SEED, registry, published - 1)).toEqual([])
    expect(demoAlarmHistory(SEED, registry, published + 1 + HOURS_3)).toEqual([])
    const first = demoAlarmHistory(SEED, registry, published + 2 * DAY).at(0)
    expect(first && first.at > published).toBe(true)
  })
})

describe('what history and scorecard can show is there', () => {
  test('every kind of transition', () => {
    const types: readonly AlarmEventType[] = [
      'alarm.level-changed',
      'alarm.re-alarmed',
      'alarm.reset',
      'alarm.shelved',
      'alarm.unshelved',
      'alarm.taken-out-of-service',
      'alarm.returned-to-service',
      'alarm.assigned',
      'alarm.commented',
    ]
    for (const type of types) expect(countOf(type), type).toBeGreaterThan(0)
    const causes = new Set(events.flatMap(event => (event.type === 'alarm.suppressed' ? [event.data.cause] : [])))
    expect(causes).toContain('alarm')
  })

  test('one night on which more came than one person can take in, with the water at its highest', () => {
    const floods = steps.filter(({ wasFlood, isFlood }) => !wasFlood && isFlood)
    expect(floods).toHaveLength(1)
    const began = floods[0]?.event.at ?? 0
    const worst = asked().filter(({ event }) => event.at >= began && event.at < began + 3_600_000)
    expect(worst.length).toBeGreaterThan(25)
    const water = worst.filter(({ after }) => after?.rule === 'flood-stage')
    expect(water.length).toBeGreaterThan(0)
    expect(steps.some(({ after }) => after?.rule === 'flood-stage' && after.level === 'BĐ III')).toBe(true)
  })

  test('one probe that chatters while a rule is too eager, and not after it is set back', () => {
    const chattering = new Set(
      steps.flatMap(({ after, event }) => (after && isChattering(after, event.at) ? [after.id] : [])),
    )
    expect([...chattering]).toEqual([expect.stringMatching(/^turbidity-high:/)])
  })

  test('some that stood longer than a day', () => {
    const stale = steps.filter(({ before, event }) => before && isStale(before, event.at))
    expect(new Set(stale.map(({ before }) => before?.id)).size).toBeGreaterThan(2)
  })

  test('mostly low, some medium, few high; the serious ones answered within minutes', () => {
    const all = asked()
    const share = (priority: Priority) => all.filter(({ after }) => after?.priority === priority).length / all.length
    expect(share('low')).toBeGreaterThan(0.65)
    expect(share('medium')).toBeGreaterThan(0.08)
    expect(share('medium')).toBeLessThan(0.3)
    expect(share('high')).toBeGreaterThan(0.005)
    expect(share('high')).toBeLessThan(0.06)
    const waits = (priority: Priority) =>
      steps
        .flatMap(({ event, before }) =>
          event.type === 'alarm.acknowledged' && before?.priority === priority ? [event.at - before.annunciatedAt] : [],
        )
        .toSorted((a, b) => a - b)
    const median = (priority: Priority) => waits(priority).at(Math.floor(waits(priority).length / 2)) ?? 0
    expect(Math.max(...waits('high'))).toBeLessThan(10 * 60_000)
    expect(median('high')).toBeLessThan(median('medium'))
    expect(median('medium')).toBeLessThan(median('low'))
  })

  test('people of the commune that the village belongs to answer', () => {
    const units = new Map(registry.units.map(({ id, name }) => [id, name]))
    for (const { event, after } of steps) {
      if (event.type !== 'alarm.acknowledged') continue
      const village = registry.villages.find(({ id }) => id === after?.about.village)
      const unit = village && unitIdOn(village, provinceDayOf(event.at))
      expect(event.actor.endsWith(` · ${units.get(unit ?? '')}`)).toBe(true)
    }
  })
})
