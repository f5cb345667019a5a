// The scorecard and CAP as operations of the HTTP interface.
import { type Operation, ok, problems } from '../operation.ts'
import { scorecardQuerySchema, scorecardReplySchema } from './scorecard-schema.ts'

export const SCORECARD_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/alarms/scorecard',
    id: 'alarmScorecard',
    vi: 'Bảng điểm cảnh báo theo EEMUA 191 / ISA-18.2 trong một khoảng thời gian',
    en: 'The scorecard of the alarms to EEMUA 191 / ISA-18.2 over a period',
    query: scorecardQuerySchema,
    answers: [
      ok('the figures, each with its target', scorecardReplySchema),
      ...problems([400, 'bad query'], [429, 'busy with other periods; see Retry-After']),
    ],
  },
]

export const CAP_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/alarms/cap',
    id: 'capFeed',
    vi: 'Nguồn Atom các bản tin CAP 1.2 đang hiệu lực, và các bản tin hủy trong 24 giờ qua',
    en: 'Atom feed of the CAP 1.2 messages in force, and of those cancelled in the last 24 hours',
    answers: [{ status: 200, about: 'the feed', type: 'application/atom+xml' }],
  },
  {
    method: 'get',
    path: '/api/v1/alarms/cap/:identifier',
    id: 'capMessage',
    vi: 'Một bản tin CAP 1.2, tiếng Việt và tiếng Anh',
    en: 'A CAP 1.2 message, in Vietnamese and English',
    answers: [
      { status: 200, about: 'the message', type: 'application/cap+xml' },
      ...problems([404, 'there never was one']),
    ],
  },
]
