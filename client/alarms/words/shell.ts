// Words that every page of the Alarms area shares.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  area: 'Cảnh báo',
  messages: 'Thông báo',
  navigation: 'Các phần của cảnh báo',
  loading: 'Đang tải cảnh báo',
  close: 'Đóng',
  cancel: 'Hủy',
  failed: 'Chưa gửi được. Nội dung vẫn còn đây, hãy thử lại.',
  simulated: 'MÔ PHỎNG',
  unknown: 'chưa rõ',
} as const
export const en = {
  area: 'Alarms',
  messages: 'Messages',
  navigation: 'Parts of the alarms',
  loading: 'Loading the alarms',
  close: 'Close',
  cancel: 'Cancel',
  failed: 'Not sent yet. What you typed is still here; try again.',
  simulated: 'SIMULATED',
  unknown: 'not known',
} satisfies Mirror<typeof vi>
