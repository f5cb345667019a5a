// Words of sound, browser notifications and what is read aloud.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  label: 'Báo bằng tiếng và thông báo',
  sound: 'Tiếng báo',
  soundOn: 'Tiếng: bật',
  soundOff: 'Tiếng: tắt',
  soundState: {
    off: 'Đang tắt trên máy này.',
    ready: 'Đang bật. Mức cao nhắc lại mỗi 30 giây đến khi có người xác nhận.',
    blocked: 'Trình duyệt chưa cho trang này phát tiếng: bấm vào bất kỳ đâu trên trang.',
    missing: 'Trình duyệt này không phát được tiếng.',
  },
  blocked: 'Tiếng bị chặn',
  test: 'Nghe thử: {{priority}}',
  notifications: 'Thông báo của trình duyệt',
  notified: { off: 'Không', high: 'Mức cao', medium: 'Cao và trung bình' },
  permission: {
    missing: 'Trình duyệt này không có thông báo.',
    insecure: 'Chỉ dùng được khi trang mở qua HTTPS.',
    default: 'Trình duyệt sẽ hỏi khi bạn chọn.',
    granted: 'Được phép. Mỗi cảnh báo một thông báo, tự đóng khi có người xác nhận.',
    denied: 'Trình duyệt đang chặn thông báo của trang này: hãy mở lại trong cài đặt của trình duyệt.',
  },
  message: '{{priority}}: {{title}}',
  others: 'và {{number}} cảnh báo khác',
  othersTitle: 'Thêm {{number}} cảnh báo',
  spoken: 'Cảnh báo mức {{priority}}: {{title}}, {{value}}',
} as const
export const en = {
  label: 'Sound and notifications',
  sound: 'Sound',
  soundOn: 'Sound: on',
  soundOff: 'Sound: off',
  soundState: {
    off: 'Off on this computer.',
    ready: 'On. High alarms repeat every 30 seconds until somebody acknowledges them.',
    blocked: 'The browser does not let this page make sound yet: press anywhere on the page.',
    missing: 'This browser cannot make sound.',
  },
  blocked: 'Sound blocked',
  test: 'Hear: {{priority}}',
  notifications: 'Browser notifications',
  notified: { off: 'None', high: 'High', medium: 'High and medium' },
  permission: {
    missing: 'This browser has no notifications.',
    insecure: 'Only available when the page is opened over HTTPS.',
    default: 'The browser will ask once you choose.',
    granted: 'Allowed. One for each alarm; it closes when somebody acknowledges.',
    denied: 'The browser blocks notifications of this page: allow them in its settings.',
  },
  message: '{{priority}}: {{title}}',
  others: 'and {{number}} others',
  othersTitle: '{{number}} more alarms',
  spoken: '{{priority}} alarm: {{title}}, {{value}}',
} satisfies Mirror<typeof vi>
