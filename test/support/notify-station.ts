// What leaves the station, without the rest of it: a real store, the alarms' real log and fold, a real notifier, and a clock in hand.
import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import pino from 'pino'
import { createFoldedLog } from '../../server/log/folded-log.ts'
import type { Channel, EmailChannel, WebhookChannel } from '../../server/notify/channel.ts'
import { createNotifier, type NotifierDeps } from '../../server/notify/notifier.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import type { OutboxMessage } from '../../server/store/outbox.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { AlarmDraft } from '../../shared/alarms/event.ts'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import { EMPTY_ALARM_STATE } from '../../shared/alarms/state.ts'
import { aRule, NOON, published } from '../unit/alarms/sample.ts'

const TICK_MS = 20
const ALL = { priorities: null, villages: null, transitions: null } as const
export const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`

export const aWebhook = (url: string, about: Partial<WebhookChannel> = {}): WebhookChannel => ({
  id: 'chat',
  kind: 'webhook',
  url,
  secrets: [Buffer.alloc(32, 5)],
  filter: ALL,
  language: 'vi',
  ...about,
})
export const anEmailChannel = (about: Partial<EmailChannel> = {}): EmailChannel => ({
  id: 'mail',
  kind: 'email',
  to: ['truc@ioc.example.vn'],
  filter: ALL,
  language: 'vi',
  ...about,
})

/** Time stands still until it is moved on; processes of one test share it. */
export type Clock = { readonly now: () => number; readonly moveOn: (ms: number) => void }
export function aClock(): Clock {
  let at = NOON
  return {
    now: () => at,
    moveOn(ms) {
      at += ms
    },
  }
}

export type NotifyStation = Awaited<ReturnType<typeof startNotifyStation>>
type Options = Partial<Pick<NotifierDeps, 'smtp' | 'publicUrl' | 'webhookTimeoutMs'>>

/** Starts what notifies, over the data in a folder. `isTelling` false: the log is written, and nothing is told. */
export async function startNotifyStation(
  dataDir: string,
  channels: readonly Channel[],
  clock: Clock,
  { isTelling = true, smtp = null, publicUrl, ...rest }: Options & { readonly isTelling?: boolean } = {},
) {
  const { now } = clock
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  const log = createFoldedLog({
    store,
    family: 'alarm',
    empty: EMPTY_ALARM_STATE,
    fold: foldAlarms,
    onEvents: () => notifier?.wake(),
  })
  const logged = new PassThrough()
  const lines: string[] = []
  logged.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  let notifier: ReturnType<typeof createNotifier> | undefined
  await log.inTurn(log.readOn)
  const following = setInterval(() => void log.inTurn(log.readOn).catch(() => undefined), TICK_MS)
  notifier = createNotifier({
    store,
    channels,
    smtp,
    publicUrl,
    alarmLog: log,
    alarmOf: id => log.state().alarms.get(id),
    ruleOf: id => log.state().rules.get(id),
    registry: loadRegistry(),
    log: pino({ level: 'debug' }, logged),
    now,
    random: () => 0,
    tickMs: TICK_MS,
    ...rest,
  })
  if (isTelling) notifier.start()
  async function append(...drafts: readonly AlarmDraft[]): Promise<void> {
    const events = drafts.map(draft => ({ ...draft, at: now(), actor: 'system:alarms' }))
    await log.inTurn(() => log.append({ events, expected: [], key: randomUUID(), fingerprint: 'f' }))
  }
  const messages = (state: OutboxMessage['state'] | null = null) =>
    store.outboxPage({ state, channel: null, beforeId: Number.MAX_SAFE_INTEGER, limit: 1_000 })

  return {
    store,
    notifier,
    alarmLog: log,
    append,
    publishRule: () => append(published(aRule())),
    /** Of the outbox, newest first. */
    messages,
    logged: () => lines.join(''),
    stop: async () => {
      clearInterval(following)
      await notifier.stop()
      await store.close()
    },
  }
}
