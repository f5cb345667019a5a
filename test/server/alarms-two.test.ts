// Two alarm services on one store that don't see the same: another clock, fewer readings, another moment. The log decides.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Alarms } from '../../server/alarms/alarms.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import { anAlarmCommand, aRule, seen } from '../support/alarms.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aGauge, POLL, type ServiceOptions, startService } from './alarm-service.ts'

const HOUR_MS = 3_600_000
const folder = temporaryFolder()
const running: Alarms[] = []
let store: Store
let other: Store

beforeAll(async () => {
  store = await openSqliteStore({ path: databasePath(folder.path) })
  other = await openSqliteStore({ path: databasePath(folder.path) })
})
afterEach(async () => {
  for (const alarms of running.splice(0)) await alarms.stop()
})
afterAll(async () => {
  await store.close()
  await other.close()
  folder.remove()
})

async function start(options: ServiceOptions): Promise<Alarms> {
  const alarms = await startService(options)
  running.push(alarms)
  return alarms
}

test('one whose clock is an hour ahead raises nothing by itself, but ends what the other raised', async () => {
  const gauge = await aGauge(store)
  const a = await start({ store, series: gauge.series })
  const b = await start({ store: other, series: gauge.series, now: () => Date.now() + HOUR_MS })
  const t = Date.now()
  a.take(await gauge.measured(4, t))
  await expect.poll(gauge.courseOf, POLL).toEqual(['alarm.raised'])
  await b.catchUp()
  expect(b.state().alarms.get(gauge.alarm)?.isActive).toBe(true)
  // From now on only the second hears the gauge.
  await a.stop()
  b.take(await gauge.measured(1, t + 1_000))
  await expect.poll(gauge.courseOf, POLL).toEqual(['alarm.raised', 'alarm.returned'])
})

test('one that missed what the other heard counts it all the same', async () => {
  const gauge = await aGauge(store)
  const a = await start({ store, series: gauge.series })
  const rule = aRule({
    id: 'test-count',
    signal: { kind: 'count', of: 'beyond', at: 2, overMs: HOUR_MS },
    levels: [{ name: 'H', at: 5, priority: 'low' }],
    deadband: 0,
  })
  await a.execute(anAlarmCommand('publish-rule', { rule, expected: 0, reason: null }), `count-${gauge.alarm}`)
  const b = await start({ store: other, series: gauge.series })
  const t = Date.now() - 10_000
  // The first reading reaches both, three more the first alone, the fifth the second alone.
  b.take(await gauge.measured(2.5, t))
  for (let i = 1; i < 4; i++) a.take(await gauge.measured(2.5, t + i * 1_000))
  await b.catchUp()
  b.take(await gauge.measured(2.5, t + 4_000))
  const id = gauge.alarm.replace('test-high', 'test-count')
  const courseOf = async () => (await store.eventsAbout(`alarm:${id}`, 10)).map(({ type }) => type)
  await expect.poll(courseOf, POLL).toEqual(['alarm.raised'])
  expect(b.state().alarms.get(id)).toMatchObject({ value: 5 })
})

test('a command decided on what is no longer so is decided anew', async () => {
  const gauge = await aGauge(store)
  const a = await start({ store, series: gauge.series })
  const b = await start({ store: other, series: gauge.series })
  a.take(await gauge.measured(4))
  await expect.poll(gauge.courseOf, POLL).toEqual(['alarm.raised'])
  await b.catchUp()
  const alarm = b.state().alarms.get(gauge.alarm)
  if (!alarm) throw new Error('not raised')
  const acknowledge = anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: null })
  expect((await a.execute(acknowledge, `a-${gauge.alarm}`)).kind).toBe('done')
  // The second hasn't heard of it.
  expect(b.state().alarms.get(gauge.alarm)?.isAcknowledged).toBe(false)
  expect(await b.execute(acknowledge, `b-${gauge.alarm}`)).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'already-acknowledged' }],
  })
  const comment = anAlarmCommand('comment', { alarms: [seen(alarm)], text: 'Đã gọi trạm' })
  await a.execute(comment, `a-comment-${gauge.alarm}`)
  expect((await b.execute(comment, `b-comment-${gauge.alarm}`)).kind).toBe('done')
  expect(await gauge.courseOf()).toEqual(['alarm.raised', 'alarm.acknowledged', 'alarm.commented', 'alarm.commented'])
})
