// What is personal, planted wherever people can write.
import { randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { alarmAt, alarmOf, anAlarmCommand, aRule, doToAlarms, publishRule, seen } from '../support/alarms.ts'
import { aProfile } from '../support/displays.ts'
import { get } from '../support/door.ts'
import { PDF } from '../support/evidence-samples.ts'
import { type TestStation } from '../support/station.ts'
import { ACTOR, command, DEMO_SET, fill, programmeUrl, versionOf } from './programme-sample.ts'

export const SEN = ACTOR
export const PHONE = '0912 345 678'
export const EMAIL = 'sen@example.vn'
const SAID = `Gọi ${PHONE}, ${EMAIL}`
/** Nothing of this leaves for whoever doesn't work with it. */
export const PLANTED = [SEN.name, PHONE, EMAIL]

/** @returns where the evidence with a name in it is read */
export async function plantPersonal(
  station: TestStation,
  meterAlarm: string,
): Promise<{ readonly fileAddress: string }> {
  const post = (path: string, body: unknown) =>
    get(`${station.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
  await fill(station)
  const kept = await get(programmeUrl(station, 'files'), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(PDF),
  })
  const { hash, size, type } = kept.body as { hash: string; size: number; type: string }
  const file = { hash, size, type, name: `don cua ${SEN.name}.pdf` }
  await command(
    station,
    {
      command: 'assess-indicator',
      data: {
        village: 'my-dong',
        set: DEMO_SET.id,
        indicator: '1.1',
        step: 'self',
        outcome: 'met',
        value: 96,
        note: SAID,
        evidence: [file],
      },
    },
    await versionOf(station, `result:my-dong:${DEMO_SET.id}:1.1`),
  )
  await command(station, {
    command: 'update-task',
    data: { task: '1.4', status: 'in-progress', progress: null, text: SAID, files: [file], year: null },
  })
  await command(station, {
    command: 'note-supervision',
    data: { village: 'my-dong', year: 2026, on: '2026-11-01', text: SAID },
  })

  const by = { actor: SEN }
  await publishRule(station, aRule({ action: { vi: SAID, en: SAID } }))
  await publishRule(station, aRule({ id: 'test-meter', quantity: 'water_meter' }))
  await raised(station, meterAlarm)
  const alarm = await raised(station, alarmOf('gauge-1'))
  await doToAlarms(station, anAlarmCommand('acknowledge', { alarms: [alarm], comment: SAID }, by))
  await doToAlarms(station, anAlarmCommand('assign', { alarms: [alarm], to: SEN, comment: SAID }, by))
  await doToAlarms(station, anAlarmCommand('comment', { alarms: [alarm], text: SAID }, by))
  await doToAlarms(station, anAlarmCommand('shelve', { alarms: [alarm], forMs: 3_600_000, reason: SAID }, by))
  const saved = await post('displays/commands', {
    command: 'save-profile',
    data: { profile: aProfile(), expected: 0 },
    actor: SEN,
  })
  expect(saved.status).toBe(200)
  return { fileAddress: `programme/files/${hash}` }
}

async function raised(station: TestStation, id: string) {
  return vi.waitFor(
    async () => {
      const alarm = await alarmAt(station, id)
      if (!alarm) throw new Error(`${id} is not raised`)
      return seen(alarm)
    },
    { timeout: 10_000, interval: 50 },
  )
}
