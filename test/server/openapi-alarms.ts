// An alarm to ask about, a dead message to send again, links to follow: what the alarms' operations need to succeed.
import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { hashToken, newToken } from '../../server/registry/token.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import type { Alarm } from '../../shared/alarms/state.ts'
import { alarmAt, alarmOf, anAlarmCommand, aRule, publishRule } from '../support/alarms.ts'
import { deliver, get } from '../support/door.ts'
import type { TestStation } from '../support/station.ts'

const WAIT = { timeout: 10_000, interval: 50 } as const
const json = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

export type AlarmSamples = {
  /** Where an operation is asked at, when its path alone doesn't say. */
  readonly addresses: Readonly<Record<string, string>>
  readonly sent: Readonly<Record<string, () => RequestInit>>
}

/** @param token of gauge-1 */
export async function prepareAlarms(station: TestStation, token: string): Promise<AlarmSamples> {
  await publishRule(station, aRule())
  await deliver(station, token, { ts: Date.now(), values: { water_level: 5 } })
  const id = alarmOf('gauge-1')
  const alarm = await vi.waitFor(async () => {
    const found = await alarmAt(station, id)
    if (!found) throw new Error(`${id} is not raised`)
    return found
  }, WAIT)
  const feed = String((await get(`${station.url}/api/v1/alarms/cap`)).body)
  const { message, links } = await prepareMessages(station.dataDir, alarm)
  return {
    addresses: {
      alarmDeadband: `/api/v1/alarms/deadband?alarm=${encodeURIComponent(id)}`,
      alarmOutboxRetry: `/api/v1/alarms/outbox/${message}/retry`,
      capMessage: `/api/v1/alarms/cap/${/\/alarms\/cap\/([\w-]+)/.exec(feed)?.[1] ?? 'none'}`,
    },
    sent: {
      alarmCommand: () =>
        json(
          anAlarmCommand('comment', {
            alarms: [
              { id, occurrence: alarm.occurrence },
              { id: 'x:y', occurrence: 1 },
            ],
            text: 'Đã gọi trạm',
          }),
          { 'idempotency-key': randomUUID() },
        ),
      alarmBacktest: () => json({ rule: aRule(), from: Date.now() - 3_600_000, to: Date.now() + 1 }),
      alarmLinkLook: () => json({ token: links.look }),
      alarmLinkAcknowledge: () => json({ token: links.acknowledge, comment: '' }),
    },
  }
}

/** As another process on the same database leaves them. */
async function prepareMessages(dataDir: string, alarm: Alarm) {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  try {
    const [look, acknowledge] = [newToken(), newToken()]
    const link = { alarm: alarm.id, occurrence: alarm.occurrence, recipient: 'truc@example.vn' }
    await store.addLinkTokens(
      [look, acknowledge].map(token => ({ ...link, hash: hashToken(token), expiresAt: Date.now() + 60_000 })),
    )
    const payload: AlarmMessage = {
      transition: 'raised',
      event: alarm.occurrence,
      at: alarm.raisedAt,
      actor: null,
      comment: null,
      alarm,
      peakPriority: alarm.priority,
      place: 'Mỹ Đông',
      value: { vi: '5 m', en: '5 m' },
      limit: { vi: '3 m', en: '3 m' },
      unit: { vi: 'm', en: 'm' },
      rule: null,
    }
    const now = Date.now()
    const messages = [{ recipient: '', eventId: alarm.occurrence, subject: alarm.id, rank: 1, payload }]
    await store.openOutbox('test', 0)
    await store.enqueue({ channel: 'test', from: 0, to: alarm.occurrence, messages, at: now, maxWaiting: 10 })
    const lane = { channel: 'test', recipient: '' }
    const [claimed] = await store.claimOutbox({ ...lane, now, leasedUntil: now + 1, limit: 1, gathered: null })
    if (!claimed) throw new Error('no message was claimed')
    await store.settleOutbox([claimed], { kind: 'dead', error: 'để thử' }, now)
    return { message: claimed.id, links: { look, acknowledge } }
  } finally {
    await store.close()
  }
}
