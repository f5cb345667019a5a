// Refusals about tasks, money, reports, obstacles, records and settings: what is wrong and what to do. Words only.

import type { Words } from '../words.ts'
import type { BookedAmount, ObstacleState, TaskStatus } from './facts.ts'
import { amountWords, BOOKED_TERMS, dayWords, listed, OBSTACLE_TERMS, STATUS_TERMS } from './refusal-terms.ts'

export const TASK_REFUSALS = {
  'task-unknown': (id: string): Words => ({
    vi: `Kế hoạch không có nhiệm vụ “${id}”. Hãy chọn trong danh sách.`,
    en: `The plan has no task “${id}”. Choose one from the list.`,
  }),
  'progress-contradicts-status': (status: TaskStatus): Words => ({
    vi: `Tiến độ này không khớp với “${STATUS_TERMS[status].vi}” (hoàn thành là 100, chưa bắt đầu là 0). Hãy sửa một trong hai.`,
    en: `This progress does not fit “${STATUS_TERMS[status].en}” (done is 100, not started is 0). Correct one of them.`,
  }),
  'task-never-done': (): Words => ({
    vi: 'Nhiệm vụ thường xuyên, định kỳ hoặc theo đề nghị không có lúc hoàn thành. Hãy ghi “đang thực hiện”, hoặc đóng đề nghị.',
    en: 'An ongoing, periodic or on-request task is never done. Say “in progress”, or close the request.',
  }),
  'year-missing': (): Words => ({
    vi: 'Nhiệm vụ hằng năm hoàn thành cho một năm. Hãy ghi năm.',
    en: 'A yearly task is done for a year. Say which.',
  }),
  'year-unexpected': (): Words => ({
    vi: 'Nhiệm vụ này không tính theo năm. Hãy bỏ năm.',
    en: 'This task does not count by year. Leave the year out.',
  }),
  'year-in-future': (year: number): Words => ({
    vi: `Năm ${year} chưa đến. Hãy ghi năm đã hoặc đang diễn ra.`,
    en: `${year} is still to come. Give this year or an earlier one.`,
  }),
  'request-exists': (id: string): Words => ({
    vi: `Đề nghị “${id}” đang mở rồi. Hãy dùng mã khác.`,
    en: `The request “${id}” is open already. Use another id.`,
  }),
  'request-unknown': (id: string): Words => ({
    vi: `Nhiệm vụ này không có đề nghị đang mở mang mã “${id}”. Hãy tải lại danh sách.`,
    en: `This task has no open request “${id}”. Load the list again.`,
  }),
  'before-request': (day: string): Words => ({
    vi: `Đề nghị có từ ngày ${dayWords(day)}. Hãy ghi ngày đó hoặc sau đó.`,
    en: `The request is of ${dayWords(day)}. Give that day or a later one.`,
  }),
  'month-malformed': (month: string): Words => ({
    vi: `“${month}” không phải là tháng dạng NĂM-THÁNG.`,
    en: `“${month}” is not a month of the form YYYY-MM.`,
  }),
  'milestone-unknown': (id: string): Words => ({
    vi: `Kế hoạch không có mốc “${id}”. Hãy chọn trong danh sách.`,
    en: `The plan has no milestone “${id}”. Choose one from the list.`,
  }),
  'milestone-unit': (name: string): Words => ({
    vi: `Mốc này không thuộc ${name}. Hãy chọn đơn vị mà kế hoạch giao mốc.`,
    en: `This milestone is not one of ${name}. Choose a unit that the plan gives it to.`,
  }),
}

