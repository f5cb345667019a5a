// Second step of a report: the whole of it as it will be kept, and who submits it.
import { useTranslation } from 'react-i18next'
import type { ReportFigures } from '../../../shared/programme/facts.ts'
import { Notice } from '../../kit/notice.tsx'
import { CommandForm } from '../command-form.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { ReportFigureList, ReportTextParts } from './report-body.tsx'
import type { ReportChoice, ReportTexts } from './report-choices.ts'
import styles from './reports.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly choice: ReportChoice
  readonly texts: ReportTexts
  readonly figures: ReportFigures
  readonly onClose: () => void
}

export function ReportPreview({ view, choice: { unit, period }, texts, figures, onClose }: Props) {
  const { t } = useTranslation('programme')
  return (
    <CommandForm
      view={view}
      title={t('reports.previewTitle', { period: periodWords(t, period.id) })}
      description={`${view.units.get(unit)?.name ?? unit}. ${t('reports.previewHint')}`}
      width="wide"
      isDirty={false}
      submitWords={t('reports.submit')}
      command={() => ({ command: 'submit-report', data: { unit, period: period.id, texts } })}
      onClose={onClose}
    >
      <Notice kind="warning" title={t('reports.frozenOnceSubmitted')} />
      <div className={styles.writing}>
        <ReportTextParts texts={texts} />
        <ReportFigureList
          view={view}
          figures={figures}
          period={period}
          title={t('reports.figures')}
          note={t('reports.figuresNow')}
        />
      </div>
    </CommandForm>
  )
}
