// The part of the HTTP interface about what leaves the station: the outbox, its channels, one-time links.
import { type Operation, ok, problems } from '../operation.ts'
import {
  channelsReplySchema,
  linkAcknowledgeReplySchema,
  linkAcknowledgeRequestSchema,
  linkLookReplySchema,
  linkLookRequestSchema,
  outboxQuerySchema,
  outboxReplySchema,
  retryReplySchema,
} from './notify-schema.ts'

const ROOT = '/api/v1/alarms'
const FOREIGN = [403, "from another site's page"] as const
const TOO_FAST = [429, 'too fast; see Retry-After'] as const
const GONE = [404, 'no such link, or its time is over'] as const
const MALFORMED = [400, 'malformed'] as const

export const NOTIFY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${ROOT}/channels`,
    id: 'alarmChannels',
    vi: 'Các kênh gửi cảnh báo và tình trạng của từng kênh',
    en: 'Where alarms are sent, and how each channel does',
    answers: [ok('the channels', channelsReplySchema)],
  },
  {
    method: 'get',
    path: `${ROOT}/outbox`,
    id: 'alarmOutbox',
    vi: 'Tin đang chờ, đã gửi, không gửi được; mới nhất trước',
    en: 'Messages that wait, were delivered or are dead; newest first',
    query: outboxQuerySchema,
    answers: [ok('a page', outboxReplySchema), ...problems([400, 'bad query'])],
  },
  {
    method: 'post',
    path: `${ROOT}/outbox/:id/retry`,
    id: 'alarmOutboxRetry',
    vi: 'Gửi lại một tin không gửi được',
    en: 'A dead message is tried again',
    answers: [ok('it waits', retryReplySchema), ...problems(FOREIGN, [404, 'no dead message of that id'], TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/links/look`,
    id: 'alarmLinkLook',
    vi: 'Liên kết trong thư sẽ xác nhận cảnh báo nào',
    en: 'What a one-time link would acknowledge',
    body: linkLookRequestSchema,
    answers: [
      ok('the alarm as it stands, or that the link was used', linkLookReplySchema),
      ...problems(MALFORMED, FOREIGN, GONE, TOO_FAST),
    ],
  },
  {
    method: 'post',
    path: `${ROOT}/links/acknowledge`,
    id: 'alarmLinkAcknowledge',
    vi: 'Xác nhận cảnh báo bằng liên kết một lần',
    en: 'Acknowledges by a one-time link',
    body: linkAcknowledgeRequestSchema,
    answers: [
      ok('done, or that the link was used', linkAcknowledgeReplySchema),
      ...problems(MALFORMED, FOREIGN, GONE, [422, 'refused; `errors` says why'], TOO_FAST),
    ],
  },
]
