// The programme's part of the HTTP interface.
import { z } from 'zod'
import { type Operation, ok, problems } from '../operation.ts'
import {
  auditReplySchema,
  commandReplySchema,
  criteriaSetQuerySchema,
  eventsQuerySchema,
  eventsReplySchema,
  measurementsQuerySchema,
  measurementsReplySchema,
  pageQuerySchema,
  stateQuerySchema,
  stateReplySchema,
} from './api-schema.ts'
import { commandRequestSchema } from './command-schema.ts'
import { EVIDENCE_KINDS } from './evidence-kind.ts'
import { evidenceReplySchema } from './evidence-schema.ts'
import { exportQuerySchema, importQuerySchema, importReplySchema } from './exchange-schema.ts'
import {
  BAD_QUERY,
  BUSY,
  LIST_OPERATIONS,
  NOT_FOUND,
  PROGRAMME_ROOT,
  XLSX_ANSWER,
  XLSX_TYPE,
} from './list-operations.ts'
import { criteriaSetReplySchema, overviewReplySchema, villagePageSchema, villagesGeoJsonSchema } from './page-schema.ts'

const BYTES_TYPE = 'application/octet-stream'
const JSON_TYPE = 'application/json'

type Names = Pick<Operation, 'id' | 'vi' | 'en'>
const page = (
  path: string,
  names: Names,
  schema: z.ZodType,
  { canMiss = false, type = JSON_TYPE }: { readonly canMiss?: boolean; readonly type?: string } = {},
): Operation => ({
  method: 'get',
  path: `${PROGRAMME_ROOT}/${path}`,
  ...names,
  query: pageQuerySchema,
  answers: [{ ...ok('the page', schema), type }, ...problems(BAD_QUERY, ...(canMiss ? [NOT_FOUND] : []))],
})

const PAGES: readonly Operation[] = [
  page(
    'overview',
    { id: 'programmeOverview', vi: 'Toàn cảnh chương trình', en: 'The programme at a glance' },
    overviewReplySchema,
  ),
  page(
    'villages.geojson',
    { id: 'programmeVillagesGeoJson', vi: 'Các làng trên bản đồ', en: 'The villages as GeoJSON points with status' },
    villagesGeoJsonSchema,
    { type: 'application/geo+json' },
  ),
  page(
    'villages/:id',
    { id: 'programmeVillage', vi: 'Mọi điều về một làng', en: 'Everything of one village' },
    villagePageSchema,
    { canMiss: true },
  ),
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/criteria-sets/:id`,
    id: 'programmeCriteriaSet',
    vi: 'Một bộ tiêu chí; format=xlsx là tệp nhập lại được',
    en: 'A criteria set; format=xlsx is a file that can be imported again',
    query: criteriaSetQuerySchema,
    answers: [ok('the set', criteriaSetReplySchema), XLSX_ANSWER, ...problems(BAD_QUERY, NOT_FOUND, BUSY)],
  },
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/measurements`,
    id: 'programmeMeasurements',
    vi: 'Số hệ thống tự đo cho các chỉ tiêu có phép đo; không thay cho đánh giá',
    en: 'Figures the station measures for indicators that say how; they decide nothing',
    query: measurementsQuerySchema,
    answers: [ok('the figures', measurementsReplySchema), ...problems(BAD_QUERY, NOT_FOUND)],
  },
]

