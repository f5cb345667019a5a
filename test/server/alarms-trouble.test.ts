// The alarm service on a real store that can't write for a while: what was found meanwhile is written once it can, in its order.
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Alarms } from '../../server/alarms/alarms.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { type Store, StoreTrouble, type TroubleCode } from '../../server/store/store.ts'
import { anAlarmCommand, seen } from '../support/alarms.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aGauge, POLL, startService } from './alarm-service.ts'

const folder = temporaryFolder()
const logged: string[] = []
let store: Store
let trouble: TroubleCode | undefined
let alarms: Alarms
let gauge: Awaited<ReturnType<typeof aGauge>>

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
  gauge = await aGauge(store)
  alarms = await start()
  return () => alarms.stop()
})

const start = () =>
  startService({
    store: troubled,
    series: gauge.series,
    log: pino({ level: 'info' }, { write: line => void logged.push(line) }),
  })
/** Committed by the store itself, then handed to the alarms as ingest does. */
const measured = async (v: number, t?: number) => alarms.take(await gauge.measured(v, t))
const courseOf = () => gauge.courseOf()
const id = () => gauge.alarm
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
  alarms = await start()
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
