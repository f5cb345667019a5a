// Checks of settings, each key by its own value, and of a published year of the working calendar.

import type { Words } from '../words.ts'
import type { CommandData } from './command.ts'
import { checkUnit } from './decide-actor.ts'
import { knownSet } from './decide-criteria.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { LIMITS, MOST } from './decide-limits.ts'
import { authorityOf, leadOf, requireRight } from './decide-rights.ts'
import { checkCount, checkDay, checkNote, checkText, checkWhole, checkYear, isDay } from './decide-values.ts'
import { subjectOf } from './event.ts'
import { ASSESSMENT_STEPS, type AssessmentStep, REPORT_SPANS, type Settings } from './facts.ts'
import { type CalendarYear, weekdayOf, yearOf } from './working-calendar.ts'

const SATURDAY = 6

export const judgeSettings: Judges<'change-setting' | 'publish-calendar'> = {
  'change-setting': (j, data) => {
    requireRight(j, leadOf(j), authorityOf(j))
    checkSetting(j, data)
    checkNote(j, 'reason', data.reason)
    return [{ type: 'programme.setting-changed', subject: subjectOf.setting(data.key), data }]
  },
  'publish-calendar': (j, { year }) => {
    requireRight(j, leadOf(j), authorityOf(j))
    checkYear(j, 'year.year', year.year)
    checkText(j, 'year.source', year.source, LIMITS.source)
    checkHolidays(j, year)
    checkSwaps(j, year)
    return [{ type: 'programme.calendar-published', subject: subjectOf.calendar(year.year), data: { year } }]
  },
}

function checkSetting(j: Judgement, setting: CommandData['change-setting']): void {
  switch (setting.key) {
    case 'districtStep':
      if (setting.value.kind === 'unit') checkUnit(j, 'value.unit', setting.value.unit)
      return
    case 'steps':
      if (!areStepsSound(setting.value)) j.refuse('steps-order', 'value')
      return
    case 'criteriaSet':
      if (setting.value !== null) knownSet(j, setting.value, 'value')
      return
    case 'appraisalWorkingDays':
      checkWhole(j, 'value', setting.value, LIMITS.workingDays)
      return
    case 'dueSoonDays':
    case 'silentDays':
    case 'reportDueDays':
      checkWhole(j, 'value', setting.value, LIMITS[setting.key])
      return
    case 'reportSpans':
      checkCount(j, 'value', setting.value, { min: 1 })
      if (new Set(setting.value).size < setting.value.length) j.refuse('spans-twice', 'value')
      return
    case 'reportCutoffs':
      return checkCutoffs(j, setting.value)
    default:
      setting satisfies never
  }
}

/** Each once and in the order of the procedure; a village always speaks for itself, and somebody always decides. */
function areStepsSound(steps: readonly AssessmentStep[]): boolean {
  const inOrder = ASSESSMENT_STEPS.filter(step => steps.includes(step))
  const isSame = inOrder.length === steps.length && inOrder.every((step, at) => step === steps[at])
  return isSame && steps.includes('self') && steps.includes('recognition')
}

function checkCutoffs(j: Judgement, cutoffs: Settings['reportCutoffs']): void {
  let isSound = true
  for (const span of REPORT_SPANS) {
    // A leap year: the 29th of February counts as the 28th in the others.
    if (isDay(`2024-${cutoffs[span]}`)) continue
    isSound = false
    j.refuse('cutoff-malformed', `value.${span}`, cutoffs[span].slice(0, 20))
  }
  const quarters = [cutoffs.Q1, cutoffs.Q2, cutoffs.Q3, cutoffs.Q4]
  if (isSound && quarters.some((cutoff, at) => at > 0 && cutoff <= (quarters[at - 1] ?? '')))
    j.refuse('cutoffs-order', 'value')
}

function checkHolidays(j: Judgement, { year, holidays }: CalendarYear): void {
  checkCount(j, 'year.holidays', holidays, { min: 1, max: MOST.holidays })
  const seen = new Set<string>()
  for (const [at, { date, name }] of holidays.entries()) {
    const field = `year.holidays.${at}`
    checkText(j, `${field}.name`, name, LIMITS.villageName)
    if (!checkDay(j, `${field}.date`, date)) continue
    if (yearOf(date) !== year) j.refuse('calendar-day', `${field}.date`, date, NOT_IN_YEAR)
    if (seen.has(date)) j.refuse('calendar-day', `${field}.date`, date, TWICE)
    seen.add(date)
  }
}

function checkSwaps(j: Judgement, { year, holidays, swaps }: CalendarYear): void {
  checkCount(j, 'year.swaps', swaps, { max: MOST.swaps })
  const isHoliday = new Set(holidays.map(({ date }) => date))
  const seen = new Set<string>()
  for (const [at, { off, on }] of swaps.entries()) {
    const field = `year.swaps.${at}`
    const wrong = (part: 'off' | 'on', words: Words) =>
      j.refuse('calendar-day', `${field}.${part}`, { off, on }[part], words)
    const areDays = [checkDay(j, `${field}.off`, off), checkDay(j, `${field}.on`, on)]
    if (areDays.includes(false)) continue
    if (yearOf(off) !== year) wrong('off', NOT_IN_YEAR)
    if (weekdayOf(off) >= SATURDAY || isHoliday.has(off)) wrong('off', RESTS_ANYWAY)
    if (Math.abs(yearOf(on) - year) > 1) wrong('on', NOT_IN_YEAR)
    if (weekdayOf(on) !== SATURDAY || isHoliday.has(on)) wrong('on', NO_FREE_SATURDAY)
    for (const part of ['off', 'on'] as const) {
      const day = { off, on }[part]
      if (seen.has(day)) wrong(part, TWICE)
      seen.add(day)
    }
  }
}

const NOT_IN_YEAR: Words = { vi: 'không thuộc năm này; hãy sửa ngày', en: 'is not in this year; correct it' }
const TWICE: Words = { vi: 'ghi hai lần; hãy bỏ bớt một', en: 'is there twice; remove one' }
const RESTS_ANYWAY: Words = {
  vi: 'vốn đã là ngày nghỉ nên không hoán đổi được; hãy chọn ngày làm việc',
  en: 'is a day off anyway and cannot be exchanged; choose a working day',
}
const NO_FREE_SATURDAY: Words = {
  vi: 'phải là thứ Bảy không trùng ngày lễ; hãy chọn lại',
  en: 'must be a Saturday that is no holiday; choose again',
}
