// How long it took until alarms were acknowledged, by priority.
import { useTranslation } from 'react-i18next'
import { PRIORITIES, type Priority } from '../../../shared/alarms/rule.ts'
import type { Responses, ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { formatNumber } from '../../design/number-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import { durationWords } from '../rules/rule-sentences.ts'
import { shareText } from './figure-words.ts'

type Row = Responses & { readonly priority: Priority | 'all' }
type Props = { readonly figures: ScorecardFigures }

const MINUTE_MS = 60_000

export function ResponseTable({ figures: { responses } }: Props) {
  const { t } = useTranslation('alarms')
  const rows: readonly Row[] = [
    ...PRIORITIES.toReversed().map(priority => ({ ...responses[priority], priority })),
    { ...responses.all, priority: 'all' },
  ]
  // To the second where it is short, to the minute else: nobody counts the seconds of an hour.
  const time = (ms: number | null) =>
    ms === null
      ? t('scorecard.noneYet')
      : durationWords(t, ms < 10 * MINUTE_MS ? Math.round(ms / 1_000) * 1_000 : Math.round(ms / MINUTE_MS) * MINUTE_MS)
  const columns: readonly Column<Row>[] = [
    {
      key: 'priority',
      title: t('scorecard.priority'),
      isRowHeader: true,
      render: ({ priority }) =>
        priority === 'all' ? t('scorecard.all') : <PrioritySign priority={priority} hasWord />,
    },
    { key: 'answered', title: t('scorecard.answered'), align: 'end', render: row => formatNumber(row.answered) },
    { key: 'median', title: t('scorecard.median'), align: 'end', render: row => time(row.medianMs) },
    { key: 'p90', title: t('scorecard.p90'), align: 'end', render: row => time(row.p90Ms) },
    { key: 'max', title: t('scorecard.max'), align: 'end', render: row => time(row.maxMs) },
    {
      key: 'inTime',
      title: t('scorecard.inTime'),
      align: 'end',
      render: ({ inTime, answered, overdue }) =>
        answered + overdue === 0 ? t('scorecard.noneYet') : shareText(inTime / (answered + overdue)),
    },
    { key: 'overdue', title: t('scorecard.overdue'), align: 'end', render: row => formatNumber(row.overdue) },
  ]
  const { answered, overdue } = responses.all
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.responses')}</h3>
      <DataTable
        caption={t('scorecard.responses')}
        isCaptionHidden
        columns={columns}
        rows={answered + overdue === 0 ? [] : rows}
        rowKey={({ priority }) => priority}
        emptyWords={t('scorecard.responsesNone')}
        maxHeight="none"
      />
    </section>
  )
}
