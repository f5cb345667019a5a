// Recognition, dossier, forecast and units of a village in words, in both languages; what isn't known says so.
import { createInstance, type TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { actingUnitWords, unitWords } from '../../../../client/programme/unit-words.ts'
import {
  clockWords,
  dossierMark,
  forecastWords,
  recognitionMark,
  stageSign,
} from '../../../../client/programme/villages/village-words.ts'
import { en } from '../../../../client/programme/words/en.ts'
import { vi } from '../../../../client/programme/words/vi.ts'
import type { DossierClock } from '../../../../shared/programme/dossier.ts'
import { DOSSIER_STAGES } from '../../../../shared/programme/facts.ts'
import { EMPTY_STATE } from '../../../../shared/programme/state.ts'
import { units } from '../../programme/standing-sample.ts'

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
const [t, inEnglish] = [language('vi'), language('en')]

describe('recognition', () => {
  test('says what its day is and how sure it is', () => {
    const standing = { kind: 'recognised', on: '2025-05-20', basis: 'reported' } as const
    expect(recognitionMark(t, standing, { confidence: 'reported' })).toEqual({
      sign: 'done',
      word: 'Được công nhận',
      detail: 'đưa tin ngày 20/05/2025, theo báo chí',
    })
    expect(recognitionMark(inEnglish, standing, { confidence: 'reported' }).detail).toBe(
      'reported on 20/05/2025, press report',
    )
  })
  test('by its dossier alone nobody said how sure it is', () => {
    const standing = { kind: 'recognised', on: '2025-05-20', basis: 'dossier' } as const
    expect(recognitionMark(t, standing, { confidence: 'none' }).detail).toBe('hồ sơ ghi ngày 20/05/2025')
  })
  test('not known is neither yes nor no', () => {
    expect(recognitionMark(t, { kind: 'unknown' }, null)).toMatchObject({ sign: 'unknown', word: 'Chưa rõ' })
    expect(recognitionMark(t, { kind: 'withdrawn' }, null).sign).toBe('overdue')
  })
})

describe('the clock of a dossier', () => {
  const aClock = (change: Partial<DossierClock> = {}): DossierClock => ({
    phase: 'running',
    usedDays: 8,
    leftDays: 2,
    dueOn: '2026-11-27',
    isLate: false,
    isCertain: true,
    ...change,
  })
  test.each([
    [aClock(), 'ngày 8/10, hạn 27/11/2026'],
    [aClock({ isCertain: false }), 'ngày 8/10, hạn 27/11/2026, chưa chắc vì lịch nghỉ chưa công bố'],
    [aClock({ usedDays: 12, leftDays: -2, isLate: true }), 'ngày 12/10, quá hạn'],
    [aClock({ phase: 'paused', usedDays: 7, dueOn: null }), 'tạm dừng ở ngày 7/10'],
    [aClock({ phase: 'finished', usedDays: 6 }), 'thẩm định trong 6/10 ngày làm việc'],
    [aClock({ phase: 'finished', usedDays: 13, isLate: true }), 'thẩm định trong 13/10 ngày làm việc, trễ'],
    [aClock({ phase: 'not-started', usedDays: 0, dueOn: null }), undefined],
  ])('%#', (clock, words) => {
    expect(clockWords(t, clock, 10)).toBe(words)
  })
  test('running late is overdue, whatever the stage; late and over is not any more', () => {
    expect(dossierMark(t, 'complete', aClock({ isLate: true }), 10).sign).toBe('overdue')
    expect(dossierMark(t, 'returned', aClock({ isLate: true, phase: 'paused' }), 10).sign).toBe('overdue')
    expect(dossierMark(t, 'recognised', aClock({ isLate: true, phase: 'finished' }), 10).sign).toBe('done')
    expect(dossierMark(t, 'complete', aClock(), 10).sign).toBe('on-track')
  })
  test('no dossier waits, and has no clock', () => {
    expect(dossierMark(t, null, null, 10)).toEqual({ sign: 'waiting', word: 'Chưa có hồ sơ', detail: undefined })
  })
  test('only a recognised dossier looks done', () => {
    expect(DOSSIER_STAGES.filter(stage => stageSign(stage) === 'done')).toEqual(['recognised'])
  })
})

describe('a forecast', () => {
  test('is the earliest day, or says that it isn’t sure', () => {
    const expected = { kind: 'expected', on: '2027-04-14', blocking: null } as const
    expect(forecastWords(t, { ...expected, isCertain: true })).toBe('Sớm nhất 14/04/2027')
    expect(forecastWords(t, { ...expected, isCertain: false })).toBe('Khoảng 14/04/2027, chưa chắc')
  })
  test('without a basis gives no day, and none is needed once recognised', () => {
    expect(forecastWords(t, { kind: 'no-basis', blocking: null })).toBe('Chưa đủ cơ sở dự báo')
    expect(forecastWords(t, { kind: 'recognised' })).toBeUndefined()
  })
})

describe('a unit', () => {
  const today = { state: EMPTY_STATE, units, basis: 'today', day: '2026-11-25' } as const
  test('of a duty goes by who carries it on, or by the plan', () => {
    expect(unitWords(t, today, 'so-tttt')).toBe('Sở Khoa học và Công nghệ')
    expect(unitWords(t, { ...today, basis: 'plan' }, 'so-tttt')).toBe('Sở Thông tin và Truyền thông')
  })
  test('that nobody carries on says so and what it was', () => {
    expect(unitWords(t, today, 'district-871')).toBe('chưa giao đơn vị (trước là Huyện Tam Nông)')
    expect(unitWords(t, today, null)).toBe('chưa rõ')
    expect(unitWords(t, today, 'words of the plan')).toBe('words of the plan')
  })
  test('of a deed is the one that did it', () => {
    expect(actingUnitWords(today, 'district-871')).toBe('Huyện Tam Nông')
    expect(actingUnitWords(today, 'nobody')).toBe('nobody')
  })
})
