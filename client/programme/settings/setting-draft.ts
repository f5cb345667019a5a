// From the fields of a setting's form to its command. Pure; whether a value is sound is judged by decide.ts.
import type { CommandData } from '../../../shared/programme/command.ts'
import { isDay } from '../../../shared/programme/decide-values.ts'
import {
  ASSESSMENT_STEPS,
  type AssessmentStep,
  REPORT_SPANS,
  type ReportSpan,
  type Settings,
} from '../../../shared/programme/facts.ts'
import { textOrNull } from '../funding/entry-draft.ts'

/** One of these belongs to the setting; the others stand as they are. */
export type SettingDraft = {
  readonly holder: Settings['districtStep']['kind']
  readonly unit: string | undefined
  readonly steps: readonly AssessmentStep[]
  readonly criteriaSet: string | undefined
  readonly number: number | undefined
  readonly spans: readonly ReportSpan[]
  /** As typed, day first: "14/03". */
  readonly cutoffs: Readonly<Record<ReportSpan, string>>
  readonly reason: string
}

const NUMBERS = ['appraisalWorkingDays', 'dueSoonDays', 'silentDays', 'reportDueDays'] as const
export type NumberSetting = (typeof NUMBERS)[number]
export const isNumberSetting = (key: keyof Settings): key is NumberSetting => NUMBERS.some(one => one === key)

export function draftOf(key: keyof Settings, settings: Settings): SettingDraft {
  const { districtStep, reportCutoffs } = settings
  return {
    holder: districtStep.kind,
    unit: districtStep.kind === 'unit' ? districtStep.unit : undefined,
    steps: settings.steps,
    criteriaSet: settings.criteriaSet ?? undefined,
    number: isNumberSetting(key) ? settings[key] : undefined,
    spans: settings.reportSpans,
    cutoffs: cutoffsBy(span => dayMonthText(reportCutoffs[span])),
    reason: '',
  }
}

/** Undefined while something is missing: a unit, a number. */
export function settingOf(key: keyof Settings, draft: SettingDraft): CommandData['change-setting'] | undefined {
  const reason = textOrNull(draft.reason)
  switch (key) {
    case 'districtStep': {
      if (draft.holder !== 'unit') return { key, value: { kind: draft.holder }, reason }
      return draft.unit === undefined ? undefined : { key, value: { kind: 'unit', unit: draft.unit }, reason }
    }
    case 'steps':
      return { key, value: ASSESSMENT_STEPS.filter(step => draft.steps.includes(step)), reason }
    case 'criteriaSet':
      return { key, value: draft.criteriaSet ?? null, reason }
    case 'appraisalWorkingDays':
    case 'dueSoonDays':
    case 'silentDays':
    case 'reportDueDays':
      return draft.number === undefined ? undefined : { key, value: draft.number, reason }
    case 'reportSpans':
      return { key, value: REPORT_SPANS.filter(span => draft.spans.includes(span)), reason }
    case 'reportCutoffs':
      return { key, value: cutoffsBy(span => monthDayOf(draft.cutoffs[span])), reason }
    default:
      return key satisfies never
  }
}

/** "03-14" as people write it: "14/03". */
export const dayMonthText = (monthDay: string): string => monthDay.split('-').reverse().join('/')

/** "14/3" as "03-14"; what can't be read stays as it was typed, for decide.ts to refuse. */
export function monthDayOf(typed: string): string {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(typed) ?? []
  return day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim()
}

/** Spans whose day no year has; the 29th of February is one. */
export const unreadableCutoffs = ({ cutoffs }: Pick<SettingDraft, 'cutoffs'>): readonly ReportSpan[] =>
  REPORT_SPANS.filter(span => !isDay(`2024-${monthDayOf(cutoffs[span])}`))

/** With or without one; the order is that of the procedure again when it is sent. */
export const toggled = <T>(list: readonly T[], one: T, isIn: boolean): readonly T[] =>
  isIn ? [...list, one] : list.filter(other => other !== one)

const cutoffsBy = (text: (span: ReportSpan) => string): Readonly<Record<ReportSpan, string>> => ({
  Q1: text('Q1'),
  Q2: text('Q2'),
  Q3: text('Q3'),
  Q4: text('Q4'),
  '6M': text('6M'),
  '9M': text('9M'),
  Y: text('Y'),
})
