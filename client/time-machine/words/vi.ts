// Every word of the time machine, in Vietnamese.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  band: {
    past: 'ĐANG XEM QUÁ KHỨ',
    ago: 'cách đây {{age}}',
    now: 'vừa bắt kịp hiện tại',
    meaning: 'Mọi số liệu, cảnh báo và chương trình trên trang là của thời điểm này, không phải hiện tại.',
    loading: 'đang dựng lại {{moment}}',
    titlePrefix: 'QUÁ KHỨ {{moment}}',
    announced: 'Đang xem quá khứ, {{moment}}. Phím Esc để về hiện tại.',
  },
  bar: {
    label: 'Cỗ máy thời gian',
    slider: 'Thời điểm đang xem',
    play: 'Phát',
    pause: 'Dừng',
    back: 'Lùi 1 phút',
    forward: 'Tiến 1 phút',
    speed: 'Tốc độ phát',
    times: '{{speed}}×',
    moment: 'Thời điểm',
    momentPattern: 'nn/tt/nnnn gg:pp',
    noMoment: 'Nhập như 20/11/2026 07:15',
    range: 'Khoảng trên thanh',
    ranges: { day: '24 giờ', week: '7 ngày', month: '30 ngày', all: 'Tất cả' },
    leave: 'Về hiện tại',
    alarms: 'cảnh báo mới',
    programme: 'việc của chương trình',
    present: 'hiện tại',
    loading: 'Đang tải…',
    waiting: 'Đang chờ số liệu…',
    failed: 'Không đọc được quá khứ, đang thử lại',
    tooFast: 'Trạm đang bận, sẽ thử lại sau ít giây',
    keys: 'Phím mũi tên: 1 phút · Shift + mũi tên: 1 giờ · Page Up, Page Down: 1 ngày',
  },
} as const
export type TimeVocabulary = Mirror<typeof vi>
