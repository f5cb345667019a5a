// Words of an incident that is replayed on the wall.
import type { English } from '../../i18n/mirror.ts'

export const vi = {
  past: 'PHÁT LẠI SỰ CỐ',
  notNow: 'không phải hiện tại',
  province: 'Toàn tỉnh',
  speed: 'nhanh {{speed}} lần',
  real: 'đúng tốc độ thật',
  progress: 'Đã phát {{share}} %',
  begins: 'Sắp phát',
  ends: 'Hết sự cố, sắp về hiện tại',
  loading: 'đang tải',
  failed: 'chưa đọc được quá khứ, đang thử lại',
  nowHigh_other: 'HIỆN TẠI: {{count}} cảnh báo mức cao đang mở',
  nowUnknown: 'HIỆN TẠI: mất kết nối với trạm, chưa rõ',
  opening: 'Đang mở sự cố',
  gone: 'Không phát lại được sự cố này',
  goneWhy: 'Sự cố không có, đã bị xóa, hoặc không dành cho màn hình này.',
  away: 'Không đọc được sự cố từ trạm.',
  back: 'Màn hình tự về hiện tại trong ít giây.',
} as const

export const en = {
  past: 'REPLAY OF AN INCIDENT',
  notNow: 'not now',
  province: 'Whole province',
  speed: '{{speed}} times as fast',
  real: 'as fast as it was',
  progress: '{{share}} % played',
  begins: 'About to play',
  ends: 'The end; back to now in a moment',
  loading: 'loading',
  failed: 'the past could not be read, trying again',
  nowHigh_one: 'NOW: {{count}} high alarm open',
  nowHigh_other: 'NOW: {{count}} high alarms open',
  nowUnknown: 'NOW: no link to the station, unknown',
  opening: 'Opening the incident',
  gone: "This incident can't be replayed",
  goneWhy: 'There is none, it was removed, or it is not for this screen.',
  away: 'The incident could not be read from the station.',
  back: 'The screen goes back to now by itself in a few seconds.',
} satisfies English<typeof vi>
