// The alarm service on a real store that can't write for a while: what was found meanwhile is written once it can, in its order.
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Alarms, createAlarms } from '../../server/alarms/alarms.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { type Store, StoreTrouble, type TroubleCode } from '../../server/store/store.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import { EMPTY_STATE } from '../../shared/programme/state.ts'
import { unitsById } from '../../shared/programme/units.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { alarmOf, anAlarmCommand, aRule, seen } from '../support/alarms.ts'
import { aSeries, batchOf, type Row } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const POLL = { timeout: 10_000, interval: 20 } as const
const registry = loadRegistry()
const folder = temporaryFolder()
const logged: string[] = []
let store: Store
let trouble: TroubleCode | undefined
let alarms: Alarms
let series: CatalogueSeries
let lastKey = 0

/** The store, but while there is trouble. */
const troubled: Store = new Proxy({} as Store, {
  get:
    (_target, method: keyof Store) =>
    (...args: readonly unknown[]) =>
      trouble
        ? Promise.reject(new StoreTrouble(trouble, 'for a test'))
        : (store[method] as (...all: readonly unknown[]) => unknown)(...args),
})

beforeAll(async () => {
  store = await openSqliteStore({ path: databasePath(folder.path) })
})
afterAll(async () => {
  await store.close()
  folder.remove()
})
beforeEach(async () => {
  trouble = undefined
  const n = await aSeries(store)
  series = {
    n,
    id: `gauge-${n}.water_level`,
    device: `gauge-${n}`,
    deviceName: 'Trạm thử',
    village: 'my-dong',
    quantity: 'water_level',
    unit: 'm',
    lon: 105.8,
    lat: 10.5,
    intervalMs: 60_000,
    source: 'measured',
  }
  alarms = await startAlarms()
  return () => alarms.stop()
})

async function startAlarms(): Promise<Alarms> {
  const started = await createAlarms({
    store: troubled,
    registry,
    units: unitsById(registry.units),
    catalogue: () => [series],
    programme: { state: () => EMPTY_STATE, today: () => '2026-11-26', catchUp: async () => undefined },
    now: Date.now,
    log: pino({ level: 'info' }, { write: line => void logged.push(line) }),
    onEvents: () => undefined,
  })
  if (!started.state().rules.has('test-high'))
    await started.execute(
      anAlarmCommand('publish-rule', { rule: aRule(), expected: 0, reason: null }),
      `rule-${++lastKey}`,
    )
  await expect.poll(() => started.watches().size, POLL).toBe(1)
  return started
}

/** Committed by the store itself, then handed to the alarms as ingest does. */
async function measured(v: number, t = Date.now()): Promise<void> {
  const rows: Row[] = [{ n: series.n, t, v, q: 0 }]
  const batch: FrameColumns = batchOf(rows)
  await store.append(batch)
  alarms.take(batch)
}
const id = () => alarmOf(series.device)
const courseOf = async () => (await store.eventsAbout(`alarm:${id()}`, 100)).map(({ type }) => type).toReversed()
const aTick = () => new Promise(resolve => setTimeout(resolve, 1_500))

describe.each(['busy', 'full', 'io'] as const)('a store that is %s', code => {
  test('loses no condition that came, went and came again meanwhile, and doubles none', async () => {
    trouble = code
    const t = Date.now()
    for (const [i, level] of [4, 1, 5, 1, 6].entries()) await measured(level, t - 10 + i)
    await aTick()
    expect(await courseOf()).toEqual([])
    trouble = undefined
    await expect.poll(courseOf, POLL).toHaveLength(5)
    expect(await courseOf()).toEqual([
      'alarm.raised',
      'alarm.returned',
      'alarm.raised',
      'alarm.returned',
      'alarm.raised',
    ])
    await aTick()
    expect(await courseOf()).toHaveLength(5)
    expect(alarms.state().alarms.get(id())).toMatchObject({ isActive: true, value: 6 })
  })
})

test('is told once, not with every try', async () => {
  trouble = 'full'
  logged.length = 0
  await measured(4)
  await aTick()
  await aTick()
  expect(logged.filter(line => line.includes('alarms wait'))).toHaveLength(1)
})

test('a command is refused as the store refuses, and is done when it is sent again', async () => {
  await measured(4)
  await expect.poll(() => alarms.state().alarms.get(id())?.isActive, POLL).toBe(true)
  const alarm = alarms.state().alarms.get(id())
  if (!alarm) throw new Error('not raised')
  const acknowledge = anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: null })
  trouble = 'full'
  await expect(alarms.execute(acknowledge, 'trouble-1')).rejects.toThrow(StoreTrouble)
  trouble = undefined
  expect((await alarms.execute(acknowledge, 'trouble-1')).kind).toBe('done')
})

test('a station that starts while the past can not be read is there, and finds what stands when it can', async () => {
  await measured(1)
  await alarms.stop()
  await measured(4, Date.now() + 1)
  let isReadable = false
  const { latest } = store
  store = { ...store, latest: () => (isReadable ? latest() : Promise.reject(new StoreTrouble('io', 'for a test'))) }
  alarms = await startAlarms()
  await aTick()
  expect(await courseOf()).toEqual([])
  isReadable = true
  await expect.poll(courseOf, POLL).toEqual(['alarm.raised'])
})

test('an acknowledgement by a link is of the occurrence it was sent for, once', async () => {
  await measured(4)
  await expect.poll(() => alarms.state().alarms.get(id())?.isActive, POLL).toBe(true)
  const occurrence = alarms.state().alarms.get(id())?.occurrence ?? 0
  const link = { alarm: id(), recipient: 'truc@example.vn', comment: null }
  const wrong = await alarms.acknowledgeByLink({ ...link, occurrence: occurrence - 1 }, `wrong-${id()}`)
  expect(wrong).toMatchObject({ kind: 'refused', refusals: [{ code: 'asked-again' }] })
  const long = await alarms.acknowledgeByLink({ ...link, occurrence, comment: 'x'.repeat(501) }, `long-${id()}`)
  expect(long).toMatchObject({ kind: 'refused', refusals: [{ code: 'text-long' }] })
  for (const kind of ['done', 'repeated'])
    expect(await alarms.acknowledgeByLink({ ...link, occurrence }, `link-${id()}`)).toMatchObject({
      kind,
      events: [{ actor: 'link:truc@example.vn', data: { via: 'link' } }],
    })
  expect(await alarms.acknowledgeByLink({ ...link, occurrence }, `other-${id()}`)).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'already-acknowledged' }],
  })
})
