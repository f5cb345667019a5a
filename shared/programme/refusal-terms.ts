// The domain's terms, days and amounts as they stand within a refusal's sentence, in both languages. Pure.
import type { Words } from '../words.ts'
import type { AssessmentStep, BookedAmount, DossierStage, ObstacleState, TaskStatus } from './facts.ts'

export const STEP_TERMS: Readonly<Record<AssessmentStep, Words>> = {
  self: { vi: 'tự đánh giá', en: 'self-assessment' },
  district: { vi: 'đánh giá sơ khảo', en: 'preliminary assessment' },
  department: { vi: 'thẩm định của sở, ngành', en: 'department appraisal' },
  consolidation: { vi: 'tổng hợp', en: 'consolidation' },
  recognition: { vi: 'công nhận', en: 'recognition' },
}

export const STAGE_TERMS: Readonly<Record<DossierStage, Words>> = {
  open: { vi: 'đang lập', en: 'being prepared' },
  submitted: { vi: 'đã nộp', en: 'submitted' },
  returned: { vi: 'trả lại để bổ sung', en: 'returned for completion' },
  complete: { vi: 'đầy đủ', en: 'complete' },
  appraised: { vi: 'đã thẩm định', en: 'appraised' },
  consolidated: { vi: 'đã tổng hợp', en: 'consolidated' },
  recognised: { vi: 'được công nhận', en: 'recognised' },
  refused: { vi: 'không được công nhận', en: 'refused' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
}

export const OBSTACLE_TERMS: Readonly<Record<ObstacleState, Words>> = {
  raised: { vi: 'mới nêu', en: 'raised' },
  assigned: { vi: 'đã giao xử lý', en: 'assigned' },
  answered: { vi: 'đã trả lời', en: 'answered' },
  escalated: { vi: 'đã chuyển cấp trên', en: 'escalated' },
  resolved: { vi: 'đã giải quyết', en: 'resolved' },
}

export const STATUS_TERMS: Readonly<Record<TaskStatus, Words>> = {
  'not-started': { vi: 'chưa bắt đầu', en: 'not started' },
  'in-progress': { vi: 'đang thực hiện', en: 'in progress' },
  done: { vi: 'hoàn thành', en: 'done' },
  stopped: { vi: 'dừng', en: 'stopped' },
}

export const BOOKED_TERMS: Readonly<Record<BookedAmount, Words>> = {
  disbursed: { vi: 'giải ngân', en: 'disbursed' },
  settled: { vi: 'quyết toán', en: 'settled' },
}

export function listed<T extends string>(terms: Readonly<Record<T, Words>>, keys: readonly T[]): Words {
  return {
    vi: keys.map(key => `“${terms[key].vi}”`).join(', '),
    en: keys.map(key => `“${terms[key].en}”`).join(', '),
  }
}

/** 2026-11-25 → 25/11/2026; both languages of the province's office write days so. */
export const dayWords = (day: string): string => day.split('-').toReversed().join('/')

const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }
export const numberWords = (value: number): Words => ({
  vi: NUMBERS.vi.format(value),
  en: NUMBERS.en.format(value),
})
export const amountWords = (value: number): Words => ({
  vi: `${NUMBERS.vi.format(value)} đồng`,
  en: `${NUMBERS.en.format(value)} đồng`,
})

const NAMED = 6
/** The first few names; a long list says how many more there are. */
export function namesWords(names: readonly string[]): Words {
  const shown = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return more > 0
    ? { vi: `${shown} và ${more} đơn vị khác`, en: `${shown} and ${more} more` }
    : { vi: shown, en: shown }
}
