// Submitting a report in two steps: writing, with a draft that is kept, and seeing it once more before it is frozen.
import { useContext, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFigures } from '../../../shared/programme/report-figures.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { SentContext } from '../sent-context.ts'
import { NO_TEXTS, type ReportChoice, type ReportTexts, reportChoices } from './report-choices.ts'
import { createReportDrafts } from './report-draft.ts'
import { ReportPreview } from './report-preview.tsx'
import { ReportWriter } from './report-writer.tsx'

/** What the form begins with, where the page knows. */
export type SubmitStart = { readonly unit: string | undefined; readonly period: string | undefined }
type Props = { readonly view: ProgrammeView; readonly start: SubmitStart; readonly onClose: () => void }

const drafts = createReportDrafts(() => sessionStorage)

export function SubmitReport({ view, start, onClose }: Props) {
  const { t } = useTranslation('programme')
  const onSent = useContext(SentContext)
  // As it was when the form opened: what somebody sends meanwhile must not take the choice away while one writes.
  const [choices] = useState(() => reportChoices(view))
  const [choice, setChoice] = useState(() => firstChoice(choices, start))
  const [texts, setTexts] = useState<ReportTexts>(() => keptOf(choice) ?? NO_TEXTS)
  const [isRestored, setRestored] = useState(() => keptOf(choice) !== undefined)
  const [isPreviewed, setPreviewed] = useState(false)
  const wasSent = useRef(false)
  const sent = useMemo<typeof onSent>(
    () => events => {
      wasSent.current = true
      if (choice) drafts.forget(choice.unit, choice.period.id)
      onSent(events)
    },
    [choice, onSent],
  )

  if (!choice)
    return (
      <Dialog
        title={t('reports.writeTitle')}
        words={{ close: t('shell.close') }}
        footer={<Button onClick={onClose}>{t('shell.close')}</Button>}
        onClose={onClose}
      >
        <Notice
          kind="info"
          title={t('reports.noChoice')}
          actions={<ButtonLink to={addressOf('settings')}>{t('reports.toSettings')}</ButtonLink>}
        >
          {t('reports.noChoiceHint')}
        </Notice>
      </Dialog>
    )

  const choose = (next: ReportChoice) => {
    const kept = keptOf(next)
    setChoice(next)
    setTexts(kept ?? NO_TEXTS)
    setRestored(kept !== undefined)
  }
  const write = (next: ReportTexts) => {
    setTexts(next)
    drafts.keep(choice.unit, choice.period.id, next)
  }
  const figures = reportFigures(view.state, view.units, choice.unit, choice.period, view.day)
  const part = { view, choice, texts, figures }
  return isPreviewed ? (
    <SentContext value={sent}>
      <ReportPreview {...part} onClose={() => (wasSent.current ? onClose() : setPreviewed(false))} />
    </SentContext>
  ) : (
    <ReportWriter
      {...part}
      choices={choices}
      onChoose={choose}
      onWrite={write}
      isRestored={isRestored}
      onDrop={() => {
        write(NO_TEXTS)
        setRestored(false)
      }}
      onPreview={() => setPreviewed(true)}
      onClose={onClose}
    />
  )
}

const keptOf = (choice: ReportChoice | undefined): ReportTexts | undefined =>
  choice && drafts.read(choice.unit, choice.period.id)

/** What the page asked for when that may be sent, else the first of its period or unit, else the newest. */
function firstChoice(choices: readonly ReportChoice[], { unit, period }: SubmitStart): ReportChoice | undefined {
  const fits = (one: ReportChoice) =>
    (unit === undefined || one.unit === unit) && (period === undefined || one.period.id === period)
  return choices.find(fits) ?? choices[0]
}
