// The terms of the alarms: states, priorities, parts. One wording each, for every page. States as in ISA-18.2.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  section: {
    desk: 'Bàn trực',
    history: 'Lịch sử',
    scorecard: 'Đánh giá',
    rules: 'Quy tắc',
    outbox: 'Gửi tin',
  },
  standing: {
    unacknowledged: 'Chưa xác nhận',
    acknowledged: 'Đã xác nhận',
    'returned-unacknowledged': 'Đã hết, chưa xác nhận',
    latched: 'Đã hết, chờ đặt lại',
    shelved: 'Tạm gác',
    suppressed: 'Ẩn theo thiết kế',
    'out-of-service': 'Ngừng theo dõi',
    normal: 'Bình thường',
  },
  priority: { high: 'Cao', medium: 'Trung bình', low: 'Thấp' },
  basis: { regulation: 'theo quy định', internal: 'ngưỡng nội bộ' },
  signalUnit: { intervals: 'chu kỳ', times: 'lần', ratio: 'lần trung vị', days: 'ngày' },
} as const
export const en = {
  section: {
    desk: 'Desk',
    history: 'History',
    scorecard: 'Scorecard',
    rules: 'Rules',
    outbox: 'Deliveries',
  },
  standing: {
    unacknowledged: 'Unacknowledged',
    acknowledged: 'Acknowledged',
    'returned-unacknowledged': 'Returned, unacknowledged',
    latched: 'Returned, latched',
    shelved: 'Shelved',
    suppressed: 'Suppressed by design',
    'out-of-service': 'Out of service',
    normal: 'Normal',
  },
  priority: { high: 'High', medium: 'Medium', low: 'Low' },
  basis: { regulation: 'by regulation', internal: 'internal limit' },
  signalUnit: { intervals: 'intervals', times: 'times', ratio: '× median', days: 'days' },
} satisfies Mirror<typeof vi>
