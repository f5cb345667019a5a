// A reporting period in words: '2026-Q3' → "Quý III/2026". Pure.
import { REPORT_SPANS } from '../../../shared/programme/facts.ts'
import type { EntryWords } from './entry-hooks.ts'

export function entryPeriodWords(t: EntryWords, period: string): string {
  const [year = '', name = ''] = period.split('-')
  const span = REPORT_SPANS.find(one => one === name)
  if (!span) return period
  return span === 'Y' ? `${t('term.span.Y')} ${year}` : `${t(`term.span.${span}`)}/${year}`
}
