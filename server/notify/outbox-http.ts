// What left the station, what waits and what is dead, over HTTP: addresses masked, no link and no secret in any answer. A person may
// have a dead message tried again.
import express, { type Router } from 'express'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import {
  type ChannelRow,
  type ChannelsReply,
  type OutboxReply,
  type OutboxRow,
  outboxQuerySchema,
} from '../../shared/alarms/notify-schema.ts'
import { limitRate, type Rate } from '../http/command-door.ts'
import { sendProblem } from '../http/problem.ts'
import type { OutboxChannel, OutboxMessage, OutboxStore } from '../store/outbox.ts'
import type { Channel } from './channel.ts'

const DEFAULT_PAGE = 50
const ID = /^[1-9]\d{0,14}$/

export type OutboxHttpDeps = {
  readonly store: Pick<OutboxStore, 'outboxPage' | 'outboxChannels' | 'retryOutbox'>
  readonly channels: readonly Channel[]
  readonly rate: Rate
  readonly now: () => number
  /** A message waits again. */
  readonly wake: () => void
}

export function serveOutbox({ store, channels, rate, now, wake }: OutboxHttpDeps): Router {
  const router = express.Router()

  router.get('/alarms/channels', async (_request, response) => {
    const stands = new Map((await store.outboxChannels()).map(one => [one.channel, one]))
    response.json({ channels: channels.map(one => channelRow(one, stands.get(one.id))) } satisfies ChannelsReply)
  })

  router.get('/alarms/outbox', async (request, response) => {
    const query = outboxQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: state (waiting, delivered, dead), channel, before (số của tin); limit từ 1 đến 200',
        en: 'Bad query: state (waiting, delivered, dead), channel, before (a message id); limit 1 to 200',
      })
      return
    }
    const { state = null, channel = null, before = Number.MAX_SAFE_INTEGER, limit = DEFAULT_PAGE } = query.data
    const found = await store.outboxPage({ state, channel, beforeId: before, limit: limit + 1 })
    const page = found.slice(0, limit)
    const next = found.length > limit ? (page.at(-1)?.id ?? null) : null
    response.json({ rows: page.map(messageRow), next } satisfies OutboxReply)
  })

  router.post('/alarms/outbox/:id/retry', limitRate(rate, now), async (request, response) => {
    const asked = String(request.params['id'])
    const id = ID.test(asked) ? Number(asked) : 0
    if (!(await store.retryOutbox(id, now()))) {
      sendProblem(response, 'not-found', {
        vi: 'Không có tin nào mang số này đang ở trạng thái không gửi được',
        en: 'No dead message has that id',
      })
      return
    }
    wake()
    response.json({ id })
  })
  return router
}

function channelRow(channel: Channel, stand: OutboxChannel | undefined): ChannelRow {
  const { priorities, villages, transitions } = channel.filter
  return {
    id: channel.id,
    kind: channel.kind,
    targets: channel.kind === 'webhook' ? [new URL(channel.url).host] : channel.to.map(maskAddress),
    language: channel.language,
    filter: {
      priorities: priorities && [...priorities],
      villages: villages && [...villages],
      transitions: transitions && [...transitions],
    },
    cursor: stand?.cursor ?? null,
    waiting: stand?.waiting ?? 0,
    dead: stand?.dead ?? 0,
    delivered: stand?.deliveredEver ?? 0,
    overflowed: stand?.overflowedEver ?? 0,
    oldestWaitingAt: stand?.oldestWaitingAt ?? null,
    lastDeliveredAt: stand?.deliveredAt ?? null,
    lastError: stand?.error ?? null,
    lastErrorAt: stand?.errorAt ?? null,
  }
}

function messageRow(row: OutboxMessage): OutboxRow {
  const { alarm, transition, place, value } = row.payload as AlarmMessage
  return {
    id: row.id,
    channel: row.channel,
    recipient: row.recipient === '' ? null : maskAddress(row.recipient),
    event: row.eventId,
    alarm: alarm.id,
    transition,
    title: alarm.about.title,
    place,
    level: alarm.level,
    priority: alarm.priority,
    valueWords: value,
    isSimulated: alarm.about.source === 'simulated',
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt,
    nextAt: row.state === 'waiting' ? row.nextAt : null,
    settledAt: row.settledAt,
    lastError: row.lastError,
  }
}

/** truc.ban@ioc.vn → t***@ioc.vn */
const maskAddress = (address: string): string => address.replace(/^(.).*(@.*)$/, '$1***$2')
