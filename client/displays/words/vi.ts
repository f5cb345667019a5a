// What a display says about itself, Vietnamese.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  kiosk: 'Ki-ốt',
  unnamed: 'Chưa đặt tên',
  screen: 'Màn hình {{id}}',
  wholeCanvas: 'Toàn bộ khung hình',
  fieldOnly: 'Màn hình này chỉ chiếu số liệu đo',
  pairing: {
    brand: 'Đài Sen · Làng thông minh Đồng Tháp',
    title: 'Ghép màn hình này',
    asking: 'Đang xin mã ghép',
    refused: 'Không ghép được ở địa chỉ này',
    how: 'Trên máy của quản trị viên, mở trang Màn\u00a0hình, bấm “Ghép\u00a0màn\u00a0hình” và nhập mã\u00a0này.',
    good: 'Mã còn dùng được {{minutes}} phút',
    lastMinute: 'Mã còn dùng được chưa đến 1 phút',
    away: 'Chưa nghe được trạm, đang thử lại',
    machine: 'Máy này: {{id}}',
  },
} as const

export type DisplayVocabulary = Mirror<typeof vi>
