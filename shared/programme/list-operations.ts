// The programme's lists as operations of the HTTP interface: each in JSON, CSV and Excel.
import type { z } from 'zod'
import { type Answer, type Operation, ok, problems } from '../operation.ts'
import { indicatorsQuerySchema, listReplySchema, momentQuerySchema } from './api-schema.ts'
import {
  comparisonRowSchema,
  criteriaSetRowSchema,
  dossierRowSchema,
  indicatorRowSchema,
  villageRowSchema,
} from './village-row-schema.ts'
import {
  calendarRowSchema,
  consolidationRowSchema,
  fundingRowSchema,
  milestoneRowSchema,
  obstacleRowSchema,
  recordRowSchema,
  reportRowSchema,
  settingRowSchema,
  supervisionRowSchema,
  taskRowSchema,
  timelinessRowSchema,
} from './work-row-schema.ts'

export const PROGRAMME_ROOT = '/api/v1/programme'
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const XLSX_ANSWER: Answer = { status: 200, about: 'as an Excel file (format=xlsx)', type: XLSX_TYPE }
const CSV_ANSWER: Answer = { status: 200, about: 'as CSV (format=csv)', type: 'text/csv' }
export const BAD_QUERY = [400, 'bad query'] as const
export const NOT_FOUND = [404, 'there is none'] as const
export const BUSY = [429, 'busy with other Excel files; see Retry-After'] as const

type Names = Pick<Operation, 'id' | 'vi' | 'en'>
type ListAbout = Names & {
  readonly path: string
  readonly row: z.ZodType
  readonly query?: z.ZodObject
  readonly canMiss?: true
}

const list = ({ path, row, query = momentQuerySchema, canMiss, ...names }: ListAbout): Operation => ({
  method: 'get',
  path: `${PROGRAMME_ROOT}/${path}`,
  ...names,
  query,
  answers: [
    ok('the rows, and of which day they are; JSON, CSV or Excel', listReplySchema(row)),
    CSV_ANSWER,
    XLSX_ANSWER,
    ...problems(BAD_QUERY, ...(canMiss ? [NOT_FOUND] : []), BUSY),
  ],
})

export const LIST_OPERATIONS: readonly Operation[] = [
  list({ path: 'villages', id: 'programmeVillages', vi: 'Các làng', en: 'The villages', row: villageRowSchema }),
  list({
    path: 'criteria-sets',
    id: 'programmeCriteriaSets',
    vi: 'Các bộ tiêu chí',
    en: 'The criteria sets',
    row: criteriaSetRowSchema,
  }),
  list({
    path: 'criteria-sets/:id/compare/:other',
    id: 'programmeCompareSets',
    vi: 'So sánh bộ tiêu chí `id` với bộ trước `other`',
    en: 'The criteria set `id` against an earlier one, `other`',
    row: comparisonRowSchema,
    canMiss: true,
  }),
  list({
    path: 'indicators',
    id: 'programmeIndicators',
    vi: 'Kết quả từng chỉ tiêu của từng làng',
    en: 'The result of each indicator of each village',
    row: indicatorRowSchema,
    query: indicatorsQuerySchema,
    canMiss: true,
  }),
  list({
    path: 'dossiers',
    id: 'programmeDossiers',
    vi: 'Hồ sơ công nhận và đồng hồ thẩm định',
    en: 'Dossiers and the clock of their appraisal',
    row: dossierRowSchema,
  }),
  list({
    path: 'tasks',
    id: 'programmeTasks',
    vi: 'Nhiệm vụ của kế hoạch',
    en: "The plan's tasks",
    row: taskRowSchema,
  }),
  list({ path: 'milestones', id: 'programmeMilestones', vi: 'Các mốc', en: 'Milestones', row: milestoneRowSchema }),
  list({
    path: 'funding',
    id: 'programmeFunding',
    vi: 'Kinh phí theo làng, nguồn, năm (đồng)',
    en: 'Money by village, source and year, in đồng',
    row: fundingRowSchema,
  }),
  list({
    path: 'supervision',
    id: 'programmeSupervision',
    vi: 'Giám sát kinh phí',
    en: 'Supervision of funding',
    row: supervisionRowSchema,
  }),
  list({
    path: 'reports',
    id: 'programmeReports',
    vi: 'Báo cáo định kỳ',
    en: 'Periodic reports',
    row: reportRowSchema,
  }),
  list({
    path: 'consolidations',
    id: 'programmeConsolidations',
    vi: 'Báo cáo tổng hợp',
    en: 'Consolidated reports',
    row: consolidationRowSchema,
  }),
  list({
    path: 'timeliness',
    id: 'programmeTimeliness',
    vi: 'Các đơn vị báo cáo đúng hạn đến đâu, một năm qua',
    en: 'How timely each unit reported over the last year',
    row: timelinessRowSchema,
  }),
  list({
    path: 'obstacles',
    id: 'programmeObstacles',
    vi: 'Vướng mắc, đề xuất',
    en: 'Obstacles and proposals',
    row: obstacleRowSchema,
  }),
  list({
    path: 'records',
    id: 'programmeRecords',
    vi: 'Tập huấn, sổ tay, hạ tầng, thiết bị, kết nối dữ liệu',
    en: 'Training, handbook, infrastructure, equipment, data connections',
    row: recordRowSchema,
  }),
  list({
    path: 'calendar',
    id: 'programmeCalendar',
    vi: 'Ngày nghỉ và ngày làm bù; năm không có dòng nào là chưa biết',
    en: 'Days off and days exchanged; a year without a row is not known',
    row: calendarRowSchema,
  }),
  list({ path: 'settings', id: 'programmeSettings', vi: 'Thiết lập', en: 'Settings', row: settingRowSchema }),
]
