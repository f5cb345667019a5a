// The alarms' part of the HTTP interface.

import { type Operation, ok, problems } from '../operation.ts'
import { stateReplySchema } from '../programme/api-schema.ts'
import {
  alarmCommandReplySchema,
  alarmEventsQuerySchema,
  alarmEventsReplySchema,
  alarmStateQuerySchema,
  alarmsQuerySchema,
  alarmsReplySchema,
  backtestReplySchema,
  backtestRequestSchema,
  deadbandQuerySchema,
  deadbandReplySchema,
  watchesQuerySchema,
  watchesReplySchema,
} from './api-schema.ts'
import { alarmCommandRequestSchema } from './command-schema.ts'
import { NOTIFY_OPERATIONS } from './notify-operations.ts'
import { CAP_OPERATIONS, SCORECARD_OPERATIONS } from './scorecard-operations.ts'

const ROOT = '/api/v1/alarms'
const BAD_QUERY = [400, 'bad query'] as const
const NOT_FOUND = [404, 'there is none'] as const
const FOREIGN = [403, "from another site's page"] as const
const TOO_FAST = [429, 'too fast; see Retry-After'] as const

const DESK: readonly Operation[] = [
  {
    method: 'get',
    path: ROOT,
    id: 'alarms',
    vi: 'Cảnh báo đang mở, khẩn nhất trước',
    en: 'Open alarms, most urgent first',
    query: alarmsQuerySchema,
    answers: [ok('the alarms', alarmsReplySchema), ...problems(BAD_QUERY)],
  },
  {
    method: 'get',
    path: `${ROOT}/state`,
    id: 'alarmState',
    vi: 'Toàn bộ trạng thái cảnh báo và quy tắc, đóng gói cho màn hình',
    en: 'All alarms and rules, packed for a screen',
    query: alarmStateQuerySchema,
    answers: [ok('the snapshot', stateReplySchema), ...problems(BAD_QUERY)],
  },
  {
    method: 'get',
    path: `${ROOT}/events`,
    id: 'alarmEvents',
    vi: 'Nhật ký cảnh báo: việc gì, lúc nào, ai, vì sao',
    en: 'The log of the alarms: what, when, who, why',
    query: alarmEventsQuerySchema,
    answers: [ok('the events', alarmEventsReplySchema), ...problems(BAD_QUERY)],
  },
  {
    method: 'post',
    path: `${ROOT}/commands`,
    id: 'alarmCommand',
    vi: 'Một lệnh cho một hay nhiều cảnh báo, hoặc công bố một quy tắc; cảnh báo nào làm được thì làm',
    en: 'A command for one or more alarms, or a rule to publish; done to those alarms that it can be done to',
    body: alarmCommandRequestSchema,
    needsKey: 'always',
    answers: [
      ok('the events it made, and why some were left out', alarmCommandReplySchema),
      ...problems(
        [400, 'malformed'],
        FOREIGN,
        [409, 'the key named another command'],
        [413, 'over 1 MiB'],
        [422, 'nothing could be done; `errors` says why, by field'],
        TOO_FAST,
        [503, 'the store is not available now'],
      ),
    ],
  },
]

const RULES: readonly Operation[] = [
  {
    method: 'get',
    path: `${ROOT}/watches`,
    id: 'alarmWatches',
    vi: 'Mỗi quy tắc đang theo dõi bao nhiêu điểm, điểm nào chưa có ngưỡng',
    en: 'How many targets each rule watches, and which have no known setpoint',
    query: watchesQuerySchema,
    answers: [ok('by rule', watchesReplySchema), ...problems(BAD_QUERY, NOT_FOUND)],
  },
  {
    method: 'get',
    path: `${ROOT}/deadband`,
    id: 'alarmDeadband',
    vi: 'Đề xuất vùng chết cho một cảnh báo chập chờn, từ số đo quanh các lần phát và hết gần nhất',
    en: 'A deadband for an alarm that chatters, from the readings about its newest raises and returns',
    query: deadbandQuerySchema,
    answers: [ok('the proposal, or none', deadbandReplySchema), ...problems(BAD_QUERY, NOT_FOUND)],
  },
  {
    method: 'post',
    path: `${ROOT}/backtest`,
    id: 'alarmBacktest',
    vi: 'Thử một quy tắc với lịch sử: lẽ ra đã phát những cảnh báo nào; không phát gì',
    en: 'Tries a rule against history: what it would have raised; raises nothing',
    body: backtestRequestSchema,
    answers: [
      ok('what it would have raised', backtestReplySchema),
      ...problems(
        [400, 'malformed, or a rule that could not be published'],
        FOREIGN,
        [413, 'over 1 MiB'],
        [422, 'a rule of the programme: it has no readings to be tried with'],
        [429, 'another test is running; see Retry-After'],
      ),
    ],
  },
]

export const ALARM_OPERATIONS: readonly Operation[] = [
  ...DESK,
  ...RULES,
  ...SCORECARD_OPERATIONS,
  ...NOTIFY_OPERATIONS,
  ...CAP_OPERATIONS,
]
