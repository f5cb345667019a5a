// The HTTP interface of the history beyond readings.
import { type Operation, ok, problems } from '../operation.ts'
import {
  derivedBucketsSchema,
  derivedListSchema,
  derivedQuerySchema,
  derivedStatisticsSchema,
  exportQuerySchema,
  hoursQuerySchema,
  hoursSchema,
  originQuerySchema,
  originSchema,
  statisticsQuerySchema,
  statisticsSchema,
} from './api-schema.ts'

const ROOT = '/api/v1'
const BAD_QUERY = [400, 'bad query, or a range beyond the bound; the text says which'] as const
const NO_SERIES = [404, 'no such series'] as const
const BUSY = [429, 'too many files at once; see Retry-After'] as const

export const HISTORY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${ROOT}/series/:id/statistics`,
    id: 'seriesStatistics',
    vi: 'Thống kê một chuỗi trong một khoảng: trung bình, thấp nhất, cao nhất, phân vị, phần thời gian có số đo, khoảng trống, thời gian vượt ngưỡng',
    en: 'Figures of one series over a range: mean, extremes, percentiles, completeness, gaps, time above limits',
    query: statisticsQuerySchema,
    answers: [ok('the figures', statisticsSchema), ...problems(BAD_QUERY, NO_SERIES)],
  },
  {
    method: 'get',
    path: `${ROOT}/series/:id/hours`,
    id: 'seriesHours',
    vi: 'Một chuỗi theo từng giờ tròn của tỉnh: giờ × ngày',
    en: 'One series by the clock hours of the province: hour × day',
    query: hoursQuerySchema,
    answers: [ok('the hours', hoursSchema), ...problems(BAD_QUERY, NO_SERIES)],
  },
  {
    method: 'get',
    path: `${ROOT}/readings.csv`,
    id: 'readingsCsv',
    vi: 'Số liệu của nhiều chuỗi, đo hoặc tính ra, dạng CSV, mỗi thời điểm một dòng',
    en: 'Several series, measured or computed, as CSV, a line for each time',
    query: exportQuerySchema,
    answers: [{ status: 200, about: 'the file', type: 'text/csv' }, ...problems(BAD_QUERY, NO_SERIES, BUSY)],
  },
  {
    method: 'get',
    path: `${ROOT}/readings.xlsx`,
    id: 'readingsXlsx',
    vi: 'Như readings.csv, dạng Excel; nhiều nhất 50.000 dòng',
    en: 'As readings.csv, for Excel; at most 50,000 lines',
    query: exportQuerySchema,
    answers: [
      {
        status: 200,
        about: 'the file',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      ...problems(BAD_QUERY, NO_SERIES, [422, 'too many lines'], BUSY),
    ],
  },
  {
    method: 'get',
    path: `${ROOT}/derived`,
    id: 'derived',
    vi: 'Các chuỗi tính ra: VN_AQI giờ và ngày, cấp báo động lũ, mức nước mặt; tính từ chuỗi nào, theo văn bản nào',
    en: 'Series that are computed: VN_AQI of the hour and of the day, flood stage, water class; from what, by which decision',
    answers: [ok('the series', derivedListSchema)],
  },
  {
    method: 'get',
    path: `${ROOT}/derived/:id/readings`,
    id: 'derivedReadings',
    vi: 'Giá trị của một chuỗi tính ra, gộp thành nhiều nhất `points` khoảng',
    en: 'Values of a computed series in at most `points` buckets',
    query: derivedQuerySchema,
    answers: [ok('the buckets', derivedBucketsSchema), ...problems(BAD_QUERY, NO_SERIES)],
  },
  {
    method: 'get',
    path: `${ROOT}/derived/:id/statistics`,
    id: 'derivedStatistics',
    vi: 'Thống kê một chuỗi tính ra trong một khoảng, kèm số giờ hoặc ngày ở mỗi mức; tính từ chuỗi nào, theo văn bản nào',
    en: 'Figures of a computed series over a range, with the hours or days in each category; from what, by which decision',
    query: statisticsQuerySchema,
    answers: [ok('the figures', derivedStatisticsSchema), ...problems(BAD_QUERY, NO_SERIES)],
  },
  {
    method: 'get',
    path: `${ROOT}/derived/:id/origin`,
    id: 'derivedOrigin',
    vi: 'Một giá trị tính ra từ đâu: số liệu vào, thời điểm, trọng số, bảng, văn bản',
    en: 'What one computed value came from: inputs, times, weights, table, decision',
    query: originQuerySchema,
    answers: [ok('the origin', originSchema), ...problems(BAD_QUERY, NO_SERIES)],
  },
]
