// The alarms a trial would have raised, in their order.
import { useTranslation } from 'react-i18next'
import type { BacktestAlarm } from '../../../shared/alarms/backtest.ts'
import { formatNumber } from '../../design/number-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { momentWords, spanWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import type { RuleNames } from './rule-names.ts'
import { valueWords } from './rule-sentences.ts'
import styles from './trial.module.css'
import type { TrialOutcome } from './trial-run.ts'

/** Enough to see what kind they are. */
const SHOWN = 50

type Props = { readonly outcome: TrialOutcome; readonly names: RuleNames }

export function TrialAlarms({ outcome: { result, rule }, names }: Props) {
  const { t } = useTranslation('alarms')
  const shown = result.listed.slice(0, SHOWN)
  const columns: readonly Column<BacktestAlarm>[] = [
    {
      key: 'target',
      title: t('rules.trial.column.target'),
      isRowHeader: true,
      render: ({ target, priority }) => (
        <>
          <PrioritySign priority={priority} /> {names.targetName(target)}
        </>
      ),
    },
    { key: 'level', title: t('rules.trial.column.level'), render: ({ level }) => level },
    {
      key: 'value',
      title: t('rules.trial.column.value'),
      align: 'end',
      render: ({ peak }) => (peak === null ? t('shell.unknown') : valueWords(t, names, rule, peak)),
    },
    { key: 'raised', title: t('rules.trial.column.raised'), render: ({ raisedAt }) => momentWords(raisedAt) },
    {
      key: 'lasted',
      title: t('rules.trial.column.lasted'),
      render: ({ raisedAt, returnedAt }) =>
        returnedAt === null ? t('rules.trial.stillOpen') : spanWords(t, returnedAt - raisedAt),
    },
  ]
  return (
    <section className={styles.section}>
      <h4>{t('rules.trial.list')}</h4>
      {shown.length < result.alarms && (
        <p className={parts.muted}>
          {t('rules.trial.listPart', { number: formatNumber(shown.length), total: formatNumber(result.alarms) })}
        </p>
      )}
      <DataTable
        caption={t('rules.trial.list')}
        isCaptionHidden
        columns={columns}
        rows={shown}
        rowKey={({ alarm, raisedAt }) => `${alarm} ${raisedAt}`}
        emptyWords={t('rules.trial.listNone')}
        maxHeight="20rem"
      />
    </section>
  )
}
