// What the wall says about alarms: short, read from metres away.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  none: 'Không có cảnh báo',
  noneSince: 'Không có cảnh báo từ {{age}} trước',
  open: '{{count}} cảnh báo đang mở',
  openBrief: 'đang mở',
  flood: 'Dồn dập từ {{time}}: {{count}} cảnh báo trong {{minutes}} phút',
  takeover: { high: 'Cảnh báo cao', medium: 'Cảnh báo trung bình', low: 'Cảnh báo thấp' },
  limit: 'mốc {{limit}}',
  since: 'từ {{time}}',
  ago: '{{age}} trước',
  respond: '{{responder}} xử lý trong {{time}}',
  others: 'Cảnh báo khác đang mở',
  more: 'và {{count}} cảnh báo khác',
  firstOut: 'đầu tiên',
  unacknowledged: '{{count}} chưa xác nhận',
  acknowledgedBy: 'đã xác nhận: {{who}}',
} as const
export const en = {
  none: 'No alarm',
  noneSince: 'No alarm for {{age}}',
  open: '{{count}} open alarms',
  openBrief: 'open',
  flood: 'Flood since {{time}}: {{count}} alarms in {{minutes}} minutes',
  takeover: { high: 'High alarm', medium: 'Medium alarm', low: 'Low alarm' },
  limit: 'limit {{limit}}',
  since: 'since {{time}}',
  ago: '{{age}} ago',
  respond: '{{responder}} acts within {{time}}',
  others: 'Other open alarms',
  more: 'and {{count}} more',
  firstOut: 'first out',
  unacknowledged: '{{count}} unacknowledged',
  acknowledgedBy: 'acknowledged: {{who}}',
} satisfies Mirror<typeof vi>
