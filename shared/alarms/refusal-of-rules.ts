// Why a rule isn't published: what is wrong with it and what to do. Words only.
import { numberWords } from '../programme/refusal-terms.ts'
import type { Words } from '../words.ts'
import type { Rule } from './rule.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS

type Range = { readonly min: number; readonly max: number }

function durationWords(ms: number): Words {
  if (ms >= DAY_MS) return { vi: `${ms / DAY_MS} ngày`, en: `${ms / DAY_MS} days` }
  return { vi: `${ms / MINUTE_MS} phút`, en: `${ms / MINUTE_MS} min` }
}

const SIDES: Readonly<Record<Rule['side'], Words>> = {
  high: { vi: 'vượt lên trên', en: 'above' },
  low: { vi: 'xuống dưới', en: 'below' },
}

export const RULE_REFUSALS = {
  'rule-id': (length: number): Words => ({
    vi: `Mã quy tắc chỉ gồm chữ thường không dấu, chữ số và dấu nối ở giữa, tối đa ${length} ký tự.`,
    en: `A rule's id has small plain letters, digits and single hyphens between them, at most ${length} characters.`,
  }),
  'rule-unknown': (id: string): Words => ({
    vi: `Không có quy tắc “${id}” để sửa; mã của quy tắc không đổi được. Muốn có mã khác thì tạo quy tắc mới.`,
    en: `There is no rule “${id}” to change; a rule keeps its id. For another id make a new rule.`,
  }),
  'rule-exists': (id: string): Words => ({
    vi: `Đã có quy tắc mang mã “${id}”. Hãy dùng mã khác hoặc sửa quy tắc đó.`,
    en: `There is a rule “${id}” already. Use another id, or change that rule.`,
  }),
  'rule-changed': (version: number): Words => ({
    vi: `Quy tắc đã có bản ${version}, do người khác ban hành sau khi bạn mở. Hãy mở lại rồi sửa trên bản mới.`,
    en: `Somebody published version ${version} since you opened the rule. Open it again and change that one.`,
  }),
  'too-many-rules': (most: number): Words => ({
    vi: `Đã đủ ${numberWords(most).vi} quy tắc. Hãy sửa một quy tắc đã có.`,
    en: `There are ${numberWords(most).en} rules already. Change one of them.`,
  }),
  'rule-text': ({ min, max }: Range): Words => ({
    vi: `Cần từ ${min} đến ${max} ký tự, cả tiếng Việt và tiếng Anh, không có ký tự ẩn.`,
    en: `It needs ${min} to ${max} characters in both languages, and no hidden ones.`,
  }),
  'rule-number': (): Words => ({ vi: 'Phải là một con số.', en: 'It must be a number.' }),
  'rule-whole': ({ min, max }: Range): Words => ({
    vi: `Phải là số nguyên từ ${min} đến ${max}.`,
    en: `It must be a whole number from ${min} to ${max}.`,
  }),
  'rule-negative': (): Words => ({ vi: 'Không được là số âm.', en: 'It must not be negative.' }),
  'rule-time': ({ min, max }: Range): Words => ({
    vi: `Thời gian phải từ ${durationWords(min).vi} đến ${durationWords(max).vi}.`,
    en: `The time must be from ${durationWords(min).en} to ${durationWords(max).en}.`,
  }),
  'rule-hours': (): Words => ({
    vi: 'Giờ phải ở dạng GIỜ:PHÚT (ví dụ 06:00) và hai đầu khác nhau.',
    en: 'Hours have the form HH:MM (such as 06:00), and the two differ.',
  }),
  'rule-list-empty': (): Words => ({
    vi: 'Danh sách trống thì quy tắc không theo dõi gì. Hãy chọn, hoặc để “tất cả”.',
    en: 'With an empty list the rule watches nothing. Choose some, or all.',
  }),
  'rule-list-long': (most: number): Words => ({
    vi: `Danh sách chỉ được tối đa ${most} mục.`,
    en: `The list may have at most ${most} entries.`,
  }),
  'quantity-needed': (): Words => ({
    vi: 'Loại tín hiệu này thuộc về một đại lượng. Hãy chọn đại lượng.',
    en: 'A signal of this kind is of one quantity. Choose it.',
  }),
  'quantity-unexpected': (): Words => ({
    vi: 'Loại tín hiệu này không thuộc riêng đại lượng nào. Hãy bỏ đại lượng.',
    en: 'A signal of this kind is of no single quantity. Leave it out.',
  }),
  'side-wrong': (side: Rule['side']): Words => ({
    vi: `Với loại tín hiệu này, chỉ ${SIDES[side].vi} ngưỡng mới là cảnh báo.`,
    en: `With a signal of this kind only being ${SIDES[side].en} the level is an alarm.`,
  }),
  'count-at': (isNeeded: boolean): Words =>
    isNeeded
      ? { vi: 'Đếm số lần vượt thì cần giá trị để so.', en: 'To count readings beyond a value, give the value.' }
      : { vi: 'Kiểu đếm này không dùng giá trị so. Hãy bỏ.', en: 'This count takes no value. Leave it out.' },
  'level-count': ({ min, max }: Range): Words => ({
    vi: `Cần từ ${min} đến ${max} mức.`,
    en: `A rule of this kind has ${min} to ${max} levels.`,
  }),
  'level-name': ({ min, max }: Range): Words => ({
    vi: `Tên mức cần từ ${min} đến ${max} ký tự.`,
    en: `A level's name has ${min} to ${max} characters.`,
  }),
  'level-twice': (name: string): Words => ({
    vi: `Có hai mức tên “${name}”. Mỗi mức một tên.`,
    en: `There are two levels “${name}”. Each needs its own name.`,
  }),
  'level-at-needed': (): Words => ({ vi: 'Chưa có ngưỡng của mức này.', en: 'This level has no setpoint.' }),
  'level-at-unexpected': (): Words => ({
    vi: 'Mức báo động lũ lấy từ trạm thủy văn của làng, không nhập ở đây.',
    en: "Flood levels come from the village's gauge and are not given here.",
  }),
  'level-order': (side: Rule['side']): Words =>
    side === 'high'
      ? {
          vi: 'Các mức phải từ nhẹ đến nặng: ngưỡng sau cao hơn ngưỡng trước.',
          en: 'Levels go from mild to severe: each setpoint above the one before.',
        }
      : {
          vi: 'Các mức phải từ nhẹ đến nặng: ngưỡng sau thấp hơn ngưỡng trước.',
          en: 'Levels go from mild to severe: each setpoint below the one before.',
        },
  'level-priority': (): Words => ({
    vi: 'Mức nặng hơn không được có độ ưu tiên thấp hơn mức trước.',
    en: 'A severer level must not have a lower priority than the one before.',
  }),
  'state-level': (): Words => ({
    vi: 'Tín hiệu trạng thái chỉ là 1 (đang ở trạng thái đó) hoặc 0: ngưỡng phải lớn hơn 0 và không quá 1.',
    en: 'A state signal is 1 (while it stands) or 0: the setpoint must be above 0 and at most 1.',
  }),
  'deadband-wide': (gap: number): Words => ({
    vi: `Vùng chết phải nhỏ hơn khoảng cách giữa các mức (${numberWords(gap).vi}), nếu không mức sẽ không bao giờ hạ.`,
    en: `The deadband must be smaller than the gap between levels (${numberWords(gap).en}), or a level is never left.`,
  }),
  'programme-scope': (): Words => ({
    vi: 'Đồng hồ của chương trình không thuộc thiết bị nào: không chọn thiết bị, cũng không ẩn theo cảnh báo của thiết bị.',
    en: "The programme's clocks are of no device: choose no devices, and no alarm of a device to be suppressed by.",
  }),
  'suppressor-unknown': (id: string): Words => ({
    vi: `Không có quy tắc “${id}” để ẩn theo.`,
    en: `There is no rule “${id}” to be suppressed by.`,
  }),
  'suppressor-circle': (ids: readonly string[]): Words => ({
    vi: `Các quy tắc ẩn lẫn nhau thành vòng: ${ids.join(' → ')}. Hãy bỏ một mắt.`,
    en: `The rules would suppress each other in a circle: ${ids.join(' → ')}. Leave one out.`,
  }),
}
