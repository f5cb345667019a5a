// The words of the service PIN.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  button: 'Mã PIN dịch vụ',
  buttonAll: 'Mã PIN dịch vụ chung',
  title: 'Mã PIN dịch vụ của “{{name}}”',
  titleAll: 'Mã PIN dịch vụ chung',
  about: 'Mở trang dịch vụ ngay tại màn hình này; thay cho mã chung.',
  aboutAll: 'Mở trang dịch vụ tại mọi màn hình không có mã riêng.',
  field: 'Mã PIN mới',
  hint: '{{min}} đến {{max}} chữ số, gõ được trên bàn phím số',
  fault: {
    malformed: 'Nhập {{min}} đến {{max}} chữ số.',
    obvious: 'Mã này ai cũng thử trước tiên: số lặp, dãy số, ngày tháng.',
  },
  held: 'Đang có mã, {{by}} đặt ngày {{date}}.',
  none: 'Chưa có mã.',
  remove: 'Bỏ mã này',
  set: 'Đã đặt mã PIN dịch vụ.',
  removed: 'Đã bỏ mã PIN dịch vụ.',
} as const
export const en = {
  button: 'Service PIN',
  buttonAll: 'Service PIN for all',
  title: 'Service PIN of “{{name}}”',
  titleAll: 'Service PIN for all',
  about: 'Opens the service page at this display; in place of the one for all.',
  aboutAll: 'Opens the service page at every display without a PIN of its own.',
  field: 'New PIN',
  hint: '{{min}} to {{max}} digits, to be typed on a number pad',
  fault: {
    malformed: 'Enter {{min}} to {{max}} digits.',
    obvious: 'Everybody tries this one first: repeats, runs, dates.',
  },
  held: 'There is one, set by {{by}} on {{date}}.',
  none: 'There is none yet.',
  remove: 'Take it away',
  set: 'The service PIN is set.',
  removed: 'The service PIN is gone.',
} satisfies Mirror<typeof vi>
