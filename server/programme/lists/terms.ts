// The programme's codes in words, for lists that people open in a spreadsheet and for what they send back. No rule, only words.
import type { IndicatorField } from '../../../shared/programme/criteria.ts'
import type {
  Confidence,
  ObstacleKind,
  Outcome,
  RecordKind,
  RecordState,
  VillageFactKey,
} from '../../../shared/programme/facts.ts'
import type { RecognitionBasis } from '../../../shared/programme/recognition-progress.ts'
import type { ReportMark } from '../../../shared/programme/report-standing.ts'
import type { TaskMark } from '../../../shared/programme/task-standing.ts'
import type { Words } from '../../../shared/words.ts'

type Terms<Code extends string> = Readonly<Record<Code, Words>>

export const OUTCOME_TERMS: Terms<Outcome> = {
  met: { vi: 'đạt', en: 'met' },
  'not-met': { vi: 'chưa đạt', en: 'not met' },
}
export const RECOGNITION_TERMS: Terms<'recognised' | 'withdrawn' | 'unknown'> = {
  recognised: { vi: 'đã công nhận', en: 'recognised' },
  withdrawn: { vi: 'đã thu hồi', en: 'withdrawn' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
}
export const RECOGNITION_BASIS_TERMS: Terms<RecognitionBasis> = {
  decided: { vi: 'ngày quyết định', en: 'day of the decision' },
  reported: { vi: 'ngày có tin', en: 'day of a report' },
  dossier: { vi: 'theo hồ sơ', en: 'by the dossier' },
  recorded: { vi: 'ngày ghi vào hệ thống', en: 'day it was written down' },
}
export const CONFIDENCE_TERMS: Terms<Confidence> = {
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  reported: { vi: 'theo tin đã đăng', en: 'reported' },
  declared: { vi: 'người dùng khai', en: 'declared' },
  none: { vi: 'chưa có nguồn', en: 'no source' },
}
export const FORECAST_TERMS: Terms<'recognised' | 'expected' | 'no-basis'> = {
  recognised: { vi: 'đã công nhận', en: 'recognised' },
  expected: { vi: 'dự kiến', en: 'expected' },
  'no-basis': { vi: 'chưa đủ cơ sở', en: 'no basis' },
}
export const CLOCK_TERMS: Terms<'not-started' | 'running' | 'paused' | 'finished'> = {
  'not-started': { vi: 'chưa tính', en: 'not started' },
  running: { vi: 'đang tính', en: 'running' },
  paused: { vi: 'tạm dừng', en: 'paused' },
  finished: { vi: 'đã dừng', en: 'finished' },
}
export const TASK_MARK_TERMS: Terms<TaskMark> = {
  overdue: { vi: 'quá hạn', en: 'overdue' },
  silent: { vi: 'lâu chưa cập nhật', en: 'silent' },
  'due-soon': { vi: 'sắp đến hạn', en: 'due soon' },
  'on-track': { vi: 'trong hạn', en: 'on track' },
  waiting: { vi: 'chờ phát sinh', en: 'waiting' },
  'no-date': { vi: 'chưa có hạn', en: 'no date' },
  done: { vi: 'hoàn thành', en: 'done' },
  stopped: { vi: 'dừng', en: 'stopped' },
}
export const REPORT_MARK_TERMS: Terms<ReportMark> = {
  'on-time': { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'trễ hạn', en: 'late' },
  missing: { vi: 'chưa nộp', en: 'missing' },
  'due-soon': { vi: 'sắp đến hạn', en: 'due soon' },
  'not-due': { vi: 'chưa đến hạn', en: 'not due' },
  nobody: { vi: 'chưa giao đơn vị nào', en: 'nobody is named' },
}
export const OBSTACLE_KIND_TERMS: Terms<ObstacleKind> = {
  obstacle: { vi: 'vướng mắc', en: 'obstacle' },
  proposal: { vi: 'đề xuất', en: 'proposal' },
}
export const RECORD_KIND_TERMS: Terms<RecordKind> = {
  training: { vi: 'tập huấn', en: 'training' },
  handbook: { vi: 'sổ tay', en: 'handbook' },
  infrastructure: { vi: 'hạ tầng', en: 'infrastructure' },
  equipment: { vi: 'thiết bị', en: 'equipment' },
  'data-connection': { vi: 'kết nối dữ liệu', en: 'data connection' },
}
export const RECORD_STATE_TERMS: Terms<RecordState> = {
  planned: { vi: 'dự kiến', en: 'planned' },
  'in-progress': { vi: 'đang thực hiện', en: 'in progress' },
  done: { vi: 'hoàn thành', en: 'done' },
  stopped: { vi: 'dừng', en: 'stopped' },
}
export const VILLAGE_FACT_TERMS: Terms<VillageFactKey> = {
  hamlets: { vi: 'Ấp', en: 'Hamlets' },
  'working-group': { vi: 'Tổ công tác', en: 'Working group' },
  'operating-team': { vi: 'Tổ Điều hành', en: 'Operating team' },
  'operating-regulation': { vi: 'Quy chế hoạt động', en: 'Operating regulation' },
  speciality: { vi: 'Sản phẩm đặc trưng', en: 'Speciality' },
  organisation: { vi: 'Hợp tác xã, Hội quán', en: 'Co-operative, Hội quán' },
  'ocop-product': { vi: 'Sản phẩm OCOP', en: 'OCOP product' },
  'ocop-stars': { vi: 'Sao OCOP', en: 'OCOP stars' },
}
export const INDICATOR_FIELD_TERMS: Terms<IndicatorField> = {
  title: { vi: 'nội dung', en: 'text' },
  target: { vi: 'mức phải đạt', en: 'target' },
  owner: { vi: 'đơn vị thẩm định', en: 'owner' },
  evidence: { vi: 'minh chứng', en: 'evidence' },
  measure: { vi: 'phép đo', en: 'measure' },
  group: { vi: 'nhóm', en: 'group' },
  criterion: { vi: 'tiêu chí', en: 'criterion' },
}
export const CHANGE_TERMS: Terms<'same' | 'changed' | 'added' | 'removed'> = {
  same: { vi: 'giữ nguyên', en: 'same' },
  changed: { vi: 'thay đổi', en: 'changed' },
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'removed' },
}
export const CALENDAR_TERMS: Terms<'holiday' | 'exchanged-off' | 'working-saturday'> = {
  holiday: { vi: 'nghỉ lễ, Tết, nghỉ bù', en: 'public holiday' },
  'exchanged-off': { vi: 'nghỉ hoán đổi', en: 'day off exchanged' },
  'working-saturday': { vi: 'làm bù', en: 'working day exchanged' },
}
export const MILESTONE_KIND_TERMS: Terms<'plan' | 'village'> = {
  plan: { vi: 'kế hoạch', en: 'plan' },
  village: { vi: 'làng', en: 'village' },
}
