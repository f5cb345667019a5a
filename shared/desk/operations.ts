// The desk's part of the HTTP interface.
import { type Operation, ok, problems } from '../operation.ts'
import { eventsQuerySchema, eventsReplySchema, stateReplySchema } from '../programme/api-schema.ts'
import {
  deskCommandReplySchema,
  deskEntriesQuerySchema,
  deskEntriesReplySchema,
  deskStateQuerySchema,
} from './api-schema.ts'
import { deskCommandRequestSchema } from './command-schema.ts'

const ROOT = '/api/v1/desk'

export const DESK_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${ROOT}/state`,
    id: 'deskState',
    vi: 'Nhật ký trực, các lần giao ca, khung nhìn chung và sự việc, đóng gói cho màn hình',
    en: 'The log of the shifts, hand-overs, shared views and incidents, packed for a screen',
    query: deskStateQuerySchema,
    answers: [ok('the snapshot', stateReplySchema), ...problems([400, 'malformed'])],
  },
  {
    method: 'get',
    path: `${ROOT}/entries`,
    id: 'deskEntries',
    vi: 'Nhật ký trực theo trang, mới ghi trước, kể cả những mục mà màn hình không còn giữ',
    en: 'The log of the shifts page by page, newest written first, also the entries that screens no longer hold',
    query: deskEntriesQuerySchema,
    answers: [
      ok('the entries', deskEntriesReplySchema),
      ...problems([400, 'malformed'], [404, 'no entry with the id in `from`']),
    ],
  },
  {
    method: 'get',
    path: `${ROOT}/events`,
    id: 'deskEvents',
    vi: 'Toàn bộ những gì đã ghi ở trung tâm: việc gì, lúc nào, ai',
    en: 'All that was written down at the centre: what, when, who',
    query: eventsQuerySchema,
    answers: [ok('the events', eventsReplySchema), ...problems([400, 'malformed'])],
  },
  {
    method: 'post',
    path: `${ROOT}/commands`,
    id: 'deskCommand',
    vi: 'Một lệnh: ghi hoặc đính chính nhật ký, giao ca, nhận ca, lưu khung nhìn chung, lưu và ghi chú sự việc',
    en: 'A command: write or correct the log, hand over, take over, share a view, save and annotate an incident',
    body: deskCommandRequestSchema,
    needsKey: 'always',
    answers: [
      ok('the event it made', deskCommandReplySchema),
      ...problems(
        [400, 'malformed'],
        [403, "from another site's page"],
        [409, 'the key named another command'],
        [413, 'over 64 KiB'],
        [422, 'not done; `errors` says why, by field'],
        [429, 'too fast; see Retry-After'],
        [503, 'the store is not available now'],
      ),
    ],
  },
]
