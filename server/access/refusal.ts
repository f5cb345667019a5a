// Why something about accounts isn't done, in both languages.
import type { PasswordFault } from '../../shared/access/password-rule.ts'
import { MAX_PASSWORD, MIN_PASSWORD } from '../../shared/access/password-rule.ts'
import { MAX_PIN, MIN_PIN, type PinFault } from '../../shared/access/pin-rule.ts'

type Words = { readonly vi: string; readonly en: string }
export type AccessRefusal = Words & { readonly code: string; readonly field: string | null }

const WORDS = {
  'unknown-account': { vi: 'Không có tài khoản này', en: 'There is no such account' },
  'login-taken': { vi: 'Tên đăng nhập đã có người dùng', en: 'This login is taken' },
  'last-administrator': {
    vi: 'Phải còn ít nhất một quản trị viên dùng được',
    en: 'At least one administrator must be able to sign in',
  },
  'unit-unknown': { vi: 'Không có đơn vị này', en: 'There is no such unit' },
  'too-many-accounts': { vi: 'Đã đủ số tài khoản', en: 'There are too many accounts' },
  'password-too-short': {
    vi: `Mật khẩu cần ít nhất ${MIN_PASSWORD} ký tự; một câu dài dễ nhớ là tốt nhất`,
    en: `At least ${MIN_PASSWORD} characters; a long sentence is best`,
  },
  'password-too-long': { vi: `Nhiều nhất ${MAX_PASSWORD} ký tự`, en: `At most ${MAX_PASSWORD} characters` },
  'password-common': {
    vi: 'Mật khẩu này nằm trong danh sách bị lộ, ai cũng thử trước tiên',
    en: 'This password is on the lists that everybody tries first',
  },
  'password-own-name': {
    vi: 'Mật khẩu gần như chỉ là tên của bạn',
    en: 'This password is hardly more than your name',
  },
  'password-wrong': { vi: 'Mật khẩu hiện tại không đúng', en: 'The present password is wrong' },
  'code-wrong': { vi: 'Mã không đúng hoặc đã dùng', en: 'The code is wrong or was used' },
  'totp-not-started': { vi: 'Hãy bắt đầu lại việc thêm mã xác thực', en: 'Begin adding the second factor again' },
  'pairing-code-wrong': {
    vi: 'Không có màn hình nào đang hiện mã này; mã có thể đã hết hạn, hãy xem lại trên màn hình',
    en: 'No screen shows this code; it may have run out, look at the screen again',
  },
  'too-many-paired': { vi: 'Đã ghép đủ số màn hình', en: 'There are too many paired displays' },
  'pin-malformed': {
    vi: `Mã PIN gồm ${MIN_PIN} đến ${MAX_PIN} chữ số`,
    en: `A PIN has ${MIN_PIN} to ${MAX_PIN} digits`,
  },
  'pin-obvious': {
    vi: 'Mã PIN này dễ đoán (dãy số, số lặp hoặc ngày tháng), hãy chọn mã khác',
    en: 'This PIN is easily guessed (a run, a repetition or a date), choose another',
  },
  'entry-no-right': {
    vi: 'Tài khoản này không được nhập liệu cho đơn vị của ki-ốt',
    en: "This account may not enter anything for the kiosk's unit",
  },
  'entry-other-unit': { vi: 'Màn hình này của đơn vị khác', en: 'This display is of another unit' },
  'entry-unit-over': { vi: 'Đơn vị này hiện không còn hoạt động', en: 'This unit no longer acts today' },
  'entry-full': { vi: 'Có quá nhiều phiên nhập liệu, hãy thử lại sau', en: 'Too many entry sessions, try again later' },
  'entry-signing-in': {
    vi: 'Trạm này yêu cầu đăng nhập: hãy dùng mã PIN hoặc điện thoại',
    en: 'This station asks people to sign in: use the PIN or a phone',
  },
  'entry-name': { vi: 'Cần họ tên của người nhập', en: 'The name of who enters is needed' },
  'entry-code-wrong': {
    vi: 'Mã này đã hết hạn hoặc đã dùng, hãy quét lại trên ki-ốt',
    en: 'This code has run out or was used, scan the kiosk again',
  },
  'entry-ticket-gone': {
    vi: 'Phiên nhập mục này đã bị thu hồi hoặc quá hạn gửi; hãy đăng nhập lại rồi gửi lại',
    en: 'The session it was entered in was revoked, or is too long ago; sign in again and send it again',
  },
  'entry-outside': {
    vi: 'Mục này không được nhập trong thời gian của phiên',
    en: 'It was not entered within the session',
  },
  'entry-not-own': { vi: 'Việc này không phải của đơn vị của ki-ốt', en: "This is not the kiosk's unit's own" },
  'service-pin-malformed': {
    vi: `Mã PIN gồm ${MIN_PIN} đến ${MAX_PIN} chữ số`,
    en: `A PIN has ${MIN_PIN} to ${MAX_PIN} digits`,
  },
  'service-pin-obvious': {
    vi: 'Mã PIN này ai cũng thử trước tiên: số lặp, dãy số, ngày tháng',
    en: 'Everybody tries this PIN first: repeats, runs, dates',
  },
  'service-pin-wrong': { vi: 'Mã PIN không đúng', en: 'The PIN is wrong' },
  'service-pin-none': {
    vi: 'Màn hình này chưa có mã PIN dịch vụ; người quản lý đặt mã ở trang Màn hình',
    en: 'This display has no service PIN; whoever manages displays sets one on the page Displays',
  },
  'too-many-service-pins': { vi: 'Đã đủ số mã PIN', en: 'There are too many PINs' },
  'no-password': {
    vi: 'Tài khoản này đăng nhập qua hệ thống của tỉnh, không có mật khẩu ở đây',
    en: 'This account signs in through the identity provider and has no password here',
  },
} as const satisfies Record<string, Words>
export type AccessRefusalCode = keyof typeof WORDS

export const accessRefusal = (code: AccessRefusalCode, field: string | null): AccessRefusal => ({
  code,
  field,
  ...WORDS[code],
})
export const passwordRefusal = (fault: PasswordFault, field: string): AccessRefusal =>
  accessRefusal(`password-${fault}`, field)
export const pinRefusal = (fault: PinFault, field: string): AccessRefusal => accessRefusal(`pin-${fault}`, field)
