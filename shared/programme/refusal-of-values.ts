// Refusals of who asks and of single values (text, day, number, id, file): what is wrong and what to do. Words only.

import type { Words } from '../words.ts'
import { dayWords, namesWords, numberWords } from './refusal-terms.ts'

type Range = { readonly min: number; readonly max: number }

export const ACTOR_REFUSALS = {
  'actor-name-length': ({ min, max }: Range): Words => ({
    vi: `Họ tên cần từ ${min} đến ${max} ký tự. Hãy ghi họ tên người nhập.`,
    en: `The name needs ${min} to ${max} characters. Write the name of the person entering this.`,
  }),
  'actor-name-characters': (): Words => ({
    vi: 'Họ tên phải có chữ cái và không có ký tự ẩn. Hãy gõ lại thay vì dán.',
    en: 'The name needs letters and no hidden characters. Type it instead of pasting it.',
  }),
  'unit-unknown': (id: string): Words => ({
    vi: `Không có đơn vị “${id}”. Hãy chọn đơn vị trong danh sách.`,
    en: `There is no unit “${id}”. Choose a unit from the list.`,
  }),
  'unit-abolished': (name: string, on: string, successor: string | null): Words =>
    successor === null
      ? {
          vi: `${name} đã kết thúc từ ngày ${dayWords(on)} và chưa có đơn vị nào được xác định tiếp nhận. Hãy chọn đơn vị đang hoạt động.`,
          en: `${name} ended on ${dayWords(on)} and nobody is known to carry it on. Choose a unit that exists today.`,
        }
      : {
          vi: `${name} đã kết thúc từ ngày ${dayWords(on)}; nay ${successor} tiếp nhận. Hãy chọn ${successor}.`,
          en: `${name} ended on ${dayWords(on)}; ${successor} carries it on. Choose ${successor}.`,
        },
  'unit-not-yet': (name: string, from: string): Words => ({
    vi: `${name} chỉ có từ ngày ${dayWords(from)}. Hãy chọn đơn vị đang hoạt động.`,
    en: `${name} exists only from ${dayWords(from)}. Choose a unit that exists today.`,
  }),
  'unit-is-group': (name: string, members: readonly string[]): Words => ({
    vi: `“${name}” là một nhóm đơn vị. Hãy chọn đơn vị của mình: ${namesWords(members).vi}.`,
    en: `“${name}” is a group of units. Choose your own: ${namesWords(members).en}.`,
  }),
  'no-right': (name: string, holders: readonly string[]): Words =>
    holders.length === 0
      ? {
          vi: `${name} không được làm việc này, và hiện chưa có đơn vị nào được giao. Hãy báo cơ quan chủ trì.`,
          en: `${name} may not do this, and nobody is assigned to it now. Tell the programme's lead.`,
        }
      : {
          vi: `${name} không được làm việc này. Việc này thuộc: ${namesWords(holders).vi}.`,
          en: `${name} may not do this. It belongs to: ${namesWords(holders).en}.`,
        },
}

export const VALUE_REFUSALS = {
  'text-short': (min: number): Words =>
    min <= 1
      ? { vi: 'Không được để trống. Hãy ghi nội dung.', en: 'This must not be empty. Write something.' }
      : {
          vi: `Quá ngắn. Hãy ghi ít nhất ${min} ký tự.`,
          en: `Too short. Write at least ${min} characters.`,
        },
  'text-long': (max: number, length: number): Words => ({
    vi: `Quá dài: ${numberWords(length).vi} ký tự, tối đa ${numberWords(max).vi}. Hãy rút gọn.`,
    en: `Too long: ${numberWords(length).en} characters, at most ${numberWords(max).en}. Shorten it.`,
  }),
  'text-characters': (): Words => ({
    vi: 'Có ký tự điều khiển không hiển thị được. Hãy xóa và gõ lại đoạn đó.',
    en: 'There are control characters that cannot be shown. Delete them and type that part again.',
  }),
  'id-malformed': (id: string): Words => ({
    vi: `Mã “${id}” không hợp lệ. Chỉ dùng chữ không dấu, chữ số và dấu nối ở giữa, tối đa 64 ký tự.`,
    en: `“${id}” is no valid id. Use plain letters, digits and single hyphens between them, at most 64 characters.`,
  }),
  'id-reserved': (id: string): Words => ({
    vi: `Mã “${id}” được dành riêng cho toàn tỉnh. Hãy chọn mã khác.`,
    en: `“${id}” is reserved for the whole province. Choose another id.`,
  }),
  'day-malformed': (day: string): Words => ({
    vi: day === '' ? 'Chưa có ngày. Hãy chọn ngày.' : `“${day}” không phải là một ngày có thật. Hãy chọn lại.`,
    en: day === '' ? 'The day is missing. Choose one.' : `“${day}” is not a day that exists. Choose again.`,
  }),
  'day-in-future': (day: string, today: string): Words => ({
    vi: `Ngày ${dayWords(day)} chưa đến (hôm nay ${dayWords(today)}). Hãy ghi ngày đã diễn ra.`,
    en: `${dayWords(day)} is still to come (today is ${dayWords(today)}). Give the day it happened.`,
  }),
  'year-out-of-range': ({ min, max }: Range): Words => ({
    vi: `Năm phải từ ${min} đến ${max}.`,
    en: `The year must be from ${min} to ${max}.`,
  }),
  'number-out-of-range': ({ min, max }: Range): Words => ({
    vi: `Phải là số nguyên từ ${numberWords(min).vi} đến ${numberWords(max).vi}.`,
    en: `It must be a whole number from ${numberWords(min).en} to ${numberWords(max).en}.`,
  }),
  'number-malformed': (): Words => ({
    vi: 'Chưa phải là một con số. Hãy nhập số.',
    en: 'This is not a number. Enter a number.',
  }),
  'list-empty': (): Words => ({ vi: 'Cần ít nhất một mục.', en: 'At least one entry is needed.' }),
  'too-many': (max: number, count: number): Words => ({
    vi: `Có ${numberWords(count).vi} mục, tối đa ${numberWords(max).vi}. Hãy bớt đi.`,
    en: `There are ${numberWords(count).en} entries, at most ${numberWords(max).en} are allowed. Remove some.`,
  }),
  'limit-reached': (max: number): Words => ({
    vi: `Đã đủ ${numberWords(max).vi} mục, không thêm được nữa. Hãy đóng hoặc sửa mục đã có.`,
    en: `There are ${numberWords(max).en} already, no more can be added. Close or change one that is there.`,
  }),
  'file-malformed': (name: string): Words => ({
    vi: `Tệp “${name}” không hợp lệ (loại, kích thước hoặc mã băm). Hãy tải lên lại.`,
    en: `The file “${name}” is not valid (type, size or hash). Upload it again.`,
  }),
  'file-twice': (name: string): Words => ({
    vi: `Tệp “${name}” đính kèm hai lần. Hãy bỏ bớt một.`,
    en: `The file “${name}” is attached twice. Remove one.`,
  }),
  'plan-missing': (): Words => ({
    vi: 'Chưa có kế hoạch nào của tỉnh trong hệ thống. Hãy nạp kế hoạch trước.',
    en: 'There is no plan of the province in the system. Load it first.',
  }),
}
