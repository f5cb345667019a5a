// The columns of an exported file and its lines: time in the province, then of each series its value, the quality or category, and
// the source. What is computed says so, and from what. Pure.
import type { DerivedKind } from '../../shared/derived/kinds.ts'
import { PROVINCE_OFFSET_MS } from '../../shared/programme/province-day.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { DeviceSeries } from '../registry/devices.ts'
import type { Cell } from '../spreadsheet/workbook.ts'
import type { FoundDerived } from './derived.ts'
import type { LineValue, MergedLine } from './merge-lines.ts'

export type ExportLanguage = 'vi' | 'en'
export type ExportColumn =
  | { readonly kind: 'measured'; readonly series: DeviceSeries }
  | { readonly kind: 'derived'; readonly found: FoundDerived }

type Words = {
  readonly time: string
  readonly quality: string
  readonly category: string
  readonly source: string
  readonly computedFrom: (inputs: string, decision: string) => string
  readonly qualities: Readonly<Record<ReturnType<typeof qualityOf>, string>>
  readonly sources: Readonly<Record<FoundDerived['about']['inputSource'], string>>
  readonly kinds: Readonly<Record<DerivedKind, string>>
  readonly categories: Readonly<Record<string, string>>
}
const WORDS: Readonly<Record<ExportLanguage, Words>> = {
  vi: {
    time: 'Thời gian (giờ Việt Nam)',
    quality: 'Chất lượng',
    category: 'Mức',
    source: 'Nguồn',
    computedFrom: (inputs, decision) => `tính từ ${inputs} · ${decision}`,
    qualities: { good: 'tốt', late: 'đến muộn', stale: 'cũ', bad: 'lỗi, ngoài khoảng đo' },
    sources: { measured: 'đo', simulated: 'MÔ PHỎNG', manual: 'nhập tay', derived: 'tính ra' },
    kinds: {
      'vn-aqi-hour': 'VN_AQI giờ',
      'vn-aqi-day': 'VN_AQI ngày',
      'flood-stage': 'Cấp báo động lũ',
      'water-class': 'Mức nước mặt',
    },
    categories: {
      good: 'Tốt',
      moderate: 'Trung bình',
      poor: 'Kém',
      bad: 'Xấu',
      veryBad: 'Rất xấu',
      hazardous: 'Nguy hại',
      below: 'Dưới báo động',
      I: 'Báo động I',
      II: 'Báo động II',
      III: 'Báo động III',
      outside: 'ngoài bảng (xấu hơn D)',
    },
  },
  en: {
    time: 'Time (Vietnam)',
    quality: 'Quality',
    category: 'Category',
    source: 'Source',
    computedFrom: (inputs, decision) => `computed from ${inputs} · ${decision}`,
    qualities: { good: 'good', late: 'late', stale: 'stale', bad: 'bad, out of range' },
    sources: { measured: 'measured', simulated: 'SIMULATED', manual: 'manual', derived: 'derived' },
    kinds: {
      'vn-aqi-hour': 'VN_AQI of the hour',
      'vn-aqi-day': 'VN_AQI of the day',
      'flood-stage': 'Flood stage',
      'water-class': 'Surface water class',
    },
    categories: {
      good: 'Good',
      moderate: 'Moderate',
      poor: 'Poor',
      bad: 'Bad',
      veryBad: 'Very bad',
      hazardous: 'Hazardous',
      below: 'Below alarm levels',
      I: 'Alarm level I',
      II: 'Alarm level II',
      III: 'Alarm level III',
      outside: 'outside the table (worse than D)',
    },
  },
}

export function headerOf(columns: readonly ExportColumn[], language: ExportLanguage): readonly string[] {
  const words = WORDS[language]
  return [
    words.time,
    ...columns.flatMap(column => {
      if (column.kind === 'derived') {
        const { about, inputs } = column.found
        const name = `${words.kinds[about.kind]} · ${about.deviceName}`
        const from = words.computedFrom(
          inputs.map(({ quantity }) => quantity.name[language]).join(', '),
          about.decision,
        )
        return [name, `${words.category} · ${name}`, `${words.source} · ${name} (${from})`]
      }
      const { device, quantity } = column.series
      const unit = quantity.unitLabel[language]
      const name = `${quantity.name[language]} · ${device.name}`
      return [unit === '' ? name : `${name} (${unit})`, `${words.quality} · ${name}`, `${words.source} · ${name}`]
    }),
  ]
}

/** "2026-11-23T09:00:00.000+07:00" */
export const provinceTime = (t: number): string => new Date(t + PROVINCE_OFFSET_MS).toISOString().replace('Z', '+07:00')

export function cellsOfLine(
  { t, values }: MergedLine,
  columns: readonly ExportColumn[],
  language: ExportLanguage,
): readonly Cell[] {
  return [provinceTime(t), ...columns.flatMap((column, i) => cellsOf(values[i], column, WORDS[language]))]
}

function cellsOf(value: LineValue | undefined, column: ExportColumn, words: Words): readonly Cell[] {
  if (value === undefined) return [null, null, null]
  if (column.kind === 'measured')
    return [
      value.v,
      value.kind === 'reading' ? words.qualities[qualityOf(value.q)] : null,
      words.sources[column.series.device.source],
    ]
  const category = value.kind === 'step' ? (words.categories[value.category] ?? value.category) : null
  return [value.v, category, `${words.sources.derived} (${words.sources[column.found.about.inputSource]})`]
}
