// Alarms when processes die and when several share one database: nothing is lost, nothing is said twice.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  type AlarmEventRow,
  alarmAt,
  alarmOf,
  alarmStateOf,
  anAlarmCommand,
  aRule,
  countsOf,
  doToAlarms,
  eventsOfRule,
  postAlarms,
  publishRule,
  seen,
} from '../support/alarms.ts'
import { deliver } from '../support/door.ts'
import { type FleetDevice, registerFleet } from '../support/fleet.ts'
import { type StationProcess, startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Processes are started and killed. */
const SLOW = { timeout: 240_000 }
const POLL = { timeout: 30_000, interval: 100 } as const
/** Long against a restart on a busy machine: what was stored before it is still the present after it. */
const INTERVAL_MS = 300_000
const folder = temporaryFolder()
const running: StationProcess[] = []
let storm: FleetDevice[]
let shared: FleetDevice[]

beforeAll(async () => {
  storm = await registerFleet(folder.path, 'storm', 60, ['water_level'], INTERVAL_MS)
  shared = await registerFleet(folder.path, 'shared', 30, ['water_level'], INTERVAL_MS)
  await publishRule(await start(), aRule())
  await killAll()
})
afterEach(killAll)
afterAll(() => folder.remove())

async function killAll(): Promise<void> {
  for (const { child } of running.splice(0)) await child.kill('SIGKILL')
}
async function start(): Promise<StationProcess> {
  const station = await startStationProcess(folder.path)
  running.push(station)
  return station
}
const says = (station: StationProcess, { token }: FleetDevice, water_level: number, ts: number) =>
  deliver(station, token, { ts, values: { water_level } })

async function standing(station: StationProcess, devices: readonly FleetDevice[]) {
  const { alarms } = await alarmStateOf(station)
  return devices.map(({ id }) => alarms.get(alarmOf(id))?.isActive ?? false)
}
const all = (devices: readonly FleetDevice[], is: boolean) => devices.map(() => is)

/** What happened to the conditions of each alarm, in order. */
function courseOf(events: readonly AlarmEventRow[], { id }: FleetDevice): string[] {
  const moves = new Set(['alarm.raised', 'alarm.level-changed', 'alarm.returned'])
  return events
    .filter(({ subject, type }) => subject === `alarm:${alarmOf(id)}` && moves.has(type))
    .map(({ type }) => type)
}

test('a station that is killed in the middle of a storm goes on where it stood', SLOW, async () => {
  const t = Date.now()
  /** The first half is answered, the second is on its way when the process dies; then all are sent again, as devices do. */
  async function stormOver(station: StationProcess, level: number, ts: number): Promise<StationProcess> {
    const half = storm.length / 2
    await Promise.all(storm.slice(0, half).map(device => says(station, device, level, ts)))
    const rest = storm.slice(half).map(device => says(station, device, level, ts).catch(() => undefined))
    await station.child.kill('SIGKILL')
    await Promise.all(rest)
    const next = await start()
    await Promise.all(storm.map(device => says(next, device, level, ts)))
    return next
  }
  const risen = await stormOver(await start(), 3.5, t)
  await expect.poll(() => standing(risen, storm), POLL).toEqual(all(storm, true))
  const fallen = await stormOver(risen, 1, t + 1_000)
  await expect.poll(() => standing(fallen, storm), POLL).toEqual(all(storm, false))
  const events = await eventsOfRule(fallen)
  for (const device of storm) expect(courseOf(events, device)).toEqual(['alarm.raised', 'alarm.returned'])
})

test('two stations on one database say everything once, whichever hears of it', SLOW, async () => {
  const [a, b] = [await start(), await start()]
  const both = [a, b]
  const t = Date.now()
  /** Each reading reaches both, half of the devices one first, half the other. */
  const sayToBoth = (level: number, ts: number) =>
    Promise.all(
      shared.flatMap((device, i) => (i % 2 === 0 ? both : both.toReversed()).map(one => says(one, device, level, ts))),
    )
  await sayToBoth(3.5, t)
  for (const one of both) await expect.poll(() => standing(one, shared), POLL).toEqual(all(shared, true))

  // Both desks at once.
  const { alarms } = await alarmStateOf(a)
  const named = shared.flatMap(({ id }) => alarms.get(alarmOf(id)) ?? []).map(seen)
  await Promise.all(both.map(one => postAlarms(one, anAlarmCommand('acknowledge', { alarms: named, comment: null }))))

  await sayToBoth(1, t + 1_000)
  for (const one of both) await expect.poll(() => standing(one, shared), POLL).toEqual(all(shared, false))
  const events = await eventsOfRule(b)
  const counts = countsOf(events)
  for (const device of shared) {
    expect(courseOf(events, device)).toEqual(['alarm.raised', 'alarm.returned'])
    expect(counts[`acknowledged alarm:${alarmOf(device.id)}`]).toBe(1)
  }
})

test(
  'a station takes over what another heard: it knows a rule, a reading and an acknowledgement of the other',
  SLOW,
  async () => {
    const [a, b] = [await start(), await start()]
    const [device] = shared
    if (!device) throw new Error('no device')
    const rule = aRule({ id: 'test-other', levels: [{ name: 'H', at: 5, priority: 'high' }] })
    await publishRule(a, rule)
    const alarm = alarmOf(device.id, rule.id)
    const t = Date.now()
    await says(a, device, 6, t)
    await expect.poll(async () => (await alarmAt(b, alarm))?.isActive, POLL).toBe(true)
    const raised = await alarmAt(b, alarm)
    if (!raised) throw new Error('not raised')
    await doToAlarms(b, anAlarmCommand('acknowledge', { alarms: [seen(raised)], comment: null }))
    await a.child.kill('SIGKILL')
    await says(b, device, 4, t + 1_000)
    await expect.poll(async () => (await alarmAt(b, alarm))?.isActive, POLL).toBe(false)
    expect(courseOfRule(await eventsOfRule(b, rule.id), alarm)).toEqual([
      'alarm.raised',
      'alarm.acknowledged',
      'alarm.returned',
    ])
  },
)

const courseOfRule = (events: readonly AlarmEventRow[], alarm: string): string[] =>
  events.filter(({ subject }) => subject === `alarm:${alarm}`).map(({ type }) => type)
