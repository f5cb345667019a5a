// The time machine's part of the HTTP interface.
import { type Operation, ok, problems } from '../operation.ts'
import { replayMarksQuerySchema, replayMarksSchema, replayQuerySchema, replaySchema } from './api-schema.ts'

export const REPLAY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/replay',
    id: 'replay',
    vi: 'Số liệu của mọi chuỗi sau một thời điểm, theo thứ tự thời gian, từng trang, để phát lại',
    en: 'Readings of all series after an instant, by time, in pages, for a replay',
    query: replayQuerySchema,
    answers: [ok('a page', replaySchema), ...problems([400, 'bad query'])],
  },
  {
    method: 'get',
    path: '/api/v1/replay/marks',
    id: 'replayMarks',
    vi: 'Số cảnh báo và số việc của chương trình trong từng phần của một khoảng thời gian',
    en: 'How many alarms were raised and how much the programme did in each part of a range',
    query: replayMarksQuerySchema,
    answers: [ok('the counts', replayMarksSchema), ...problems([400, 'bad query'])],
  },
]
