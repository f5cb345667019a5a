// The sentences a sender reads when a value was refused, Vietnamese · English.

import type { RejectionCode } from '../../shared/api.ts'
import { MAX_AGE_MS, MAX_AHEAD_MS } from './accept.ts'

const AHEAD_MINUTES = MAX_AHEAD_MS / 60_000
const AGE_DAYS = MAX_AGE_MS / 86_400_000

export const REJECTION_MESSAGE: Readonly<Record<RejectionCode, string>> = {
  'bad-reading': 'không phải một bản ghi {"ts", "values"} · not a {"ts", "values"} reading',
  'bad-time':
    'thời gian không hợp lệ (mili giây hoặc RFC 3339 có múi giờ) · not a time (milliseconds, or RFC 3339 with an offset)',
  clock: `đồng hồ thiết bị chạy trước quá ${AHEAD_MINUTES} phút · device clock is more than ${AHEAD_MINUTES} min ahead`,
  'too-old': `cũ hơn ${AGE_DAYS} ngày, hãy dùng lệnh nhập dữ liệu · older than ${AGE_DAYS} days, use the import`,
  'unknown-series': 'thiết bị không có đại lượng này · the device has no such quantity',
  unit: 'đơn vị không đúng với danh mục · unit differs from the catalogue',
  'not-finite': 'giá trị không phải số hữu hạn · value is not a finite number',
}
