// The unit's report of a period: four texts; the figures are the station's own when it arrives.
import { useState } from 'react'
import type { ReportChoice } from '../../../../shared/entry/choices.ts'
import { REPORT_TEXTS, type ReportText } from '../../../../shared/programme/facts.ts'
import { formatIsoDate } from '../../../design/time-format.ts'
import type { FieldErrors } from '../../../kit/form-errors.ts'
import { TextArea } from '../../../kit/text-area.tsx'
import { typedData } from '../edited-entry.ts'
import { useEntryWords } from '../entry-hooks.ts'
import { entryPeriodWords } from '../entry-period.ts'
import { EntryForm, type EntryFormProps } from './entry-form.tsx'

type Props = EntryFormProps & { readonly report: ReportChoice; readonly unit: string }

const EMPTY: Readonly<Record<ReportText, string>> = { results: '', difficulties: '', proposals: '', next: '' }
const LABEL = {
  results: 'form.reportResults',
  difficulties: 'form.reportDifficulties',
  proposals: 'form.reportProposals',
  next: 'form.reportNext',
} as const

export function ReportForm({ report, unit, ...rest }: Props) {
  const { t } = useEntryWords()
  const [texts, setTexts] = useState<Readonly<Record<ReportText, string>>>(
    typedData(rest.edited, 'submit-report')?.texts ?? EMPTY,
  )
  const period = entryPeriodWords(t, report.period)
  const check = (): FieldErrors => (texts.results.trim() === '' ? { 'texts.results': t('form.missingText') } : {})
  return (
    <EntryForm
      {...rest}
      title={`${t('deed.report')}: ${period}`}
      description={
        <p>
          {t('due', { date: formatIsoDate(report.dueOn) })} · {t('form.reportOnce')}
        </p>
      }
      about={period}
      version={report.version}
      check={check}
      make={() => ({ command: 'submit-report', data: { unit, period: report.period, texts } })}
    >
      {REPORT_TEXTS.map(part => (
        <TextArea
          key={part}
          name={`texts.${part}`}
          label={t(LABEL[part])}
          {...(part === 'results' ? { isRequired: true } : { note: t('optional') })}
          rows={part === 'results' ? 4 : 2}
          value={texts[part]}
          onChange={text => setTexts(held => ({ ...held, [part]: text }))}
        />
      ))}
    </EntryForm>
  )
}
