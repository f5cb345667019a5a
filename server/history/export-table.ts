// The columns of an exported file and its lines: time in the province, then value, quality and source of each series. Pure.
import { PROVINCE_OFFSET_MS } from '../../shared/programme/province-day.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { Source } from '../../shared/reading.ts'
import type { DeviceSeries } from '../registry/devices.ts'
import type { Cell } from '../spreadsheet/workbook.ts'
import type { MergedLine } from './merge-readings.ts'

export type ExportLanguage = 'vi' | 'en'

const WORDS = {
  vi: {
    time: 'Thời gian (giờ Việt Nam)',
    quality: 'Chất lượng',
    source: 'Nguồn',
    qualities: { good: 'tốt', late: 'đến muộn', stale: 'cũ', bad: 'lỗi, ngoài khoảng đo' },
    sources: { measured: 'đo', simulated: 'MÔ PHỎNG', manual: 'nhập tay', derived: 'tính ra' },
  },
  en: {
    time: 'Time (Vietnam)',
    quality: 'Quality',
    source: 'Source',
    qualities: { good: 'good', late: 'late', stale: 'stale', bad: 'bad, out of range' },
    sources: { measured: 'measured', simulated: 'SIMULATED', manual: 'manual', derived: 'derived' },
  },
} as const satisfies Record<ExportLanguage, object>

export function headerOf(series: readonly DeviceSeries[], language: ExportLanguage): readonly string[] {
  const words = WORDS[language]
  return [
    words.time,
    ...series.flatMap(({ device, quantity }) => {
      const unit = quantity.unitLabel[language]
      const name = `${quantity.name[language]} · ${device.name}`
      return [unit === '' ? name : `${name} (${unit})`, `${words.quality} · ${name}`, `${words.source} · ${name}`]
    }),
  ]
}

/** "2026-11-23T09:00:00.000+07:00" */
export const provinceTime = (t: number): string => new Date(t + PROVINCE_OFFSET_MS).toISOString().replace('Z', '+07:00')

export function cellsOfLine(
  { t, readings }: MergedLine,
  sources: readonly Source[],
  language: ExportLanguage,
): readonly Cell[] {
  const words = WORDS[language]
  return [
    provinceTime(t),
    ...readings.flatMap((reading, i): Cell[] =>
      reading === undefined
        ? [null, null, null]
        : [reading.v, words.qualities[qualityOf(reading.q)], words.sources[sources[i] ?? 'measured']],
    ),
  ]
}