export const FUNDING_REFUSALS = {
  'source-unknown': (id: string): Words => ({
    vi: `Kế hoạch không có nguồn vốn “${id}”. Hãy chọn trong danh sách.`,
    en: `The plan has no funding source “${id}”. Choose one from the list.`,
  }),
  'amount-not-whole': (): Words => ({
    vi: 'Số tiền phải là số nguyên, tính bằng đồng.',
    en: 'The amount must be a whole number of đồng.',
  }),
  'amount-too-large': (max: number): Words => ({
    vi: `Số tiền vượt quá ${amountWords(max).vi}. Hãy kiểm tra đơn vị tính.`,
    en: `The amount is beyond ${amountWords(max).en}. Check the unit.`,
  }),
  'amount-negative': (): Words => ({
    vi: 'Nhu cầu và vốn giao không thể âm. Hãy nhập số từ 0 trở lên.',
    en: 'Need and allocation cannot be negative. Enter 0 or more.',
  }),
  'amount-zero': (): Words => ({
    vi: 'Bút toán phải khác 0. Hãy nhập số tiền.',
    en: 'A booking must not be zero. Enter the amount.',
  }),
  'correction-unexplained': (): Words => ({
    vi: 'Số âm là điều chỉnh giảm. Hãy ghi chú lý do.',
    en: 'A negative amount corrects an earlier booking. Say why in the note.',
  }),
  'total-negative': (kind: BookedAmount, held: number): Words => ({
    vi: `Lũy kế ${BOOKED_TERMS[kind].vi} mới là ${amountWords(held).vi}; điều chỉnh này làm lũy kế âm. Hãy kiểm tra số tiền.`,
    en: `So far ${amountWords(held).en} is ${BOOKED_TERMS[kind].en}; this correction would make it negative. Check the amount.`,
  }),
  'beyond-unexplained': (total: number, limit: number, limitTerm: Words): Words => ({
    vi: `Lũy kế ${amountWords(total).vi} vượt ${limitTerm.vi} ${amountWords(limit).vi}. Nếu đúng, hãy ghi chú lý do.`,
    en: `The total of ${amountWords(total).en} is beyond the ${limitTerm.en} ${amountWords(limit).en}. If it is right, say why in the note.`,
  }),
}

export const REPORT_REFUSALS = {
  'period-unknown': (id: string): Words => ({
    vi: `Không có kỳ báo cáo “${id}”. Kỳ viết như 2026-Q3, 2026-6M, 2026-9M, 2026-Y.`,
    en: `There is no report period “${id}”. Periods read like 2026-Q3, 2026-6M, 2026-9M, 2026-Y.`,
  }),
  'period-disabled': (id: string): Words => ({
    vi: `Kỳ “${id}” đang tắt trong cài đặt. Hãy chọn kỳ khác, hoặc bật lại trong cài đặt.`,
    en: `The period “${id}” is off in the settings. Choose another, or switch it on there.`,
  }),
  'period-before-plan': (from: string): Words => ({
    vi: `Kỳ này chốt trước khi kế hoạch có hiệu lực (${dayWords(from)}). Hãy chọn kỳ sau.`,
    en: `This period closed before the plan counts (${dayWords(from)}). Choose a later one.`,
  }),
  'period-open': (cutoff: string): Words => ({
    vi: `Kỳ này chốt số liệu ngày ${dayWords(cutoff)}. Hãy gửi từ ngày đó trở đi.`,
    en: `The data of this period close on ${dayWords(cutoff)}. Send it from that day on.`,
  }),
  'report-exists': (on: string): Words => ({
    vi: `Báo cáo kỳ này đã nộp ngày ${dayWords(on)} và không sửa được nữa. Hãy nêu bổ sung ở kỳ sau.`,
    en: `The report of this period was submitted on ${dayWords(on)} and is frozen. Add what is missing to the next one.`,
  }),
  'not-a-reporter': (name: string): Words => ({
    vi: `${name} không phải đơn vị báo cáo của kỳ này. Hãy chọn đơn vị trong lịch báo cáo.`,
    en: `${name} does not report for this period. Choose a unit of the report calendar.`,
  }),
  'consolidation-exists': (on: string): Words => ({
    vi: `Kỳ này đã tổng hợp ngày ${dayWords(on)} và không sửa được nữa.`,
    en: `This period was consolidated on ${dayWords(on)} and is frozen.`,
  }),
  'nothing-to-consolidate': (): Words => ({
    vi: 'Kỳ này chưa có báo cáo nào để tổng hợp.',
    en: 'No report of this period is in yet, so there is nothing to consolidate.',
  }),
}

