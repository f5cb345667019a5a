// What simulated people write at an alarm, and as whom: roles, never persons. Words only.
import type { Priority } from '../../../shared/alarms/rule.ts'
import { hourOf } from '../calendar.ts'

export type Remarks = {
  /** When they acknowledge it, and when something came of it. */
  readonly first: readonly [string, ...string[]]
  readonly later: readonly [string, ...string[]]
}

const OF_DEVICES: Remarks = {
  first: [
    'Đã gọi người gần trạm xem nguồn điện.',
    'Nghi bộ phát treo, đang khởi động lại từ xa.',
    'Đã báo cán bộ kỹ thuật, chờ đến điểm đặt.',
  ],
  later: ['Đã khởi động lại, số liệu về đủ.', 'Cắm lại nguồn, thiết bị lên lại.', 'Nhà mạng bảo trì, đã có sóng.'],
}
const OF_WATER: Remarks = {
  first: ['Đã đọc thước nước, khớp với trạm.', 'Đã báo các ấp, đóng cống.', 'Cử người canh bờ bao đoạn thấp.'],
  later: ['Nước đã rút, bờ bao an toàn.', 'Đã đắp thêm hai đoạn thấp, tiếp tục canh.', 'Đã mở cống lại khi nước ròng.'],
}
const OF_FARMING: Remarks = {
  first: [
    'Đã báo nhà vườn qua nhóm hội quán.',
    'Cán bộ nông nghiệp sẽ thăm đồng trong ngày.',
    'Đã nhắn tổ bơm kiểm tra.',
  ],
  later: ['Đã xử lý tại ruộng.', 'Đã thăm đồng, chưa cần phun.', 'Đã tưới bù, độ ẩm tăng lại.'],
}
const OF_WORKS: Remarks = {
  first: ['Đã gọi tổ bơm nước.', 'Đã hỏi người vận hành, đang kiểm tra.', 'Đã chuyển sang chạy tay.'],
  later: ['Gỡ rác ở lưới chắn, chạy lại bình thường.', 'Đã tắt bơm, mực nước đủ.', 'Đã thay rơ-le.'],
}
const OF_AIR: Remarks = {
  first: ['Có đốt rơm phía đầu gió, đã cử người nhắc.', 'Đã báo trường học hạn chế ra ngoài.'],
  later: ['Đã dập đám rơm, khói tan dần.', 'Gió đổi hướng, chỉ số giảm.'],
}
const OF_PROGRAMME: Remarks = {
  first: ['Đã nhắc đơn vị chủ trì.', 'Đơn vị hẹn trả lời trong tuần.', 'Đã gọi người phụ trách.'],
  later: ['Đã có văn bản nhắc lần hai.', 'Đơn vị báo đang hoàn thiện.', 'Vướng minh chứng, đã đề nghị sở hướng dẫn.'],
}

const REMARKS: readonly (readonly [start: RegExp, remarks: Remarks])[] = [
  [/^(?:device|camera|battery|signal|lamps)-|-(?:silent|faulty)$/, OF_DEVICES],
  [/^(?:flood|water-level|salinity|conductivity|ph|oxygen|turbidity|rain|wind)-/, OF_WATER],
  [/^(?:pump|gate|power|energy|water)-/, OF_WORKS],
  [/^(?:vn-aqi|pm)/, OF_AIR],
  [/^(?:task|appraisal|report|dossier)-/, OF_PROGRAMME],
]
export const remarksOf = (rule: string): Remarks => REMARKS.find(([start]) => start.test(rule))?.[1] ?? OF_FARMING

/** Who answers: whoever knows the devices, the team by day, the duty officer by night and whenever it is serious. */
export function roleFor(rule: string, priority: Priority, isNight: boolean): string {
  if (priority !== 'high' && remarksOf(rule) === OF_DEVICES) return 'Cán bộ kỹ thuật thiết bị'
  return priority === 'high' || isNight ? 'Trực ban' : 'Tổ Điều hành làng'
}
/** When a commune sleeps. */
export const isNight = (at: number): boolean => hourOf(at) < 5 || hourOf(at) >= 22
export const ASSIGNEE = 'Tổ Điều hành làng'

export const SHELVE_REASONS: readonly [string, ...string[]] = [
  'Đang bảo trì tại chỗ.',
  'Đã rõ nguyên nhân, chờ vật tư thay.',
  'Nhà mạng báo gián đoạn đến chiều.',
]
export const OUT_OF_SERVICE_REASON = 'Đầu đo hỏng, chờ thay.'
export const BACK_IN_SERVICE_REASON = 'Đã thay và hiệu chuẩn đầu đo.'
export const RESET_REMARK = 'Đã xem tận nơi, cho chạy lại.'
