// Words of the page that a link in a message opens.
import type { Mirror } from '../../i18n/mirror.ts'

export const vi = {
  title: 'Xác nhận cảnh báo',
  looking: 'Đang xem cảnh báo nào',
  since: 'Từ {{moment}}',
  value: '{{level}}: {{value}}',
  valueOf: '{{level}}: {{value}} (ngưỡng {{limit}})',
  measured: 'số đo lúc {{moment}}',
  action: 'Làm gì',
  responder: '{{responder}}, trong {{span}}',
  acknowledge: 'Xác nhận đã biết',
  acknowledging: 'Đang xác nhận',
  comment: 'Ghi chú',
  commentNote: 'không bắt buộc',
  commentHint: 'Ví dụ: tôi đang đến trạm, 15 phút nữa tới nơi',
  about: 'Xác nhận nghĩa là bạn đã biết và sẽ xử lý. Đường dẫn này dùng một lần, đến {{moment}}.',
  done: { title: 'Đã xác nhận', text: 'Bàn trực đã thấy bạn xác nhận. Bạn có thể đóng trang này.' },
  used: {
    title: 'Đường dẫn này đã được dùng',
    text: 'Cảnh báo đã được xác nhận bằng đường dẫn này lúc {{moment}}. Không cần làm gì thêm ở đây.',
  },
  gone: {
    title: 'Đường dẫn không còn dùng được',
    text: 'Không có đường dẫn này, hoặc đã quá 24 giờ. Hãy xác nhận tại bàn trực cảnh báo.',
  },
  noToken: {
    title: 'Thiếu mã trong đường dẫn',
    text: 'Hãy mở lại đường dẫn từ tin báo, không sao chép một phần. Mã được bỏ khỏi thanh địa chỉ ngay khi mở.',
  },
  superseded: {
    title: 'Cảnh báo đã báo lại sau tin này',
    text: 'Tình hình đã thay đổi, nên đường dẫn này không xác nhận được nữa. Hãy xem tin mới nhất hoặc bàn trực.',
  },
  settled: {
    title: 'Không cần xác nhận nữa',
    text: 'Hiện cảnh báo này: {{standing}}.',
  },
  refused: { title: 'Chưa xác nhận được' },
  unreachable: {
    title: 'Chưa liên lạc được với trung tâm',
    text: 'Kiểm tra mạng rồi thử lại. Chưa có gì được gửi đi.',
    unsure: 'Không có trả lời: có thể đã gửi được. Thử lại không gây trùng.',
    again: 'Thử lại',
  },
  desk: 'Mở bàn trực cảnh báo',
} as const
export const en = {
  title: 'Acknowledge an alarm',
  looking: 'Looking which alarm it is',
  since: 'Since {{moment}}',
  value: '{{level}}: {{value}}',
  valueOf: '{{level}}: {{value}} (limit {{limit}})',
  measured: 'measured at {{moment}}',
  action: 'What to do',
  responder: '{{responder}}, within {{span}}',
  acknowledge: 'Acknowledge',
  acknowledging: 'Acknowledging',
  comment: 'Comment',
  commentNote: 'optional',
  commentHint: 'For example: on my way to the station, there in 15 minutes',
  about: 'Acknowledging means that you know and will act. The link works once, until {{moment}}.',
  done: { title: 'Acknowledged', text: 'The desk has seen it. You can close this page.' },
  used: {
    title: 'This link was used already',
    text: 'The alarm was acknowledged by this link at {{moment}}. Nothing more is needed here.',
  },
  gone: {
    title: 'This link no longer works',
    text: 'There is no such link, or its 24 hours are over. Acknowledge at the alarm desk.',
  },
  noToken: {
    title: 'The link is not complete',
    text: 'Open the link from the message again, not a part of it. Its code leaves the address bar as soon as it is opened.',
  },
  superseded: {
    title: 'The alarm asked again after this message',
    text: 'Things have changed, so this link no longer acknowledges it. See the newest message or the desk.',
  },
  settled: { title: 'No acknowledgement needed any more', text: 'The alarm is now: {{standing}}.' },
  refused: { title: 'Not acknowledged' },
  unreachable: {
    title: 'The centre cannot be reached',
    text: 'Check the network and try again. Nothing was sent yet.',
    unsure: 'No answer: it may have arrived. Trying again does nothing twice.',
    again: 'Try again',
  },
  desk: 'Open the alarm desk',
} satisfies Mirror<typeof vi>