export const OBSTACLE_REFUSALS = {
  'obstacle-unknown': (id: string): Words => ({
    vi: `Không có vướng mắc “${id}”. Hãy tải lại danh sách.`,
    en: `There is no obstacle “${id}”. Load the list again.`,
  }),
  'obstacle-exists': (id: string): Words => ({
    vi: `Đã có vướng mắc mang mã “${id}”. Hãy dùng mã khác.`,
    en: `There is an obstacle “${id}” already. Use another id.`,
  }),
  'obstacle-move': (from: ObstacleState, to: ObstacleState, allowed: readonly ObstacleState[]): Words => ({
    vi: `Không chuyển được từ “${OBSTACLE_TERMS[from].vi}” sang “${OBSTACLE_TERMS[to].vi}”. Có thể chuyển sang: ${listed(OBSTACLE_TERMS, allowed).vi}.`,
    en: `“${OBSTACLE_TERMS[from].en}” cannot become “${OBSTACLE_TERMS[to].en}”. It can become: ${listed(OBSTACLE_TERMS, allowed).en}.`,
  }),
  'responsible-missing': (): Words => ({
    vi: 'Giao xử lý hoặc chuyển cấp trên thì phải chọn đơn vị chịu trách nhiệm.',
    en: 'Assigning or escalating needs the unit that must act.',
  }),
  'responsible-unexpected': (): Words => ({
    vi: 'Chỉ khi giao xử lý hoặc chuyển cấp trên mới chọn đơn vị chịu trách nhiệm. Hãy bỏ đơn vị.',
    en: 'Only assigning and escalating name a unit that must act. Leave it out.',
  }),
  'due-in-past': (day: string): Words => ({
    vi: `Hạn ${dayWords(day)} đã qua. Hãy chọn hạn từ hôm nay trở đi.`,
    en: `The due day ${dayWords(day)} is past. Choose today or later.`,
  }),
  'due-unexpected': (): Words => ({
    vi: 'Chỉ khi giao xử lý hoặc chuyển cấp trên mới đặt hạn. Hãy bỏ hạn.',
    en: 'Only assigning and escalating set a due day. Leave it out.',
  }),
}

export const RECORD_REFUSALS = {
  'record-kind': (): Words => ({
    vi: 'Không đổi được loại của mục đã có. Hãy tạo mục mới.',
    en: 'The kind of a record cannot change. Make a new one.',
  }),
  'record-undated': (): Words => ({
    vi: 'Đã xong thì phải có ngày. Hãy ghi ngày hoàn thành.',
    en: 'What is done needs its day. Give it.',
  }),
}

export const SETTING_REFUSALS = {
  'steps-order': (): Words => ({
    vi: 'Các bước phải theo thứ tự, mỗi bước một lần, bắt đầu bằng tự đánh giá và kết thúc bằng công nhận.',
    en: 'The steps must stand in order, each once, beginning with self-assessment and ending with recognition.',
  }),
  'spans-twice': (): Words => ({
    vi: 'Mỗi loại kỳ báo cáo chỉ chọn một lần.',
    en: 'Each kind of report period may be chosen once.',
  }),
  'cutoff-malformed': (cutoff: string): Words => ({
    vi: `“${cutoff}” không phải ngày chốt dạng THÁNG-NGÀY (ví dụ 09-14).`,
    en: `“${cutoff}” is not a cut-off of the form MM-DD (such as 09-14).`,
  }),
  'cutoffs-order': (): Words => ({
    vi: 'Ngày chốt của bốn quý phải theo thứ tự thời gian.',
    en: 'The cut-offs of the four quarters must follow one another.',
  }),
  'calendar-day': (day: string, wrong: Words): Words => ({
    vi: `Ngày ${dayWords(day)} ${wrong.vi}.`,
    en: `${dayWords(day)} ${wrong.en}.`,
  }),
}