const LOG: readonly Operation[] = [
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/state`,
    id: 'programmeState',
    vi: 'Toàn bộ trạng thái, đóng gói cho màn hình',
    en: 'The whole state, packed for a screen',
    query: stateQuerySchema,
    answers: [ok('the snapshot', stateReplySchema), ...problems(BAD_QUERY)],
  },
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/events`,
    id: 'programmeEvents',
    vi: 'Nhật ký: ai, lúc nào, việc gì, vì sao',
    en: 'The log: who, when, what, why',
    query: eventsQuerySchema,
    answers: [ok('the events', eventsReplySchema), ...problems(BAD_QUERY)],
  },
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/audit`,
    id: 'programmeAudit',
    vi: 'Kiểm tra chuỗi băm của nhật ký',
    en: 'The check of the log’s hash chain',
    answers: [ok('whether it holds', auditReplySchema)],
  },
]

const binary = z.custom<Uint8Array>().describe('the bytes of the file')
const tooFast: readonly [number, string] = [429, 'too fast; see Retry-After']
const foreign: readonly [number, string] = [403, "from another site's page"]
const tooLarge = (limit: string): readonly [number, string] => [413, `over ${limit}`]

const WRITES: readonly Operation[] = [
  {
    method: 'post',
    path: `${PROGRAMME_ROOT}/commands`,
    id: 'programmeCommand',
    vi: 'Một lệnh của người dùng; kiểm tra xong mới ghi',
    en: 'A command of a person; checked, then written',
    body: commandRequestSchema,
    needsKey: 'always',
    answers: [
      ok('the events it made', commandReplySchema),
      ...problems(
        [400, 'malformed'],
        foreign,
        [409, 'somebody else changed it meanwhile, or the key named another command'],
        tooLarge('1 MiB'),
        [422, 'refused; `errors` says why, by field'],
        tooFast,
      ),
    ],
  },
  {
    method: 'post',
    path: `${PROGRAMME_ROOT}/files`,
    id: 'programmeKeepFile',
    vi: 'Gửi một tệp minh chứng (tối đa 20 MiB)',
    en: 'Sends a file to be kept as evidence (at most 20 MiB)',
    body: binary,
    bodyTypes: [BYTES_TYPE],
    answers: [
      ok('what it is kept as', evidenceReplySchema),
      ...problems([400, 'empty'], foreign, tooLarge('20 MiB'), [415, 'not a kind of file that is taken'], tooFast, [
        507,
        'the disk is full',
      ]),
    ],
  },
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/files/:hash`,
    id: 'programmeFile',
    vi: 'Tải một tệp minh chứng',
    en: 'A file of evidence',
    answers: [
      ...Object.values(EVIDENCE_KINDS).map(({ mediaType }) => ({ status: 200, about: 'the file', type: mediaType })),
      ...problems(NOT_FOUND),
    ],
  },
  {
    method: 'post',
    path: `${PROGRAMME_ROOT}/import/:kind`,
    id: 'programmeImport',
    vi: 'Nhập Excel (criteria, assessments, funding, tasks) hoặc JSON (criteria): xem trước, rồi ghi tất cả hoặc không ghi gì',
    en: 'Imports Excel (criteria, assessments, funding, tasks) or JSON (criteria): a preview, then all of it or nothing',
    query: importQuerySchema,
    body: binary,
    bodyTypes: [BYTES_TYPE, XLSX_TYPE, JSON_TYPE],
    needsKey: 'sometimes',
    answers: [
      ok('what would change, or what was written', importReplySchema),
      ...problems(
        [400, 'bad query, or no key to commit with'],
        foreign,
        [404, 'no such kind'],
        [409, 'the programme moved on since the preview, or the key named another command'],
        tooLarge('5 MiB'),
        [415, 'not a kind of file that is taken'],
        [422, 'not a readable file, or (to commit) one with errors'],
        tooFast,
      ),
    ],
  },
  {
    method: 'get',
    path: `${PROGRAMME_ROOT}/export/:kind`,
    id: 'programmeExport',
    vi: 'Tệp Excel của một loại, đúng mẫu để nhập lại',
    en: 'An Excel file of a kind, as it can be imported again',
    query: exportQuerySchema,
    answers: [{ ...XLSX_ANSWER, about: 'the file' }, ...problems(BAD_QUERY, NOT_FOUND, BUSY)],
  },
]

export const PROGRAMME_OPERATIONS: readonly Operation[] = [...PAGES, ...LIST_OPERATIONS, ...LOG, ...WRITES]
