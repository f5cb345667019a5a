// Why a command about alarms isn't done, for one alarm or as a whole: what is wrong and what to do. Words only.
import { momentWords } from '../programme/province-day.ts'
import type { Words } from '../words.ts'

/** `declared:Nguyễn Thị Sen · Sở KH&CN` → the name and the unit. */
const personIn = (actor: string): string => actor.slice(actor.indexOf(':') + 1)

export const ALARM_REFUSALS = {
  'unknown-alarm': (id: string): Words => ({
    vi: `Không có cảnh báo “${id}”. Hãy tải lại danh sách.`,
    en: `There is no alarm “${id}”. Load the list again.`,
  }),
  'asked-again': (at: number): Words => ({
    vi: `Cảnh báo này đã báo lại lúc ${momentWords(at)}, sau khi bạn xem. Hãy xem lại rồi mới xử lý.`,
    en: `This alarm asked for attention again at ${momentWords(at)}, after you looked. Look again first.`,
  }),
  'already-acknowledged': (by: string, at: number): Words => ({
    vi: `${personIn(by)} đã xác nhận lúc ${momentWords(at)}. Không cần xác nhận lại.`,
    en: `${personIn(by)} acknowledged it at ${momentWords(at)}. Nothing more is needed.`,
  }),
  'nothing-to-acknowledge': (): Words => ({
    vi: 'Cảnh báo này không chờ ai xác nhận.',
    en: 'This alarm is not waiting for anybody to acknowledge it.',
  }),
  'still-active': (): Words => ({
    vi: 'Tín hiệu vẫn đang vượt ngưỡng. Chỉ đặt lại được khi tín hiệu đã trở về.',
    en: 'The signal is still beyond its limit. It can be reset once the signal is back.',
  }),
  'not-latched': (): Words => ({
    vi: 'Cảnh báo này không chờ đặt lại.',
    en: 'This alarm is not waiting to be reset.',
  }),
  'not-acknowledged': (): Words => ({
    vi: 'Chưa ai xác nhận cảnh báo này. Hãy xác nhận trước rồi đặt lại.',
    en: 'Nobody has acknowledged this alarm. Acknowledge it, then reset it.',
  }),
  'already-shelved': (by: string, until: number): Words => ({
    vi: `${personIn(by)} đã tạm gác đến ${momentWords(until)}. Muốn đổi thì bỏ tạm gác trước.`,
    en: `${personIn(by)} shelved it until ${momentWords(until)}. To change that, unshelve it first.`,
  }),
  'not-shelved': (): Words => ({
    vi: 'Cảnh báo này không (hoặc không còn) được tạm gác.',
    en: 'This alarm is not shelved, or not any more.',
  }),
  'out-of-service': (by: string, reason: string): Words => ({
    vi: `${personIn(by)} đã cho ngừng theo dõi (lý do: ${reason}). Hãy cho theo dõi lại trước.`,
    en: `${personIn(by)} took it out of service (${reason}). Return it to service first.`,
  }),
  'not-out-of-service': (): Words => ({
    vi: 'Cảnh báo này đang được theo dõi.',
    en: 'This alarm is in service.',
  }),
  'reason-missing': (): Words => ({
    vi: 'Chưa ghi lý do. Hãy ghi ngắn gọn vì sao.',
    en: 'The reason is missing. Say briefly why.',
  }),
  'assignee-name': (least: number, most: number): Words => ({
    vi: `Họ tên người được giao cần từ ${least} đến ${most} ký tự, có chữ cái và không có ký tự ẩn.`,
    en: `The name of the person in charge needs ${least} to ${most} characters, with letters and no hidden ones.`,
  }),
  'shelve-time': (least: number, most: number): Words => ({
    vi: `Thời gian tạm gác phải từ ${least} phút đến ${most} giờ.`,
    en: `An alarm is shelved for ${least} minute to ${most} hours.`,
  }),
}
