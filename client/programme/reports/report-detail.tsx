// One report, as it was frozen: its words, its figures, who and when. What isn't in yet says so.
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Notice } from '../../kit/notice.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { ReportFigureList, ReportTextParts } from './report-body.tsx'
import { ReportSteps } from './report-steps.tsx'
import { SHAPE_OF_REPORT, standingWords } from './report-words.ts'
import { standingsOfPeriod } from './report-year.ts'
import styles from './reports.module.css'
import type { SubmitStart } from './submit-report.tsx'

type Props = {
  readonly view: ProgrammeView
  readonly period: ReportPeriod
  readonly unit: string
  readonly onSubmit: (start: SubmitStart) => void
}

export function ReportDetail({ view, period, unit, onSubmit }: Props) {
  const { t } = useTranslation('programme')
  const name = view.units.get(unit)?.name
  const report = view.state.reports.get(keyOf.report(unit, period.id))
  const standing = standingsOfPeriod(view, period).find(one => one.unit === unit)
  const words = periodWords(t, period.id)
  if (name === undefined)
    return (
      <div className={styles.page}>
        <ReportSteps period={period.id} />
        <Notice kind="warning" title={t('reports.notFoundUnit', { id: unit })} />
      </div>
    )
  return (
    <article className={styles.page}>
      <ReportSteps period={period.id} />
      <h2>{t('reports.reportTitle', { period: words, unit: name })}</h2>
      {standing && (
        <p>
          <StateMark state={SHAPE_OF_REPORT[standing.mark]} word={standingWords(t, standing)} />
        </p>
      )}
      {report ? (
        <>
          <Notice kind="info" title={t('reports.frozen', { day: formatIsoDate(report.on) })}>
            <Provenance by={report.by} at={report.at} />
          </Notice>
          <div className={styles.columns}>
            <div className={styles.panel}>
              <ReportTextParts texts={report.texts} />
            </div>
            <ReportFigureList view={view} figures={report.figures} period={period} title={t('reports.figuresFrozen')} />
          </div>
        </>
      ) : (
        <>
          <Notice kind="info" title={t('reports.notSubmitted')} />
          <EntryButtons
            view={view}
            entries={[
              {
                key: 'submit',
                words: t('reports.submit'),
                deed: { kind: 'programme', command: 'submit-report' },
                kind: 'primary',
                icon: 'plus',
                open: () => onSubmit({ unit, period: period.id }),
              },
            ]}
          />
        </>
      )}
    </article>
  )
}
