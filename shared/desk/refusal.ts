// Every reason why something isn't written down, with a sentence in both languages that says what to do.
import type { Refusal } from '../programme/command.ts'
import type { Words } from '../words.ts'
import { DESK_LIMITS as LIMITS } from './limits.ts'

const days = (ms: number): number => ms / 86_400_000

export const DESK_REFUSALS = {
  'text-empty': (): Words => ({ vi: 'Chưa viết gì. Viết nội dung.', en: 'Nothing is written. Write something.' }),
  'text-characters': (): Words => ({
    vi: 'Có ký tự ẩn. Gõ lại đoạn đó.',
    en: 'There are hidden characters. Type that part again.',
  }),
  'id-used': (): Words => ({
    vi: 'Mã này đã dùng. Mở biểu mẫu mới rồi ghi lại.',
    en: 'This id was used before. Open a new form and write it again.',
  }),
  'time-ahead': (): Words => ({
    vi: 'Thời điểm chưa tới. Chọn lúc việc đã xảy ra.',
    en: 'That is still to come. Choose when it happened.',
  }),
  'time-past': (): Words => ({
    vi: `Việc đã quá ${days(LIMITS.lateMs)} ngày. Ghi thành hồ sơ sự việc.`,
    en: `That is more than ${days(LIMITS.lateMs)} days ago. Save it as an incident instead.`,
  }),
  'span-order': (): Words => ({
    vi: 'Lúc kết thúc phải sau lúc bắt đầu.',
    en: 'The end must come after the beginning.',
  }),
  'span-long': (most: number): Words => ({
    vi: `Khoảng này dài quá ${days(most)} ngày. Chọn khoảng ngắn hơn.`,
    en: `That is longer than ${days(most)} days. Choose a shorter span.`,
  }),
  'alarm-twice': (): Words => ({
    vi: 'Một cảnh báo được nêu hai lần. Bỏ bớt một.',
    en: 'An alarm is named twice. Take one away.',
  }),
  'entry-unknown': (): Words => ({
    vi: 'Không có mục nhật ký này, hoặc mục đã quá cũ để đính chính.',
    en: 'There is no such entry, or it is too old to be corrected.',
  }),
  'too-many-corrections': (): Words => ({
    vi: `Mục này đã đính chính ${LIMITS.correctionsAnEntry} lần. Ghi mục mới.`,
    en: `This entry was corrected ${LIMITS.correctionsAnEntry} times. Write a new one.`,
  }),
  'same-text': (): Words => ({
    vi: 'Nội dung vẫn như cũ. Sửa rồi mới gửi.',
    en: 'The text is still the same. Change it before you send it.',
  }),
  'same-person': (): Words => ({
    vi: 'Người giao và người nhận là một. Chọn người khác nhận ca.',
    en: 'Who hands over and who takes over are the same. Name somebody else.',
  }),
  'own-shift': (): Words => ({
    vi: 'Bạn là người giao ca này. Người nhận ca phải tự xác nhận.',
    en: 'You handed this shift over. Whoever takes it over has to say so.',
  }),
  'shift-unknown': (): Words => ({ vi: 'Không có lần giao ca này.', en: 'There is no such hand-over.' }),
  'shift-taken': (): Words => ({
    vi: 'Ca này đã có người nhận.',
    en: 'Somebody has taken this shift over already.',
  }),
  'address-foreign': (): Words => ({
    vi: 'Địa chỉ phải thuộc trạm này: bắt đầu bằng một dấu “/”.',
    en: 'The address must be of this station: it begins with one “/”.',
  }),
  'view-unknown': (): Words => ({ vi: 'Không có khung nhìn này.', en: 'There is no such view.' }),
  'too-many-views': (): Words => ({
    vi: `Đã có ${LIMITS.views} khung nhìn chung. Xóa bớt trước.`,
    en: `There are ${LIMITS.views} shared views already. Remove some first.`,
  }),
  'incident-unknown': (): Words => ({ vi: 'Không có sự việc này.', en: 'There is no such incident.' }),
  'too-many-incidents': (): Words => ({
    vi: `Đã có ${LIMITS.incidents} sự việc. Xóa bớt trước.`,
    en: `There are ${LIMITS.incidents} incidents already. Remove some first.`,
  }),
  'annotation-outside': (): Words => ({
    vi: 'Ghi chú nằm ngoài khoảng của sự việc. Chọn thời điểm trong khoảng đó.',
    en: 'A note lies outside of the incident. Choose a time within it.',
  }),
  'annotation-unknown': (): Words => ({
    vi: 'Sự việc này không có ghi chú đó.',
    en: 'This incident has no such note.',
  }),
  'too-many-annotations': (): Words => ({
    vi: `Sự việc này đã có ${LIMITS.annotationsAnIncident} ghi chú. Xóa bớt trước.`,
    en: `This incident has ${LIMITS.annotationsAnIncident} notes already. Remove some first.`,
  }),
} as const satisfies Readonly<Record<string, (...about: never[]) => Words>>
export type DeskRefusalCode = keyof typeof DESK_REFUSALS

export type RefuseDesk = <C extends DeskRefusalCode>(
  code: C,
  field: string | null,
  ...about: Parameters<(typeof DESK_REFUSALS)[C]>
) => void

export function deskRefusalOf<C extends DeskRefusalCode>(
  code: C,
  field: string | null,
  ...about: Parameters<(typeof DESK_REFUSALS)[C]>
): Refusal {
  // The code and its parameters belong together; TypeScript can't follow that through the table.
  const words = (DESK_REFUSALS[code] as (...about: Parameters<(typeof DESK_REFUSALS)[C]>) => Words)(...about)
  return { code, field, ...words }
}
