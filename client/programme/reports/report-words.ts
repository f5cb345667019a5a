// A report's standing and figures as people say them. Needs a translator; knows no component.
import type { TFunction } from 'i18next'
import type { ReportFigures } from '../../../shared/programme/facts.ts'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import type { ReportMark, ReportStanding } from '../../../shared/programme/report-standing.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import type { ProgrammeState as StateShape } from '../../kit/state-shapes.ts'
import { moneyWords } from '../money-words.ts'
import { periodWords } from '../period-words.ts'
import type { PeriodPhase } from './report-year.ts'
import type { vi } from './words.ts'

type Words = TFunction<'programme'>

export const SHAPE_OF_REPORT: Readonly<Record<ReportMark, StateShape>> = {
  missing: 'overdue',
  late: 'late',
  'due-soon': 'due-soon',
  nobody: 'unknown',
  'not-due': 'waiting',
  'on-time': 'done',
}

export function standingWords(t: Words, { period, mark, submittedOn, lateDays }: ReportStanding): string {
  return t(`reports.cell.${mark}`, {
    period: periodWords(t, period.id),
    day: submittedOn === null ? '' : formatIsoDate(submittedOn),
    days: formatNumber(lateDays ?? 0),
    due: formatIsoDate(period.dueOn),
  })
}

export const phaseWords = (t: Words, phase: PeriodPhase): string =>
  phase.kind === 'lastDay'
    ? t('reports.phase.lastDay')
    : t(`reports.phase.${phase.kind}`, { days: formatNumber(phase.days) })

/** "83 %"; undefined where nothing was expected. */
export const shareWords = (share: number | null): string | undefined =>
  share === null ? undefined : `${formatNumber(share * 100)}\u00a0%`

export type FigureLine = {
  readonly key: keyof (typeof vi)['figure']
  readonly label: string
  readonly words: string
  /** What isn't known of it. */
  readonly note: string | undefined
}

/** What a report's figures say, in the order of the form. A figure that an old report hasn't got is unknown, too. */
export function figureLines(
  t: Words,
  figures: ReportFigures,
  { year }: Pick<ReportPeriod, 'year'>,
): readonly FigureLine[] {
  const known = (name: string, words: (value: number) => string = formatNumber) => {
    const value = figures[name] ?? null
    return value === null ? t('shell.unknown') : words(value)
  }
  const unknownIn = (name: string, key: 'recognisedUnknown' | 'amountUnknown') => {
    const number = figures[name] ?? 0
    return number > 0 ? t(`reports.${key}`, { number }) : undefined
  }
  const money = (value: number) => moneyWords(t, value)
  const line = (key: FigureLine['key'], words: string, note?: string): FigureLine => ({
    key,
    label: t(`reports.figure.${key}`, { year }),
    words,
    note,
  })
  const met = known('indicatorsMet')
  const total = figures['indicatorsTotal'] ?? null
  return [
    line('villages', known('villages')),
    line('recognised', known('recognised'), unknownIn('recognitionUnknown', 'recognisedUnknown')),
    line('indicators', total === null ? met : `${met} / ${formatNumber(total)}`),
    line('tasksOverdue', known('tasksOverdue')),
    line('allocated', known('allocated', money), unknownIn('allocatedUnknown', 'amountUnknown')),
    line('disbursed', known('disbursed', money), unknownIn('disbursedUnknown', 'amountUnknown')),
    line('openObstacles', known('openObstacles')),
  ]
}
