// What a display says about itself, Vietnamese.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  unnamed: 'Chưa đặt tên',
  screen: 'Màn hình {{id}}',
  wholeCanvas: 'Toàn bộ khung hình',
} as const

export type DisplayVocabulary = Mirror<typeof vi>
