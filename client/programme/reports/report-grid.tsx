// Who sent the report of which period: reporters by periods, one mark each.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportMark, ReportStanding } from '../../../shared/programme/report-standing.ts'
import { navigate } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { MatrixGrid, type MatrixLine } from '../../kit/matrix-grid.tsx'
import type { MatrixCell } from '../../kit/matrix-row.tsx'
import { StateLegend } from '../../kit/state-mark.tsx'
import { addressWith } from '../address-with.ts'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { SHAPE_OF_REPORT, standingWords } from './report-words.ts'
import { periodsOf, type ReporterRow, reporterRows } from './report-year.ts'
import styles from './reports.module.css'

/** Where figures lead that are counted from these marks. */
export const GRID_ID = 'reports-by-unit'

type Props = {
  readonly view: ProgrammeView
  readonly year: number
  readonly standings: readonly ReportStanding[]
}

const MARKS = ['missing', 'late', 'due-soon', 'nobody', 'not-due', 'on-time'] as const satisfies readonly ReportMark[]

export function ReportGrid({ view, year, standings }: Props) {
  const { t } = useTranslation('programme')
  const rows = useMemo(() => reporterRows(standings), [standings])
  const byId = new Map(rows.map(row => [row.id, row]))
  const cellOf = (row: string, period: string): MatrixCell => {
    const standing = byId.get(row)?.cells.get(period)
    if (!standing) return { label: '–', words: t('reports.cell.none', { period: periodWords(t, period) }) }
    return {
      mark: SHAPE_OF_REPORT[standing.mark],
      ...(standing.mark === 'late' || standing.mark === 'missing' ? { label: `+${standing.lateDays ?? 0}` } : {}),
      words: standingWords(t, standing),
    }
  }
  // Who owed a report is named as it was then; today's view adds that nobody carries the duty on.
  const lineOf = ({ id, isOrphaned }: ReporterRow): MatrixLine => ({
    id,
    title: view.units.get(id)?.name ?? t('reports.nobodyAtAll'),
    ...(isOrphaned && view.basis === 'today' ? { group: t('reports.nowNobody') } : {}),
  })
  const open = (row: string, period: string) => {
    const unit = byId.get(row)?.cells.get(period)?.unit ?? undefined
    navigate(addressWith('reports', period, { unit }))
  }
  return (
    <section className={styles.section} id={GRID_ID} tabIndex={-1}>
      <div className={styles.sectionHead}>
        <h3>{t('reports.gridTitle')}</h3>
        <StateLegend
          label={t('reports.legend')}
          states={MARKS.filter(mark => standings.some(standing => standing.mark === mark)).map(mark => ({
            state: SHAPE_OF_REPORT[mark],
            word: t(`term.reportMark.${mark}`),
          }))}
        />
      </div>
      <MatrixGrid
        caption={t('reports.gridCaption', { year })}
        rowsTitle={t('reports.reporters')}
        rows={rows.map(row => lineOf(row))}
        columns={periodsOf(standings).map(({ id, span, cutoff, dueOn }) => ({
          id,
          short: t(`term.span.${span}`),
          title: t('reports.currentMeaning', { cutoff: formatIsoDate(cutoff), due: formatIsoDate(dueOn) }),
        }))}
        cellOf={cellOf}
        onActivate={open}
        ends={{ title: t('reports.gridEnd'), of: id => endWords(byId.get(id)) }}
        emptyWords={t('reports.gridEmpty', { year })}
        restingWords={t('reports.gridResting')}
      />
    </section>
  )
}

function endWords(row: ReporterRow | undefined): string {
  const marks = [...(row?.cells.values() ?? [])].map(({ mark }) => mark)
  const expected = marks.filter(mark => mark === 'on-time' || mark === 'late' || mark === 'missing').length
  return expected === 0 ? '–' : `${marks.filter(mark => mark === 'on-time').length}/${expected}`
}
