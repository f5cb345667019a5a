// Words of the tiles whose figures are worked out on the wall: open alarms, the air's index, surges at the light traps.
import type { English } from '../../i18n/mirror.ts'

export const vi = {
  openAlarms: {
    label: 'Cảnh báo đang mở',
    waiting_other: '{{count}} chờ xác nhận, lâu nhất từ {{time}}',
    acknowledged: 'đã xác nhận hết',
    none: 'không có cảnh báo',
  },
  aqi: {
    label: 'VN_AQI cao nhất',
    good: 'Tốt',
    moderate: 'Trung bình',
    poor: 'Kém',
    bad: 'Xấu',
    veryBad: 'Rất xấu',
    hazardous: 'Nguy hại',
    from: 'tính từ {{inputs}}',
    fromMore: 'tính từ {{worst}} và {{count}} chất',
    hour: 'đến {{time}}',
    none: 'chưa có trạm đo bụi',
    loading: 'đang tải số đo giờ',
    insufficient: 'chưa đủ số đo giờ để tính',
  },
  surge: {
    label: 'Rầy nâu tăng đột biến',
    of_other: '/ {{count}} bẫy',
    none: 'không bẫy nào',
    rule_other: 'nội bộ: từ ×{{at}} so {{count}} đêm trước',
    unjudged: '{{count}} bẫy chưa đủ đêm',
    short: 'chưa đủ số đêm để so',
  },
} as const

export const en = {
  openAlarms: {
    label: 'Open alarms',
    waiting_one: '{{count}} unacknowledged since {{time}}',
    waiting_other: '{{count}} unacknowledged, first {{time}}',
    acknowledged: 'all acknowledged',
    none: 'no open alarm',
  },
  aqi: {
    label: 'Highest VN_AQI',
    good: 'Good',
    moderate: 'Moderate',
    poor: 'Poor',
    bad: 'Bad',
    veryBad: 'Very bad',
    hazardous: 'Hazardous',
    from: 'from {{inputs}}',
    fromMore: 'from {{worst}} and {{count}} more',
    hour: 'to {{time}}',
    none: 'no station measures dust',
    loading: 'hourly means being loaded',
    insufficient: 'too few hourly means',
  },
  surge: {
    label: 'Hopper surges',
    of_one: '/ {{count}} trap',
    of_other: '/ {{count}} traps',
    none: 'at no trap',
    rule_one: 'internal: ×{{at}} of {{count}} night',
    rule_other: 'internal: ×{{at}} of {{count}} nights',
    unjudged: '{{count}} with too few nights',
    short: 'too few nights to compare',
  },
} satisfies English<typeof vi>
