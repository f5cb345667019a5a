// The HTTP interface as one table: the OpenAPI document and its page come from it, and a test holds it against the routes.
import { z } from 'zod'
import { DISPLAY_PIN_OPERATIONS } from './access/display-pin-operations.ts'
import { ACCESS_OPERATIONS } from './access/operations.ts'
import { PAIRING_OPERATIONS } from './access/pairing-operations.ts'
import { ALARM_OPERATIONS } from './alarms/operations.ts'
import {
  bucketsSchema,
  devicesSchema,
  healthSchema,
  ingestReplySchema,
  ingestRequestSchema,
  readingsPageSchema,
  readingsQuerySchema,
  seriesListSchema,
  stateQuerySchema,
  stateSchema,
} from './api.ts'
import { DESK_OPERATIONS } from './desk/operations.ts'
import { DISPLAY_OPERATIONS } from './displays/operations.ts'
import { ENTRY_OPERATIONS } from './entry/operations.ts'
import { HISTORY_OPERATIONS } from './history/operations.ts'
import { type Operation, ok, problems } from './operation.ts'
import { PROGRAMME_OPERATIONS } from './programme/operations.ts'
import { registrySchema } from './registry.ts'
import { REPLAY_OPERATIONS } from './replay/operations.ts'
import { UNIT_BOARD_OPERATIONS } from './unit-board/operations.ts'

const JSON_TYPE = 'application/json'

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/ingest',
    id: 'ingest',
    vi: 'Nhận số liệu của một thiết bị; trả lời sau khi đã ghi xuống đĩa',
    en: 'Takes in readings of one device; answers after the commit',
    body: ingestRequestSchema,
    needsToken: true,
    answers: [
      ok('what became of them', ingestReplySchema),
      ...problems(
        [400, 'malformed'],
        [401, 'missing or wrong token'],
        [403, "another device's series"],
        [413, 'over 1 MiB'],
        [429, 'too fast; see Retry-After'],
        [503, 'the store is not available now'],
        [507, 'the disk is full'],
      ),
    ],
  },
  {
    method: 'get',
    path: '/api/v1/series',
    id: 'series',
    vi: 'Mọi chuỗi số liệu và giá trị mới nhất',
    en: 'Every series with its newest reading',
    answers: [ok('the series', seriesListSchema)],
  },
  {
    method: 'get',
    path: '/api/v1/series/:id/readings',
    id: 'readings',
    vi: 'Số liệu của một chuỗi: từng bản ghi theo trang, hoặc gộp thành `points` khoảng',
    en: 'Readings of one series: raw in pages, or in `points` buckets',
    query: readingsQuerySchema,
    answers: [
      { ...ok('a page, or buckets', z.union([readingsPageSchema, bucketsSchema])) },
      ...problems([400, 'bad query'], [404, 'no such series']),
    ],
  },
  {
    method: 'get',
    path: '/api/v1/state',
    id: 'state',
    vi: 'Giá trị mới nhất của mọi chuỗi tại một thời điểm',
    en: 'The newest reading of every series at an instant',
    query: stateQuerySchema,
    answers: [ok('the state', stateSchema), ...problems([400, 'bad query'])],
  },
  {
    method: 'get',
    path: '/api/v1/registry',
    id: 'registry',
    vi: 'Làng, đơn vị, trạm thủy văn, đại lượng, chỉ tiêu, kèm nguồn',
    en: 'Villages, units, gauges, quantities, targets, with sources',
    answers: [ok('the registry', registrySchema)],
  },
  {
    method: 'get',
    path: '/api/v1/devices',
    id: 'devices',
    vi: 'Thiết bị và kết quả nhận số liệu từ khi máy chủ khởi động',
    en: 'Devices, and what became of their data since the server started',
    answers: [ok('the devices', devicesSchema)],
  },
  ...HISTORY_OPERATIONS,
  ...REPLAY_OPERATIONS,
  ...UNIT_BOARD_OPERATIONS,
  ...PROGRAMME_OPERATIONS,
  ...ALARM_OPERATIONS,
  ...DISPLAY_OPERATIONS,
  ...DESK_OPERATIONS,
  ...ACCESS_OPERATIONS,
  ...PAIRING_OPERATIONS,
  ...ENTRY_OPERATIONS,
  ...DISPLAY_PIN_OPERATIONS,
  {
    method: 'get',
    path: '/healthz',
    id: 'healthz',
    vi: 'Tiến trình còn sống',
    en: 'The process is alive',
    answers: [ok('alive', healthSchema)],
  },
  {
    method: 'get',
    path: '/readyz',
    id: 'readyz',
    vi: 'Sẵn sàng: kho dữ liệu và cổng nhận hoạt động',
    en: 'Ready: the store answers and the field can be heard',
    answers: [ok('ready', healthSchema), { status: 503, about: 'not now', type: JSON_TYPE, schema: healthSchema }],
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'metrics',
    vi: 'Số liệu vận hành cho Prometheus',
    en: 'Figures for Prometheus',
    answers: [{ status: 200, about: 'text exposition format', type: 'text/plain' }],
  },
]
