// The working calendar by day, and the programme's settings with who changed them. Pure.
import type { Settings } from '../../../shared/programme/facts.ts'
import type { CalendarRow, SettingRow } from '../../../shared/programme/work-row-schema.ts'
import type { CalendarYear } from '../../../shared/programme/working-calendar.ts'
import type { List } from './list.ts'
import { originColumns, originOf } from './row-parts.ts'
import { CALENDAR_TERMS, CONFIDENCE_TERMS } from './terms.ts'

/** Days that aren't what their weekday says, by date. A year without a row isn't known. */
export const CALENDAR: List<CalendarRow> = {
  name: 'calendar',
  vi: 'Lịch làm việc',
  en: 'Working calendar',
  columns: [
    { key: 'year', vi: 'Năm', en: 'Year', kind: 'year', width: 7 },
    { key: 'date', vi: 'Ngày', en: 'Day', kind: 'date', width: 13 },
    { key: 'kind', vi: 'Loại', en: 'Kind', kind: 'text', width: 24, terms: CALENDAR_TERMS },
    { key: 'name', vi: 'Tên', en: 'Name', kind: 'text', width: 40 },
    { key: 'confidence', vi: 'Độ tin cậy', en: 'Confidence', kind: 'text', width: 16, terms: CONFIDENCE_TERMS },
    { key: 'source', vi: 'Nguồn', en: 'Source', kind: 'text', width: 60 },
  ],
  rowsOf: ({ state }) =>
    [...state.calendar.values()].flatMap(daysOf).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
}

function daysOf({ year, holidays, swaps, source, confidence }: CalendarYear): readonly CalendarRow[] {
  const about = { year, source, confidence }
  return [
    ...holidays.map(({ date, name }) => ({ ...about, date, kind: 'holiday' as const, name })),
    ...swaps.flatMap(({ off, on }) => [
      { ...about, date: off, kind: 'exchanged-off' as const, name: null },
      { ...about, date: on, kind: 'working-saturday' as const, name: null },
    ]),
  ]
}

const SETTING_TERMS: Readonly<Record<keyof Settings, { readonly vi: string; readonly en: string }>> = {
  districtStep: { vi: 'Ai làm phần việc của huyện', en: 'Who does what the districts did' },
  steps: { vi: 'Các bước đánh giá', en: 'Steps of assessment' },
  criteriaSet: { vi: 'Bộ tiêu chí đang dùng', en: 'Criteria set in use' },
  appraisalWorkingDays: { vi: 'Số ngày làm việc để thẩm định', en: 'Working days of the appraisal' },
  dueSoonDays: { vi: 'Báo sắp đến hạn trước (ngày)', en: 'Due soon within days' },
  silentDays: { vi: 'Coi là lâu chưa cập nhật sau (ngày)', en: 'Silent after days' },
  reportDueDays: { vi: 'Hạn nộp báo cáo sau ngày chốt (ngày)', en: 'Reports due days after the cut-off' },
  reportSpans: { vi: 'Các kỳ báo cáo', en: 'Periods reported' },
  reportCutoffs: { vi: 'Ngày chốt số liệu (tháng-ngày)', en: 'Cut-off days (month-day)' },
}

export const SETTINGS: List<SettingRow> = {
  name: 'settings',
  vi: 'Thiết lập',
  en: 'Settings',
  columns: [
    { key: 'key', vi: 'Thiết lập', en: 'Setting', kind: 'text', width: 40, terms: SETTING_TERMS },
    {
      key: 'value',
      vi: 'Giá trị',
      en: 'Value',
      kind: 'text',
      width: 50,
      read: ({ value }) => (typeof value === 'string' ? value : value === null ? null : JSON.stringify(value)),
    },
    { key: 'isDefault', vi: 'Mặc định', en: 'Default', kind: 'text', width: 10 },
    ...originColumns<SettingRow>(),
  ],
  rowsOf: ({ state }) =>
    (Object.keys(SETTING_TERMS) as (keyof Settings)[]).map(key => {
      const stamp = state.changedSettings.get(key)
      return {
        key,
        value: state.settings[key],
        isDefault: stamp === undefined,
        eventId: stamp?.eventId ?? null,
        ...originOf([stamp]),
      }
    }),
}
