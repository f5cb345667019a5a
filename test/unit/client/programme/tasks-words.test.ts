// Tasks and reports in words, in both languages: what isn't known is never a number.
import { createInstance, type TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { figureLines, shareWords, standingWords } from '../../../../client/programme/reports/report-words.ts'
import {
  deadlineLine,
  deadlineWords,
  lastWords,
  progressWords,
  reasonWords,
  timeWords,
} from '../../../../client/programme/tasks/task-words.ts'
import { en } from '../../../../client/programme/words/en.ts'
import { vi } from '../../../../client/programme/words/vi.ts'
import { reportStandings } from '../../../../shared/programme/report-standing.ts'
import { setDeadline, standing, stateOn, units, update } from '../../programme/standing-sample.ts'

const language = (lng: 'vi' | 'en'): TFunction<'programme'> => {
  const words = createInstance()
  void words.init({
    lng,
    defaultNS: 'programme',
    resources: { vi: { programme: vi }, en: { programme: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return words.getFixedT(lng, 'programme')
}
const t = language('vi')

describe('a task', () => {
  test('says what time is left, over or gone by in silence', () => {
    expect(timeWords(t, standing('1.1', '2024-06-01'))).toBe('trễ 1 ngày')
    expect(timeWords(t, standing('1.1', '2024-05-30'))).toBe('còn 1 ngày')
    expect(timeWords(t, standing('1.1', '2024-05-31'))).toBe('hôm nay là ngày cuối')
    expect(timeWords(t, standing('1.1', '2024-07-01', [update('2024-05-31', '1.1', 'done')]))).toBe('xong đúng hạn')
    expect(timeWords(t, standing('1.1', '2024-07-01', [update('2024-06-01', '1.1', 'done')]))).toBe('xong trễ 1 ngày')
    expect(timeWords(t, standing('1.4', '2024-07-01'))).toBe('91 ngày chưa cập nhật')
    expect(timeWords(t, standing('1.4', '2024-07-01', [update('2024-07-01', '1.4', 'in-progress')]))).toBe(
      'cập nhật hôm nay',
    )
    expect(timeWords(t, standing('7.5', '2024-07-01'))).toBeUndefined()
    expect(timeWords(t, standing('1.1', '2024-07-01', [update('2024-05-01', '1.1', 'stopped')]))).toBeUndefined()
  })
  test('keeps the plan’s words for its deadline, and says what was set in their place', () => {
    expect(deadlineLine(t, standing('2.3', '2024-07-01'))).toBe('Quý II/2025 · 30/06/2025')
    expect(deadlineLine(t, standing('1.4', '2024-07-01'))).toBe('Thường xuyên')
    const moved = [setDeadline('2024-06-01', '2.3', { kind: 'day', day: '2025-12-31' })]
    expect(deadlineLine(t, standing('2.3', '2024-07-01', moved))).toBe('ngày 31/12/2025 (đã đặt lại thời hạn)')
  })
  test.each([
    [{ kind: 'day', day: '2026-12-08' }, 'ngày 08/12/2026'],
    [{ kind: 'month', month: '2027-03', thenOngoing: false }, 'trong tháng 03/2027'],
    [{ kind: 'quarter', year: 2027, quarter: 4, thenOngoing: true }, 'trong quý IV/2027, sau đó thường xuyên'],
    [{ kind: 'working-days', days: 10, after: 'dossier-complete' }, '10 ngày làm việc từ khi hồ sơ đầy đủ'],
    [{ kind: 'unknown' }, 'chưa rõ (nguồn bị cắt)'],
  ] as const)('a deadline set anew: %j', (deadline, words) => {
    expect(deadlineWords(t, deadline)).toBe(words)
  })
  test('nobody spoke of is said to be so', () => {
    expect(lastWords(t, { lastOn: null, ageDays: null })).toBe('chưa có cập nhật')
    expect(lastWords(t, { lastOn: '2026-11-25', ageDays: 0 })).toBe('25/11/2026 (hôm nay)')
    expect(lastWords(t, { lastOn: '2023-11-25', ageDays: 1_096 })).toBe('25/11/2023 (1.096 ngày trước)')
    expect(progressWords(t, standing('1.4', '2024-07-01'))).toBe('tiến độ chưa rõ')
  })
  test('a day that hangs on unpublished holidays says so after its reason', () => {
    expect(reasonWords(t, { key: 'on-track-day', figures: { due: '05/01/2028', days: 9 }, isUncertain: true })).toBe(
      'Còn 9 ngày đến hạn 05/01/2028. Lịch nghỉ của một năm trong đó chưa được công bố, ngày có thể lệch.',
    )
  })
})

describe('a report', () => {
  const period = { year: 2025 }
  const lines = (figures: Readonly<Record<string, number | null>>) =>
    Object.fromEntries(
      figureLines(t, figures, period).map(({ key, words, note }) => [key, note ? [words, note] : words]),
    )
  test('shows its figures, and what isn’t known beside them', () => {
    const figures = {
      villages: 9,
      recognised: 6,
      recognitionUnknown: 3,
      indicatorsMet: 223,
      indicatorsTotal: 243,
      tasksOverdue: 0,
      allocated: 1_250_000_000,
      allocatedUnknown: 2,
      disbursed: null,
      disbursedUnknown: 45,
      openObstacles: 1_200,
    }
    expect(lines(figures)).toEqual({
      villages: '9',
      recognised: ['6', '3 làng chưa rõ'],
      indicators: '223 / 243',
      tasksOverdue: '0',
      allocated: ['1,25\u00a0tỷ', '2 khoản chưa rõ, chưa cộng vào'],
      disbursed: ['chưa rõ', '45 khoản chưa rõ, chưa cộng vào'],
      openObstacles: '1.200',
    })
  })
  test('that has none of a figure says unknown, never zero', () => {
    expect(new Set(Object.values(lines({})))).toEqual(new Set(['chưa rõ']))
    expect(lines({ indicatorsMet: 3 })).toMatchObject({ indicators: '3' })
  })
  test('says how it stands', () => {
    const day = '2024-09-20'
    const standings = reportStandings(stateOn(day), units, day, '2024-01-01')
    const wordsOf = (id: string) => {
      const found = standings.find(one => one.period.id === id)
      return found && standingWords(t, found)
    }
    expect(wordsOf('2024-Q3')).toBe('Quý III/2024: chưa nộp, quá hạn 1 ngày')
    expect(wordsOf('2024-Q4')).toBe('Quý IV/2024: chưa đến kỳ, hạn 19/12/2024')
    expect(wordsOf('2025-9M')).toBe('9 tháng/2025: chưa giao đơn vị')
  })
  test('a share of nothing is no share', () => {
    expect([shareWords(null), shareWords(0), shareWords(5 / 6)]).toEqual([undefined, '0\u00a0%', '83\u00a0%'])
  })
})

test('English says the same things', () => {
  const english = language('en')
  expect(timeWords(english, standing('1.1', '2024-06-01'))).toBe('days late: 1')
  expect(figureLines(english, {}, { year: 2025 }).map(({ words }) => words)).toEqual(Array(7).fill('not known'))
})
