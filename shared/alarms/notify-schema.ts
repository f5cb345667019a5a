// What leaves the station about an alarm, and what the station says of that over HTTP: the data of a webhook's CloudEvent, the outbox,
// the channels, one-time links. The OpenAPI document is made of it. Knows no route.
import { z } from 'zod'
import { countSchema } from '../programme/api-schema.ts'
import { sourceSchema } from '../reading.ts'
import { bilingualSchema } from '../registry.ts'
import { MAX_REASON } from './command.ts'
import { OUTBOX_STATES, TRANSITIONS } from './notification.ts'
import { PRIORITIES } from './rule.ts'
import { ALARM_STATES } from './state.ts'

const instantSchema = z.iso.datetime({ offset: true })
const prioritySchema = z.enum(PRIORITIES)
const transitionSchema = z.enum(TRANSITIONS)

/** Data of `vn.daisen.alarm.<transition>.v1`. Times are RFC 3339 with the province's offset. */
export const alarmNoticeSchema = z.strictObject({
  alarm: z.string(),
  /** What a person would acknowledge. */
  occurrence: z.int(),
  transition: transitionSchema,
  /** One line in the channel's language, for a chat. */
  text: z.string(),
  title: bilingualSchema,
  level: z.string(),
  priority: prioritySchema,
  priorityWords: bilingualSchema,
  /** Of the rule's signal; null = none could be had. */
  value: z.number().nullable(),
  unit: bilingualSchema,
  valueWords: bilingualSchema.nullable(),
  limit: z.number().nullable(),
  limitWords: bilingualSchema.nullable(),
  /** Time of the reading. */
  measuredAt: instantSchema,
  /** When the signal went beyond the level. */
  since: instantSchema,
  raisedAt: instantSchema,
  isActive: z.boolean(),
  isAcknowledged: z.boolean(),
  place: z.strictObject({
    village: z.string().nullable(),
    name: z.string().nullable(),
    /** lon, lat */
    position: z.tuple([z.number(), z.number()]).nullable(),
  }),
  device: z.string().nullable(),
  series: z.string().nullable(),
  quantity: z.string().nullable(),
  source: sourceSchema,
  isSimulated: z.boolean(),
  rule: z
    .strictObject({
      id: z.string(),
      version: z.int(),
      name: bilingualSchema,
      cause: bilingualSchema,
      consequence: bilingualSchema,
      action: bilingualSchema,
      responder: bilingualSchema,
      respondWithinMs: z.number(),
      /** `internal` is our own limit, no regulation. */
      basis: z.strictObject({ kind: z.enum(['regulation', 'internal']), source: bilingualSchema }),
    })
    .nullable(),
  /** Who acknowledged, and what they said. */
  actor: z.string().nullable(),
  comment: z.string().nullable(),
  /** The alarm on the desk; null where the station has no public address. */
  link: z.url().nullable(),
})
export type AlarmNotice = z.infer<typeof alarmNoticeSchema>

/** CloudEvents 1.0, structured mode, application/cloudevents+json. */
export const alarmCloudEventSchema = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.templateLiteral(['vn.daisen.alarm.', transitionSchema, '.v1']),
  subject: z.string().min(1),
  time: instantSchema,
  datacontenttype: z.literal('application/json'),
  data: alarmNoticeSchema,
})
export type AlarmCloudEvent = z.infer<typeof alarmCloudEventSchema>

export const MAX_OUTBOX_PAGE = 200
export const outboxQuerySchema = z.strictObject({
  state: z.enum(OUTBOX_STATES).optional(),
  channel: z.string().min(1).max(64).optional(),
  before: countSchema(1, Number.MAX_SAFE_INTEGER).optional().describe('message id; newest first'),
  limit: countSchema(1, MAX_OUTBOX_PAGE).optional(),
})
/** A message without its links, its receiver masked. Times in epoch milliseconds. */
export const outboxRowSchema = z.strictObject({
  id: z.int(),
  channel: z.string(),
  /** Masked; null where the channel has one receiver. */
  recipient: z.string().nullable(),
  event: z.int(),
  alarm: z.string(),
  transition: transitionSchema,
  title: bilingualSchema,
  place: z.string().nullable(),
  level: z.string(),
  priority: prioritySchema,
  valueWords: bilingualSchema.nullable(),
  isSimulated: z.boolean(),
  state: z.enum(OUTBOX_STATES),
  attempts: z.int(),
  createdAt: z.number(),
  /** Of the next try; null when there is none. */
  nextAt: z.number().nullable(),
  settledAt: z.number().nullable(),
  /** A code: 'http-500', 'timeout', 'connection-ECONNREFUSED', 'smtp-550', 'overflow', 'expired' … */
  lastError: z.string().nullable(),
})
export type OutboxRow = z.infer<typeof outboxRowSchema>
export const outboxReplySchema = z.strictObject({
  rows: z.array(outboxRowSchema),
  /** `before` of the next page; null on the last. */
  next: z.int().nullable(),
})
export type OutboxReply = z.infer<typeof outboxReplySchema>

export const channelRowSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['webhook', 'email']),
  /** Host of a webhook, masked addresses of a mail. */
  targets: z.array(z.string()),
  language: z.enum(['vi', 'en']),
  /** Null = all there are. */
  filter: z.strictObject({
    priorities: z.array(prioritySchema).nullable(),
    villages: z.array(z.string()).nullable(),
    transitions: z.array(transitionSchema).nullable(),
  }),
  /** Event of the alarms' log up to which messages were made; null = not opened yet. */
  cursor: z.int().nullable(),
  waiting: z.int(),
  dead: z.int(),
  /** Since the channel was opened. */
  delivered: z.int(),
  overflowed: z.int(),
  oldestWaitingAt: z.number().nullable(),
  lastDeliveredAt: z.number().nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: z.number().nullable(),
})
export type ChannelRow = z.infer<typeof channelRowSchema>
export const channelsReplySchema = z.strictObject({ channels: z.array(channelRowSchema) })
export type ChannelsReply = z.infer<typeof channelsReplySchema>

export const retryReplySchema = z.strictObject({ id: z.int() })

/** 256 bits in base64url. */
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const linkLookRequestSchema = z.strictObject({ token: tokenSchema })
export const linkAcknowledgeRequestSchema = z.strictObject({
  token: tokenSchema,
  comment: z.string().trim().max(MAX_REASON).nullable().default(null),
})
const usedSchema = z.strictObject({ kind: z.literal('used'), usedAt: z.number() })
export const linkLookReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    alarm: z.string(),
    title: bilingualSchema,
    village: z.string().nullable(),
    quantity: z.string().nullable(),
    source: sourceSchema,
    level: z.string(),
    priority: prioritySchema,
    value: z.number().nullable(),
    limit: z.number().nullable(),
    /** Reading time of the value. */
    measuredAt: z.number(),
    since: z.number(),
    standing: z.enum(ALARM_STATES),
    /** It asked for attention again since the message: this link no longer acknowledges it. */
    isSuperseded: z.boolean(),
    expiresAt: z.number(),
  }),
  usedSchema,
])
export type LinkLookReply = z.infer<typeof linkLookReplySchema>
export const linkAcknowledgeReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  usedSchema,
])
export type LinkAcknowledgeReply = z.infer<typeof linkAcknowledgeReplySchema>
