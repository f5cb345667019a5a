// Words of sending an incident to the walls.
import type { English } from '../../i18n/mirror.ts'

export const vi = {
  button: 'Phát trên màn hình tường',
  title: 'Phát “{{title}}” trên màn hình tường',
  about:
    'Kéo dài khoảng {{time}}, nhanh {{speed}} lần. Hết thì màn hình tự về hiện tại; có cảnh báo cao mới thì dừng ngay.',
  aboutReal:
    'Kéo dài khoảng {{time}}, đúng tốc độ thật. Hết thì màn hình tự về hiện tại; có cảnh báo cao mới thì dừng ngay.',
  choose: 'Màn hình',
  all: 'Tất cả màn hình đang nối ({{count}})',
  unnamed: 'Chưa đặt tên',
  replaying: 'đang phát lại',
  none: 'Không có màn hình tường nào đang nối. Mở địa chỉ /wall trên máy của màn hình.',
  loading: 'Đang hỏi trạm về các màn hình',
  away: 'Chưa hỏi được trạm về các màn hình, đang thử lại',
  begin: 'Phát',
  end: 'Kết thúc phát lại',
  here: 'Xem trong trình duyệt này',
  nobody: 'Chọn ít nhất một màn hình.',
  began_other: '{{count}} màn hình đang phát sự cố.',
  ended_other: '{{count}} màn hình đã về hiện tại.',
  left: {
    'not-connected': '{{names}}: không nối với trạm.',
    'not-allowed': '{{names}}: màn hình công cộng hoặc của đơn vị khác, không được chiếu sự cố này.',
  },
  failed: 'Chưa gửi được lệnh.',
} as const

export const en = {
  button: 'Replay on the wall',
  title: 'Replay “{{title}}” on the wall',
  about:
    'Lasts about {{time}}, {{speed}} times as fast. Then the screens go back to now by themselves; a new high alarm ends it at once.',
  aboutReal:
    'Lasts about {{time}}, as fast as it was. Then the screens go back to now by themselves; a new high alarm ends it at once.',
  choose: 'Screens',
  all: 'All that are connected ({{count}})',
  unnamed: 'No name yet',
  replaying: 'replaying',
  none: 'No wall is connected. Open the address /wall on the machine of the screen.',
  loading: 'Asking the station about its screens',
  away: 'The station could not be asked about its screens, trying again',
  begin: 'Replay',
  end: 'End the replay',
  here: 'Look at it in this browser',
  nobody: 'Choose at least one screen.',
  began_one: '{{count}} screen replays the incident.',
  began_other: '{{count}} screens replay the incident.',
  ended_one: '{{count}} screen is back to now.',
  ended_other: '{{count}} screens are back to now.',
  left: {
    'not-connected': '{{names}}: not connected.',
    'not-allowed': '{{names}}: a public screen or one of another unit, which may not show this incident.',
  },
  failed: 'The order could not be sent.',
} satisfies English<typeof vi>
