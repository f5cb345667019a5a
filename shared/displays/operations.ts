// The displays' part of the HTTP interface.
import { z } from 'zod'
import { type Operation, ok, problems } from '../operation.ts'
import { eventsQuerySchema, eventsReplySchema, stateReplySchema } from '../programme/api-schema.ts'
import {
  displayCommandReplySchema,
  fleetReplySchema,
  orderReplySchema,
  orderRequestSchema,
  replayedIncidentSchema,
  replayReplySchema,
  replayRequestSchema,
  thumbnailReplySchema,
} from './api-schema.ts'
import { displayCommandRequestSchema } from './command-schema.ts'

const ROOT = '/api/v1/displays'
const NOT_FOUND = [404, 'there is none, or it is not connected'] as const
const FOREIGN = [403, "from another site's page"] as const
const TOO_FAST = [429, 'too fast; see Retry-After'] as const

/** The bytes of a picture. */
const picture = z.custom<Uint8Array>().describe('the bytes of the picture')
const PICTURES = ['image/jpeg', 'image/webp'] as const

export const DISPLAY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: ROOT,
    id: 'displays',
    vi: 'Các màn hình: đã đặt tên hoặc đang chạy, báo gì lần cuối, còn nối hay không',
    en: 'The displays, named or running: what each said last, and whether it is there',
    answers: [ok('the fleet', fleetReplySchema)],
  },
  {
    method: 'get',
    path: `${ROOT}/state`,
    id: 'displayState',
    vi: 'Cấu hình màn hình và màn hình nào dùng cấu hình nào, đóng gói cho màn hình',
    en: 'Profiles and assignments, packed for a screen',
    answers: [ok('the snapshot', stateReplySchema)],
  },
  {
    method: 'get',
    path: `${ROOT}/events`,
    id: 'displayEvents',
    vi: 'Nhật ký: ai đổi cấu hình và màn hình nào, lúc nào',
    en: 'The log: who changed which profile and display, and when',
    query: eventsQuerySchema,
    answers: [ok('the events', eventsReplySchema), ...problems([400, 'malformed'])],
  },
  {
    method: 'post',
    path: `${ROOT}/commands`,
    id: 'displayCommand',
    vi: 'Một lệnh: lưu hoặc xóa cấu hình, đặt tên và giao cấu hình cho một màn hình, bỏ một màn hình',
    en: 'A command: save or remove a profile, name a display and give it a profile, forget a display',
    body: displayCommandRequestSchema,
    needsKey: 'always',
    answers: [
      ok('the event it made', displayCommandReplySchema),
      ...problems(
        [400, 'malformed'],
        FOREIGN,
        [409, 'the key named another command'],
        [413, 'over 64 KiB'],
        [422, 'not done; `errors` says why, by field'],
        TOO_FAST,
        [503, 'the store is not available now'],
      ),
    ],
  },
  {
    method: 'post',
    path: `${ROOT}/:id/orders`,
    id: 'displayOrder',
    vi: 'Bảo một màn hình đang nối: tải lại, hiện tên, chụp ảnh nhỏ',
    en: 'Tells a display that is connected: reload, show its name, take a picture',
    body: orderRequestSchema,
    answers: [ok('what it was told', orderReplySchema), ...problems([400, 'malformed'], FOREIGN, NOT_FOUND, TOO_FAST)],
  },
  {
    method: 'post',
    path: `${ROOT}/replays`,
    id: 'displayReplay',
    vi: 'Bảo các màn hình phát lại một sự cố đã lưu, hoặc kết thúc phát lại',
    en: 'Tells displays to replay an incident that was saved, or to end a replay',
    body: replayRequestSchema,
    answers: [
      ok('which displays were told, and which not', replayReplySchema),
      ...problems([400, 'malformed'], FOREIGN, [404, 'there is no such incident'], [413, 'over 32 KiB'], TOO_FAST),
    ],
  },
  {
    method: 'get',
    path: `${ROOT}/incidents/:id`,
    id: 'displayIncident',
    vi: 'Một sự cố đã lưu, để màn hình phát lại',
    en: 'One incident that was saved, for a display to replay',
    answers: [ok('the incident', replayedIncidentSchema), ...problems([404, 'there is none, or not for this display'])],
  },
  {
    method: 'post',
    path: `${ROOT}/:id/thumbnail`,
    id: 'displayThumbnail',
    vi: 'Ảnh nhỏ của một màn hình đang nối, tối đa 150.000 byte',
    en: 'A small picture of a display that is connected, at most 150,000 bytes',
    body: picture,
    bodyTypes: PICTURES,
    answers: [
      ok('kept', thumbnailReplySchema),
      ...problems([400, 'no JPEG or WebP'], FOREIGN, NOT_FOUND, [413, 'too large'], TOO_FAST),
    ],
  },
  {
    method: 'get',
    path: `${ROOT}/:id/thumbnail`,
    id: 'displayPicture',
    vi: 'Ảnh nhỏ mới nhất của một màn hình',
    en: 'The newest small picture of a display',
    answers: [
      ...PICTURES.map(type => ({ status: 200, about: 'the picture', type, schema: picture })),
      ...problems(NOT_FOUND),
    ],
  },
]
