// One period: its days, the report of every unit, and the consolidated one.
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import type { ReportStanding } from '../../../shared/programme/report-standing.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { addressWith } from '../address-with.ts'
import { EntryButtons } from '../entry-buttons.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { ConsolidationPanel } from './consolidation-panel.tsx'
import { ReportNotes } from './report-notes.tsx'
import { ReportSteps } from './report-steps.tsx'
import { phaseWords, SHAPE_OF_REPORT } from './report-words.ts'
import { phaseOf, standingsOfPeriod } from './report-year.ts'
import styles from './reports.module.css'
import type { SubmitStart } from './submit-report.tsx'

type Props = {
  readonly view: ProgrammeView
  readonly period: ReportPeriod
  readonly onSubmit: (start: SubmitStart) => void
}

export function PeriodDetail({ view, period, onSubmit }: Props) {
  const { t } = useTranslation('programme')
  const standings = standingsOfPeriod(view, period)
  return (
    <article className={styles.page}>
      <ReportSteps />
      <div className={styles.sectionHead}>
        <h2>{t('reports.periodTitle', { period: periodWords(t, period.id) })}</h2>
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'submit',
              words: t('reports.submit'),
              deed: { kind: 'programme', command: 'submit-report' },
              icon: 'plus',
              open: () => onSubmit({ unit: undefined, period: period.id }),
            },
          ]}
        />
      </div>
      <dl className={styles.days}>
        <div>
          <dt>{t('reports.span')}</dt>
          <dd>{t('reports.dataFromTo', { from: formatIsoDate(period.from), to: formatIsoDate(period.cutoff) })}</dd>
        </div>
        <div>
          <dt>{t('reports.cutoff')}</dt>
          <dd>{formatIsoDate(period.cutoff)}</dd>
        </div>
        <div>
          <dt>{t('reports.dueOn')}</dt>
          <dd>{formatIsoDate(period.dueOn)}</dd>
        </div>
        <div>
          <dt>{t('reports.state')}</dt>
          <dd>{phaseWords(t, phaseOf(period, view.day))}</dd>
        </div>
      </dl>
      <ReportNotes view={view} standings={standings} />
      <section className={styles.section}>
        <h3>{t('reports.periodTable')}</h3>
        <ReportTable view={view} standings={standings} />
      </section>
      <ConsolidationPanel view={view} period={period} standings={standings} />
    </article>
  )
}

type TableProps = { readonly view: ProgrammeView; readonly standings: readonly ReportStanding[] }

function ReportTable({ view, standings }: TableProps) {
  const { t } = useTranslation('programme')
  const nameOf = ({ unit, formerly }: ReportStanding) => {
    const id = unit ?? formerly
    const name = id === null ? undefined : view.units.get(id)?.name
    if (unit !== null) return name ?? unit
    return name === undefined ? t('shell.nobody') : `${t('shell.nobody')} · ${t('shell.formerly', { unit: name })}`
  }
  const columns: readonly Column<ReportStanding>[] = [
    { key: 'unit', title: t('reports.reporters'), sortValue: nameOf, render: nameOf },
    {
      key: 'mark',
      title: t('reports.state'),
      sortValue: ({ mark }) => mark,
      render: ({ mark, lateDays }) => (
        <StateMark state={SHAPE_OF_REPORT[mark]} word={t(`term.reportMark.${mark}`)}>
          {lateDays ? <>· {t('reports.lateDays', { days: lateDays })}</> : undefined}
        </StateMark>
      ),
    },
    {
      key: 'on',
      title: t('reports.submittedOn'),
      sortValue: ({ submittedOn }) => submittedOn ?? undefined,
      render: ({ submittedOn }) => (submittedOn === null ? '–' : formatIsoDate(submittedOn)),
    },
    {
      key: 'by',
      title: t('reports.by'),
      render: ({ unit, period }) => {
        const report = unit === null ? undefined : view.state.reports.get(keyOf.report(unit, period.id))
        return report ? <Provenance by={report.by} at={report.at} /> : '–'
      },
    },
  ]
  return (
    <DataTable
      caption={t('reports.periodTable')}
      isCaptionHidden
      columns={columns}
      rows={standings}
      rowKey={({ unit, formerly }) => unit ?? `nobody ${formerly ?? ''}`}
      emptyWords={t('reports.periodEmpty')}
      opening={({ unit, period }) => (unit === null ? undefined : { to: addressWith('reports', period.id, { unit }) })}
    />
  )
}
