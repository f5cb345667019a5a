// The periods of a year: what they take in, when they are due, how many reports are in, whether they are consolidated.
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import type { ReportStanding } from '../../../shared/programme/report-standing.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { phaseWords } from './report-words.ts'
import { countReports, periodsOf, phaseOf } from './report-year.ts'
import styles from './reports.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly year: number
  readonly standings: readonly ReportStanding[]
}
type Row = { readonly period: ReportPeriod; readonly received: number; readonly asked: number }

export function PeriodTable({ view, year, standings }: Props) {
  const { t } = useTranslation('programme')
  const rows = periodsOf(standings).map(period => {
    const own = standings.filter(standing => standing.period.id === period.id)
    return { period, received: countReports(own).received, asked: own.filter(({ mark }) => mark !== 'nobody').length }
  })
  const columns: readonly Column<Row>[] = [
    {
      key: 'period',
      title: t('reports.period'),
      sortValue: ({ period }) => period.cutoff,
      render: ({ period }) => periodWords(t, period.id),
    },
    {
      key: 'data',
      title: t('reports.data'),
      render: ({ period }) =>
        t('reports.dataFromTo', { from: formatIsoDate(period.from), to: formatIsoDate(period.cutoff) }),
    },
    {
      key: 'due',
      title: t('reports.dueOn'),
      sortValue: ({ period }) => period.dueOn,
      render: ({ period }) => formatIsoDate(period.dueOn),
    },
    { key: 'state', title: t('reports.state'), render: ({ period }) => phaseWords(t, phaseOf(period, view.day)) },
    {
      key: 'reports',
      title: t('reports.reports'),
      align: 'end',
      sortValue: row => (row.asked === 0 ? undefined : row.received / row.asked),
      render: ({ received, asked }) => (asked === 0 ? t('shell.nobody') : `${received} / ${asked}`),
    },
    {
      key: 'consolidation',
      title: t('reports.consolidation'),
      render: ({ period }) => {
        const held = view.state.consolidations.get(period.id)
        return held ? (
          <StateMark state="done" word={t('reports.consolidated', { day: formatIsoDate(held.on) })} />
        ) : (
          <span className={styles.muted}>{t('reports.notConsolidated')}</span>
        )
      },
    },
  ]
  return (
    <section className={styles.section}>
      <h3>{t('reports.calendarTitle')}</h3>
      <DataTable
        caption={t('reports.calendarCaption', { year })}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ period }) => period.id}
        emptyWords={t('reports.calendarEmpty')}
        opening={({ period }) => ({ to: addressOf('reports', period.id) })}
      />
    </section>
  )
}
