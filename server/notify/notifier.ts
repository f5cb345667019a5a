// What leaves the station when an alarm happens: the log is read into a durable outbox, the outbox is sent. Begins with start, ends
// with stop; several may run on one database.
import type { Logger } from 'pino'
import type { Alarm, HeldRule } from '../../shared/alarms/state.ts'
import type { Registry } from '../../shared/registry.ts'
import type { SmtpSettings } from '../config.ts'
import type { Store } from '../store/store.ts'
import type { Channel } from './channel.ts'
import type { StationAbout } from './cloud-event.ts'
import { type AlarmLog, createCollector } from './collect.ts'
import { createDispatcher } from './dispatch.ts'
import { createMailSender } from './mail-sender.ts'
import { createMailer } from './mailer.ts'
import { createMessageWriter } from './message.ts'
import type { Sender } from './sending.ts'
import { createWebhook } from './webhook.ts'

/** How soon a retry that is due, or another process's event, is noticed without being woken. */
const TICK_MS = 1_000
const PRUNE_EVERY_MS = 3_600_000
const DAY_MS = 86_400_000
const KEEP = { deliveredMs: 30 * DAY_MS, deadMs: 180 * DAY_MS, waitingMs: 7 * DAY_MS, dead: 10_000 } as const
const CHAIN_LENGTH = 16

export type NotifyFigures = {
  readonly waiting: number
  readonly dead: number
  /** Ever, by this database. */
  readonly delivered: number
  readonly overflowed: number
}
export type Notifier = {
  readonly start: () => void
  /** There are new events, or a dead message was told to wait again. */
  readonly wake: () => void
  /** Resolves when nothing is under way any more; what was is sent again after the next start. */
  readonly stop: () => Promise<void>
  readonly figures: () => Promise<NotifyFigures>
}
export type NotifierDeps = {
  readonly store: Store
  readonly channels: readonly Channel[]
  /** Null = no mail server: channels of mail must not be there then. */
  readonly smtp: SmtpSettings | null
  /** As people reach the station, without a slash at the end; undefined = no links in messages. */
  readonly publicUrl: string | undefined
  readonly alarmLog: AlarmLog
  readonly alarmOf: (id: string) => Alarm | undefined
  readonly ruleOf: (id: string) => HeldRule | undefined
  readonly registry: Pick<Registry, 'villages' | 'quantities'>
  readonly log: Logger
  readonly now: () => number
  /** Of pauses only; 0 ≤ random < 1. */
  readonly random?: () => number
  readonly tickMs?: number
  readonly webhookTimeoutMs?: number
}

export function createNotifier(deps: NotifierDeps): Notifier {
  const { store, channels, alarmLog, alarmOf, ruleOf, registry, log, now } = deps
  const { random = Math.random, tickMs = TICK_MS } = deps
  const writer = createMessageWriter({ historyOf: store.eventsAbout, alarmOf, ruleOf, registry })
  const collect = createCollector({ store, alarmLog, writer, log, now })
  const station = stationOf(store, deps.publicUrl)
  const dispatcher = createDispatcher({
    store,
    channels: channels.map(channel => ({ channel, sender: senderOf(channel) })),
    now,
    random,
    log,
    onSettled: wake,
  })
  let timers: readonly NodeJS.Timeout[] = []
  let isStopped = false
  let isAskedAgain = false
  let running: Promise<void> | undefined
  let pruning: Promise<void> | undefined

  function senderOf(channel: Channel): Sender {
    const { smtp, webhookTimeoutMs } = deps
    if (channel.kind === 'webhook')
      return createWebhook(channel, {
        station,
        now,
        ...(webhookTimeoutMs === undefined ? {} : { timeoutMs: webhookTimeoutMs }),
      })
    if (!smtp) throw new Error(`channel ${channel.id}: there is no mail server`)
    return createMailSender(channel, { mailer: createMailer(smtp), from: smtp.from, store, station, now })
  }

  /** One run at a time; who comes during one gets another one after it. */
  function wake(): void {
    isAskedAgain = true
    if (isStopped || timers.length === 0) return
    running ??= runWhileAsked().finally(() => {
      running = undefined
      if (isAskedAgain) wake()
    })
  }

  async function runWhileAsked(): Promise<void> {
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false
      await runOnce().catch((error: Error) =>
        log.warn({ reason: error.message }, 'alarm messages could not be made or sent'),
      )
    }
  }

  async function runOnce(): Promise<void> {
    for (const channel of channels) {
      const overflowed = await collect(channel)
      if (overflowed > 0)
        log.warn(
          { channel: channel.id, overflowed },
          'too many alarm messages wait; the oldest of low priority were given up',
        )
    }
    await dispatcher.run()
  }

  function prune(): void {
    pruning ??= pruneAll()
      .catch((error: Error) => log.warn({ reason: error.message }, 'could not prune alarm messages'))
      .finally(() => {
        pruning = undefined
      })
  }

  async function pruneAll(): Promise<void> {
    const at = now()
    const limits = {
      at,
      deliveredBefore: at - KEEP.deliveredMs,
      deadBefore: at - KEEP.deadMs,
      waitingBefore: at - KEEP.waitingMs,
      maxDead: KEEP.dead,
    }
    while (!isStopped && (await store.pruneOutbox(limits)) > 0);
    // A used link says so for a day more.
    while (!isStopped && (await store.pruneLinkTokens(at - DAY_MS)) > 0);
  }

  return {
    start() {
      if (timers.length > 0 || isStopped) return
      timers = [setInterval(wake, tickMs), setInterval(prune, PRUNE_EVERY_MS)]
      prune()
      wake()
    },
    wake,
    async stop() {
      isStopped = true
      for (const timer of timers) clearInterval(timer)
      await Promise.all([running, pruning])
      await dispatcher.stop()
    },
    async figures() {
      const stands = await store.outboxChannels()
      const sum = (figure: 'waiting' | 'dead' | 'deliveredEver' | 'overflowedEver') =>
        stands.reduce((total, one) => total + one[figure], 0)
      return {
        waiting: sum('waiting'),
        dead: sum('dead'),
        delivered: sum('deliveredEver'),
        overflowed: sum('overflowedEver'),
      }
    },
  }
}

/** The log is named by its first event: it is there before any message is. */
function stationOf(store: Pick<Store, 'event'>, publicUrl: string | undefined): () => Promise<StationAbout> {
  let known: StationAbout | undefined
  return async () => {
    const first = known ? null : await store.event(1)
    known ??= { chain: (first?.hash ?? '').slice(0, CHAIN_LENGTH), publicUrl }
    return known
  }
}
