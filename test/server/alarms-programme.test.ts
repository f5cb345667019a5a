// Alarms of the programme in a real station: they follow from the plan and the day, without a reading.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import { alarmAt, countsOf, eventsOfRule } from '../support/alarms.ts'
import { get } from '../support/door.ts'
import { startTestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type GaugeStation, HOUR_MS, POLL, startGaugeStation } from './gauge-station.ts'

let station: GaugeStation

beforeAll(async () => {
  station = await startGaugeStation(1)
})
afterAll(() => station.stop())

const ALARM = 'task-overdue:task:5.1'

test('an alarm of the programme follows from the plan and a day, and ends with an entry', async () => {
  // Due every year: the last one is over, this one isn't.
  const lastYear = Number(provinceDayOf(station.now()).slice(0, 4)) - 1
  await expect.poll(async () => (await alarmAt(station, ALARM))?.isActive, POLL).toBe(true)
  const { status, body } = await get(`${station.url}/api/v1/programme/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      command: 'update-task',
      data: { task: '5.1', status: 'done', progress: 100, text: 'Đã phân bổ', files: [], year: lastYear },
      actor: { name: 'Lan', unit: 'so-tc' },
      expected: 0,
    }),
  })
  expect([status, body]).toEqual([200, expect.anything()])
  await expect.poll(async () => (await alarmAt(station, ALARM))?.isActive, POLL).toBe(false)
})

test('a thing of the programme is overdue when its day is over, without anybody entering anything', async () => {
  expect((await alarmAt(station, ALARM))?.isActive).toBe(false)
  station.moveOn(366 * 24 * HOUR_MS)
  await expect.poll(async () => (await alarmAt(station, ALARM))?.isActive, POLL).toBe(true)
})

test('an alarm of the programme is there when a station starts, and once when it starts again', async () => {
  const own = temporaryFolder()
  try {
    for (const start of ['first', 'second']) {
      const fresh = await startTestStation({ dataDir: own.path })
      await expect.poll(async () => (await alarmAt(fresh, ALARM))?.isActive, { ...POLL, message: start }).toBe(true)
      const counts = countsOf(await eventsOfRule(fresh, 'task-overdue'))
      await fresh.stop()
      expect(counts[`raised alarm:${ALARM}`]).toBe(1)
    }
  } finally {
    own.remove()
  }
})
