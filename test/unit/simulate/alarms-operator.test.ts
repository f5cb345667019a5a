import { beforeAll, describe, expect, test, vi } from 'vitest'
import { LEFT_ALONE_MS, MAX_COMMENTS, MAX_SHELVED, nextDeed } from '../../../server/simulate/alarms/next-deed.ts'
import { runDemoOperator } from '../../../server/simulate/alarms/operator.ts'
import type { AlarmCommandRequest } from '../../../shared/alarms/command.ts'
import { alarmCommandRequestSchema } from '../../../shared/alarms/command-schema.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { asksForAttention, standingOf } from '../../../shared/alarms/standing.ts'
import { type Alarm, type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { createChance } from '../../support/seed.ts'
import { alarmAnswers, startAnsweringStation } from './answering-station.ts'
import { floodNight } from './demo-states.ts'
import { registry } from './sample.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const units = unitsById(registry.units)
const { villages } = registry
let state: AlarmState
let now: number

beforeAll(() => {
  state = floodNight()
  now = state.lastAt
})

const alarms = (of: AlarmState): readonly Alarm[] => [...of.alarms.values()]
const sceneAt = (at: number, of: AlarmState = state) => ({ state: of, villages, units, now: at })
/** What the station makes of a command; throws when it would refuse it. */
function executed(of: AlarmState, request: AlarmCommandRequest, at: number): AlarmState {
  const { events, refusals } = decideAlarmCommand({ state: of, units, now: at }, request)
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
  return foldAlarms(
    of,
    events.map((draft, n) => ({ ...draft, id: of.lastId + n + 1, at, actor: `simulated:${request.actor.name}` })),
  )
}
const only = (alarm: Alarm): AlarmState => ({ ...state, alarms: new Map([[alarm.id, alarm]]) })
const waiting = (priority: Alarm['priority']): Alarm => {
  const found = alarms(state).find(one => asksForAttention(one) && one.priority === priority)
  const any = found ?? alarms(state).find(asksForAttention)
  if (!any) throw new Error('nothing is waiting')
  return { ...any, priority }
}

describe('the next thing the operator does', () => {
  test('is always something the rules allow, marked as simulated, of many kinds, and in the end all is answered', () => {
    const { next } = createChance(20_261_126)
    const kinds = new Map<string, number>()
    let held = state
    let at = now
    for (let step = 0; step < 1_500; step++) {
      at += 40_000
      const request = nextDeed(sceneAt(at, held), next)
      if (!request) continue
      expect(request.isSimulated).toBe(true)
      expect(alarmCommandRequestSchema.safeParse(request).error).toBeUndefined()
      kinds.set(request.command, (kinds.get(request.command) ?? 0) + 1)
      held = executed(held, request, at)
      expect(alarms(held).filter(({ shelved }) => shelved).length).toBeLessThanOrEqual(MAX_SHELVED)
    }
    for (const kind of ['acknowledge', 'assign', 'comment', 'shelve']) expect(kinds.get(kind), kind).toBeGreaterThan(0)
    expect(alarms(held).filter(asksForAttention)).toEqual([])
    const began = new Map(alarms(state).map(({ id, comments }) => [id, comments]))
    for (const { id, comments } of alarms(held))
      expect(comments, id).toBeLessThanOrEqual(Math.max(MAX_COMMENTS, began.get(id) ?? 0))
  })

  test.each(['low', 'medium', 'high'] as const)(
    'a %s alarm is left to people for a while, to the millisecond',
    priority => {
      const alarm = waiting(priority)
      const dueAt = alarm.annunciatedAt + LEFT_ALONE_MS[priority]
      const doneAt = (at: number) => nextDeed(sceneAt(at, only(alarm)), () => 0)?.command
      expect(doneAt(dueAt - 1)).toBeUndefined()
      expect(doneAt(dueAt)).toBe('acknowledge')
      expect(LEFT_ALONE_MS.high).toBeGreaterThanOrEqual(180_000)
    },
  )

  test('of one cause and place at most five are acknowledged at once', () => {
    const [alarm] = [waiting('low')]
    const many = Array.from({ length: 6 }, (_, n) => ({ ...alarm, id: `${alarm.id}-${n}` }))
    const held = { ...state, alarms: new Map(many.map(one => [one.id, one])) }
    const request = nextDeed(sceneAt(now + 3_600_000, held), () => 0)
    expect(request?.command === 'acknowledge' && request.data.alarms).toHaveLength(5)
  })

  test('of another unit they aren’t', () => {
    const alarm = waiting('low')
    const about = { ...alarm.about, village: null, device: null }
    const two = ['commune-30061', 'commune-30076'].map(unit => ({ ...alarm, id: unit, about: { ...about, unit } }))
    const held = { ...state, alarms: new Map(two.map(one => [one.id, one])) }
    const request = nextDeed(sceneAt(now + 3_600_000, held), () => 0)
    expect(request?.command === 'acknowledge' && request.data.alarms).toHaveLength(1)
    expect(request?.actor.name).toBe('Công chức xã')
  })

  test('what latched is reset once it was acknowledged', () => {
    const latched: Alarm = { ...waiting('medium'), isActive: false, isAcknowledged: true, isLatched: true }
    expect(standingOf(latched)).toBe('latched')
    const request = nextDeed(sceneAt(now, only(latched)), () => 0)
    expect(request?.command).toBe('reset')
    if (request) expect(standingOf(alarms(executed(only(latched), request, now))[0] ?? latched)).toBe('normal')
  })

  test.each([
    [MAX_SHELVED - 1, 'shelve'],
    [MAX_SHELVED, undefined],
  ] as const)('with %i shelved it does: %s', (count, command) => {
    const attended: Alarm = { ...waiting('low'), isAcknowledged: true }
    const stamp = { by: 'x', at: 1, eventId: 1, until: now + 3_600_000, reason: 'x' }
    const shelved = Array.from({ length: count }, (_, n) => ({ ...attended, id: `s-${n}`, shelved: stamp }))
    const held = { ...state, alarms: new Map([attended, ...shelved].map(one => [one.id, one])) }
    expect(nextDeed(sceneAt(now, held), () => 0.999)?.command).toBe(command)
  })

  test('an alarm of no village is answered by the lead, and a station without alarms by nobody', () => {
    const alarm = waiting('low')
    const homeless = only({ ...alarm, about: { ...alarm.about, village: null, device: null, unit: null } })
    expect(nextDeed(sceneAt(now + 60_000, homeless), () => 0)?.actor).toEqual({
      name: 'Chuyên viên',
      unit: 'so-khcn-2025',
    })
    expect(nextDeed(sceneAt(now, EMPTY_ALARM_STATE), () => 0)).toBeUndefined()
  })
})

test('the operator beside a station looks at the alarms before each command', async () => {
  const station = await startAnsweringStation(alarmAnswers(state))
  const operator = runDemoOperator({
    url: station.url,
    origin: 'https://dai-sen.example',
    localKey: 'k'.repeat(43),
    everyMs: 5,
    random: createChance(8).next,
    now: () => now + 3_600_000,
  })
  await vi.waitFor(() => expect(station.commands().length).toBeGreaterThan(3), 20_000)
  await operator.stop()
  await station.stop()
  const paths = station.asked.map(({ path }) => path)
  expect(paths[0]).toBe('/api/v1/registry')
  for (const [n, path] of paths.entries())
    if (path === '/api/v1/alarms/commands') expect(paths[n - 1]).toBe('/api/v1/alarms/state')
})
