// The consolidated report of a period, frozen; or the way to make it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import type { ReportStanding } from '../../../shared/programme/report-standing.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { EntryButtons } from '../entry-buttons.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { ConsolidateForm } from './consolidate-form.tsx'
import { ReportFigureList } from './report-body.tsx'
import styles from './reports.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly period: ReportPeriod
  readonly standings: readonly ReportStanding[]
}

export function ConsolidationPanel({ view, period, standings }: Props) {
  const { t } = useTranslation('programme')
  const [isOpen, setOpen] = useState(false)
  const held = view.state.consolidations.get(period.id)
  const reports = standings.flatMap(({ unit }) =>
    unit === null ? [] : (view.state.reports.get(keyOf.report(unit, period.id)) ?? []),
  )
  if (held)
    return (
      <section className={styles.section}>
        <h3>{t('reports.consolidationTitle')}</h3>
        <p className={styles.muted}>{t('reports.consolidationFrozen', { day: formatIsoDate(held.on) })}</p>
        <Provenance by={held.by} at={held.at} />
        <div className={styles.columns}>
          <div className={styles.panel}>
            <p className={styles.written}>{held.text}</p>
            <p className={styles.muted}>
              {t('reports.consolidationFrom')}: {held.units.map(id => view.units.get(id)?.name ?? id).join(', ')}
            </p>
          </div>
          <ReportFigureList
            view={view}
            figures={held.figures}
            period={period}
            title={t('reports.figuresConsolidated')}
          />
        </div>
      </section>
    )
  const why =
    view.day < period.cutoff
      ? t('reports.consolidationOpen', { day: formatIsoDate(period.cutoff) })
      : reports.length === 0
        ? t('reports.consolidationEmpty')
        : undefined
  return (
    <section className={styles.section}>
      <h3>{t('reports.consolidationTitle')}</h3>
      <p className={styles.muted}>{why ?? t('reports.consolidationNone')}</p>
      {why === undefined && (
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'consolidate',
              words: t('reports.consolidate'),
              deed: { kind: 'programme', command: 'consolidate-reports' },
              icon: 'plus',
              open: () => setOpen(true),
            },
          ]}
        />
      )}
      {isOpen && (
        <ConsolidateForm
          view={view}
          period={period}
          standings={standings}
          reports={reports}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
