// First step of a report: whose, of which period, and its four texts beside the system's figures.
import { useTranslation } from 'react-i18next'
import { REPORT_TEXTS, type ReportFigures } from '../../../shared/programme/facts.ts'
import { daysBetween } from '../../../shared/programme/working-calendar.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { FieldRow, Form, SubmitButton } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { Notice } from '../../kit/notice.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { EntryText } from '../entry-text.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { ReportFigureList } from './report-body.tsx'
import { type ReportChoice, type ReportTexts, refusalsOf } from './report-choices.ts'
import styles from './reports.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly choices: readonly ReportChoice[]
  readonly choice: ReportChoice
  readonly texts: ReportTexts
  readonly figures: ReportFigures
  readonly isRestored: boolean
  readonly onChoose: (choice: ReportChoice) => void
  readonly onWrite: (texts: ReportTexts) => void
  readonly onDrop: () => void
  readonly onPreview: () => void
  readonly onClose: () => void
}

export function ReportWriter(props: Props) {
  const { view, choice, texts, figures, onClose } = props
  const { t, i18n } = useTranslation('programme')
  const check = (): FieldErrors => {
    const language = i18n.language === 'en' ? 'en' : 'vi'
    const refusals = refusalsOf(view, choice, texts)
    return Object.fromEntries(refusals.map(refusal => [refusal.field ?? '', refusal[language]]))
  }
  return (
    <Dialog
      title={t('reports.writeTitle')}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={false}
      onClose={onClose}
    >
      <Form
        label={t('reports.writeTitle')}
        words={{ summary: number => t('shell.errors', { number }), failed: t('shell.failed') }}
        check={check}
        onSubmit={async () => {
          props.onPreview()
          return undefined
        }}
        actions={
          <>
            <Button onClick={onClose}>{t('shell.close')}</Button>
            <SubmitButton>{t('reports.preview')}</SubmitButton>
          </>
        }
      >
        <Notice kind="info" title={t('reports.frozenOnceSubmitted')}>
          {t('reports.frozenHint')}
        </Notice>
        <ChoiceFields {...props} />
        {props.isRestored && (
          <Notice
            kind="success"
            title={t('reports.restored')}
            actions={<Button onClick={props.onDrop}>{t('reports.dropDraft')}</Button>}
          />
        )}
        <div className={styles.writing}>
          <div className={styles.texts}>
            {REPORT_TEXTS.map(part => (
              <EntryText
                key={part}
                name={`texts.${part}`}
                label={t(`term.reportText.${part}`)}
                {...(part === 'results' ? { isRequired: true } : { note: t('shell.optional') })}
                value={texts[part]}
                onChange={text => props.onWrite({ ...texts, [part]: text })}
              />
            ))}
          </div>
          <ReportFigureList
            view={view}
            figures={figures}
            period={choice.period}
            title={t('reports.figures')}
            note={t('reports.figuresNow')}
          />
        </div>
      </Form>
    </Dialog>
  )
}

type ChoiceProps = Pick<Props, 'view' | 'choices' | 'choice' | 'onChoose'>

function ChoiceFields({ view, choices, choice, onChoose }: ChoiceProps) {
  const { t } = useTranslation('programme')
  const units = [...new Set(choices.map(({ unit }) => unit))]
  const own = choices.filter(({ unit }) => unit === choice.unit)
  const periodLabel = ({ period }: ReportChoice) => {
    const late = daysBetween(period.dueOn, view.day)
    const words = periodWords(t, period.id)
    return late > 0
      ? t('reports.choiceLate', { period: words, days: formatNumber(late) })
      : t('reports.choiceDue', { period: words, due: formatIsoDate(period.dueOn) })
  }
  const chooseUnit = (unit: string | undefined) => {
    const theirs = choices.filter(one => one.unit === unit)
    const next = theirs.find(({ period }) => period.id === choice.period.id) ?? theirs[0]
    if (next) onChoose(next)
  }
  const choosePeriod = (id: string | undefined) => {
    const next = own.find(({ period }) => period.id === id)
    if (next) onChoose(next)
  }
  return (
    <FieldRow>
      <SelectField
        name="unit"
        label={t('reports.unit')}
        options={units.map(id => ({ value: id, label: view.units.get(id)?.name ?? id }))}
        value={choice.unit}
        onChange={chooseUnit}
      />
      <SelectField
        name="period"
        label={t('reports.choicePeriod')}
        options={own.map(one => ({ value: one.period.id, label: periodLabel(one) }))}
        value={choice.period.id}
        onChange={choosePeriod}
      />
    </FieldRow>
  )
}
