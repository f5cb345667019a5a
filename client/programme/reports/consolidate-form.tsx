// Puts the reports of a period together into the province's one.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFigures } from '../../../shared/programme/report-figures.ts'
import type { ReportPeriod } from '../../../shared/programme/report-period.ts'
import type { ReportStanding } from '../../../shared/programme/report-standing.ts'
import type { ReportState } from '../../../shared/programme/state.ts'
import { Button } from '../../kit/button.tsx'
import { CommandForm } from '../command-form.tsx'
import { EntryText } from '../entry-text.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { appended, consolidationDraft } from './consolidation-text.ts'
import { ReportFigureList } from './report-body.tsx'
import styles from './reports.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly period: ReportPeriod
  readonly standings: readonly ReportStanding[]
  readonly reports: readonly ReportState[]
  readonly onClose: () => void
}

export function ConsolidateForm({ view, period, standings, reports, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [text, setText] = useState('')
  const nameOf = (id: string) => view.units.get(id)?.name ?? id
  const named = (ids: readonly string[]) => (ids.length === 0 ? t('reports.none') : ids.map(nameOf).join(', '))
  const lacking = standings.flatMap(({ unit, eventId }) => (unit !== null && eventId === null ? [unit] : []))
  return (
    <CommandForm
      view={view}
      title={t('reports.consolidateFor', { period: periodWords(t, period.id) })}
      description={t('reports.consolidateNote')}
      width="wide"
      isDirty={text !== ''}
      command={() => ({ command: 'consolidate-reports', data: { period: period.id, text } })}
      onClose={onClose}
    >
      <dl className={styles.facts}>
        <div>
          <dt>{t('reports.consolidateGot')}</dt>
          <dd>{named(reports.map(({ unit }) => unit))}</dd>
        </div>
        <div>
          <dt>{t('reports.consolidateLacking')}</dt>
          <dd>{named(lacking)}</dd>
        </div>
      </dl>
      <EntryText name="text" label={t('reports.consolidateText')} isRequired rows={8} value={text} onChange={setText} />
      <div>
        <Button icon="download" onClick={() => setText(appended(text, consolidationDraft(reports, nameOf)))}>
          {t('reports.consolidateInsert')}
        </Button>
      </div>
      <ReportFigureList
        view={view}
        figures={reportFigures(view.state, view.units, null, period, view.day)}
        period={period}
        title={t('reports.figures')}
        note={t('reports.figuresNow')}
      />
    </CommandForm>
  )
}
