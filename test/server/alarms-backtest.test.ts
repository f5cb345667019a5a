// A rule against history: it says what live would have said, is bounded, lets others have their turn, and ends with whoever asked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BacktestReply } from '../../shared/alarms/api-schema.ts'
import type { Rule } from '../../shared/alarms/rule.ts'
import { type AlarmEventRow, alarmAt, alarmOf, aRule, eventsOfRule, publishRule } from '../support/alarms.ts'
import { type Answer, deliver, get, problemOf } from '../support/door.ts'
import { type FleetDevice, registerFleet } from '../support/fleet.ts'
import { announceSeed, createChance } from '../support/seed.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const POLL = { timeout: 10_000, interval: 20 } as const
const STEP_MS = 10_000
const STEPS = 150
const FROM = Date.now() - 2 * STEPS * STEP_MS
const RULE = aRule({
  id: 'test-levels',
  levels: [
    { name: 'H', at: 3, priority: 'low' },
    { name: 'HH', at: 3.6, priority: 'high' },
  ],
  onDelayMs: 2 * STEP_MS,
  offDelayMs: STEP_MS,
})
const folder = temporaryFolder()
let station: TestStation
let fleet: readonly FleetDevice[]
/** Only the test moves it. */
let clock = FROM

beforeAll(async () => {
  fleet = await registerFleet(folder.path, 'gauge', 2, ['water_level'])
  station = await startTestStation({ dataDir: folder.path, now: () => clock })
  await publishRule(station, RULE)
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const ask = (body: unknown, init: RequestInit = {}): Promise<Answer> =>
  get(`${station.url}/api/v1/alarms/backtest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  })
async function backtest(rule: Rule, from: number, to: number): Promise<BacktestReply> {
  const { status, body } = await ask({ rule, from, to })
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body as BacktestReply
}

/** Live, by alarm: since when, the severest level, whether it is over. */
function episodesOf(events: readonly AlarmEventRow[], alarm: string) {
  const found: { since: unknown; level: unknown; isOver: boolean }[] = []
  for (const { type, data, subject } of events) {
    if (subject !== `alarm:${alarm}`) continue
    const last = found.at(-1)
    if (type === 'alarm.raised') found.push({ since: data['since'], level: data['level'], isOver: false })
    if (type === 'alarm.level-changed' && last && data['isSeverer'] === true) last.level = data['level']
    if (type === 'alarm.returned' && last) last.isOver = true
  }
  return found
}

describe('a test of a rule', () => {
  test('finds the alarms that were raised live, with their levels', async () => {
    const chance = createChance(announceSeed('backtest against live'))
    const levels = fleet.map(() => 2.8)
    for (let step = 1; step <= STEPS; step++) {
      clock = FROM + step * STEP_MS
      for (const [i, device] of fleet.entries()) {
        const level = Math.min(4.5, Math.max(2, (levels[i] ?? 3) + (chance.next() - 0.5)))
        levels[i] = level
        await deliver(station, device.token, { ts: clock, values: { water_level: level } })
      }
    }
    // What was said last has been decided when a marker has.
    await publishRule(station, aRule({ id: 'test-marker', levels: [{ name: 'H', at: 0, priority: 'low' }] }))
    for (const { id } of fleet)
      await expect.poll(async () => (await alarmAt(station, alarmOf(id, 'test-marker')))?.isActive, POLL).toBe(true)

    const tested = await backtest(RULE, FROM, clock)
    const live = await eventsOfRule(station, RULE.id)
    expect(tested.alarms).toBeGreaterThan(3)
    expect(tested).toMatchObject({
      watched: 2,
      series: 2,
      readings: 2 * STEPS,
      firstReadingAt: FROM + STEP_MS,
      isSimulated: false,
      isCut: false,
      withoutLevels: [],
      until: clock,
    })
    for (const { id } of fleet) {
      const alarm = alarmOf(id, RULE.id)
      const found = tested.listed.filter(one => one.alarm === alarm)
      expect(
        found.map(({ raisedAt, level, returnedAt }) => ({
          since: raisedAt - RULE.onDelayMs,
          level,
          isOver: returnedAt !== null,
        })),
      ).toEqual(episodesOf(live, alarm))
    }
  })

  test('counts what it would have raised although it is off, and raises nothing', async () => {
    const before = (await eventsOfRule(station, 'test-off')).length
    const off = await backtest({ ...RULE, id: 'test-off', isOn: false }, FROM, clock)
    expect(off.alarms).toBe((await backtest(RULE, FROM, clock)).alarms)
    expect((await eventsOfRule(station, 'test-off')).length).toBe(before)
  })

  test('says which targets it can not judge', async () => {
    const flood = aRule({
      id: 'test-flood',
      signal: { kind: 'flood' },
      levels: [{ name: 'BĐ I', at: null, priority: 'low' }],
    })
    const { watched, withoutLevels } = await backtest(flood, FROM, clock)
    expect(watched + withoutLevels.length).toBe(2)
  })

  test('of 92 days is run, of a millisecond beyond is not', async () => {
    const longest = 93 * 86_400_000
    expect((await ask({ rule: RULE, from: clock - longest, to: clock })).status).toBe(200)
    expect((await ask({ rule: RULE, from: clock - longest - 1, to: clock })).status).toBe(400)
    expect((await ask({ rule: RULE, from: clock, to: clock })).status).toBe(400)
  })

  test('that could not be published, or is of the programme, is refused', async () => {
    expect((await ask({ rule: { ...RULE, levels: [] }, from: FROM, to: clock })).status).toBe(400)
    const programme = aRule({
      id: 'test-clock',
      quantity: null,
      signal: { kind: 'programme', clock: 'task-overdue' },
      deadband: 0,
      levels: [{ name: 'H', at: 1, priority: 'low' }],
    })
    const answer = await ask({ rule: programme, from: FROM, to: clock })
    expect([answer.status, problemOf(answer).errors?.[0]?.code]).toEqual([422, 'not-from-readings'])
    const foreign = await ask(
      { rule: RULE, from: FROM, to: clock },
      { headers: { 'content-type': 'application/json', origin: 'https://evil.example' } },
    )
    expect(foreign.status).toBe(403)
  })
})
