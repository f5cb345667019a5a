// Every word of the comparison, in Vietnamese.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  title: 'So sánh',
  loading: 'Đang tải',
  remove: 'Bỏ {{name}}',
  first: 'Mốc so sánh',
  makeFirst: 'Lấy làm mốc',
  unknown: 'chưa rõ',
  leftOut_other: 'Chỉ so sánh được {{most}} mục một lần: {{count}} mục sau cùng trong địa chỉ không được hiện.',
  villages: {
    choose: 'Chọn tối đa {{most}} làng',
    none: 'Chưa chọn làng nào. Chọn làng ở trên để đặt cạnh nhau.',
    about:
      'Chênh lệch tính so với {{name}}, từ các số đang hiện. Phần trăm chỉ ghi khi số 0 nghĩa là không có gì: mực nước, nhiệt độ và chỉ số không có phần trăm.',
    limit: 'mốc {{at}}',
    limitInternal: 'ngưỡng nội bộ {{at}}',
    noLimit: 'chưa có ngưỡng',
    within: 'trong {{span}}',
  },
  unit: { online: 'trạm', 'late-tasks': 'nhiệm vụ', indicators: 'chỉ tiêu', alarms: 'cảnh báo', money: 'điểm %' },
  difference: {
    more: '{{by}} · nhiều hơn {{name}}',
    less: '{{by}} · ít hơn {{name}}',
    higher: '{{by}} · cao hơn {{name}}',
    lower: '{{by}} · thấp hơn {{name}}',
    same: '0 · bằng {{name}}',
    unknown: 'chênh lệch chưa rõ',
    old: 'không so: số liệu đã quá cũ',
    other: 'không so: khác đại lượng, đơn vị hoặc chu kỳ',
    none: 'không so: loại số này không trừ được',
    firstSeries: 'chuỗi đầu',
  },
  series: {
    none: 'Chưa chọn chuỗi số liệu nào',
    noneHow: 'Thêm chuỗi ở trên, hoặc mở một trạm trên bản đồ và bấm dấu cộng cạnh số đo. Tối đa {{most}} chuỗi.',
    about: 'Cùng một trục thời gian; chuỗi cùng đơn vị có cùng thang đo. Rê chuột hoặc kéo thanh để đọc cùng một lúc.',
    cursor: 'Thời điểm đọc',
    newest: 'mới nhất',
    at: 'lúc {{time}}',
    noValue: 'không có số đo',
    chart: '{{name}}, {{range}}',
    extremes: 'thấp nhất {{min}}, cao nhất {{max}}',
    averaged: 'mỗi điểm là trung bình {{span}}',
    empty: 'Không có số đo trong khoảng này',
    failed: 'Chưa tải được, đang thử lại',
  },
} as const

export type CompareVocabulary = Mirror<typeof vi>
