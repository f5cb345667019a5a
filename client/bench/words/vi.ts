// The Vietnamese words of the benchmark page.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  about: '{{points}} điểm, {{changes}} thay đổi mỗi giây',
  live: 'mảng cố định, chỉ ghi phần thay đổi',
  naive: 'mảng mới ở mỗi khung hình',
  figures: '{{frames}} khung hình · mã lệnh mỗi khung: p50 {{p50}} ms, p95 {{p95}} ms, lâu nhất {{max}} ms',
} as const
export type BenchVocabulary = Mirror<typeof vi>
