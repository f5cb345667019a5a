// The funding by village, source or year, with its totals; every figure opens into its cells.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AmountKind } from '../../../shared/programme/facts.ts'
import type { FundingRow, Totals } from '../../../shared/programme/funding-totals.ts'
import type { FundingCell, ProgrammeState } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { sortFrom, sortText } from '../../kit/table-sort.ts'
import styles from './funding.module.css'
import { ALL, AMOUNTS, type FundingChoice } from './funding-choice.ts'
import { keyName } from './funding-names.ts'
import { RATES, type RateKey, rateOf } from './funding-rates.ts'
import { Money, RateText } from './money.tsx'

type Props = {
  readonly state: ProgrammeState
  readonly choice: FundingChoice
  readonly rows: readonly FundingRow[]
  readonly totals: Totals
  readonly cells: readonly FundingCell[]
}

export function FundingTable({ state, choice, rows, totals, cells }: Props) {
  const { t } = useTranslation('programme')
  const { by } = choice
  const sort = sortFrom(useParameters().get('sort'))
  const name = (row: FundingRow) => keyName(state, by, row.key)
  const columns: readonly Column<FundingRow>[] = [
    {
      key: 'name',
      title: t(`funding.by.${by}`),
      sortValue: name,
      isRowHeader: true,
      render: row => (
        <>
          {name(row)} {row.totals.isSimulated && <SourceTag text={t('shell.simulated')} />}
        </>
      ),
    },
    ...AMOUNTS.map(kind => amountColumn(t, kind, name, totals)),
    ...RATES.map(key => rateColumn(t, key, totals, cells)),
  ]
  return (
    <DataTable
      caption={t('funding.table', { by: t(`funding.by.${by}`).toLowerCase() })}
      columns={columns}
      rows={rows}
      rowKey={row => row.key}
      emptyWords={t('funding.none')}
      opening={row => ({ to: openAddress(row.key) })}
      selectedKey={choice.row}
      totalWords={t('funding.total')}
      initialSort={sort}
      onSort={next => navigate(withParameters({ sort: sortText(next) }))}
    />
  )
}

export const openAddress = (row: string, kind?: AmountKind): string =>
  withParameters({ row, kind, cell: undefined, form: undefined })

function amountColumn(
  t: TFunction<'programme'>,
  kind: AmountKind,
  name: (row: FundingRow) => string,
  totals: Totals,
): Column<FundingRow> {
  const link = (key: string, words: string, { [kind]: total }: Totals) => (
    <LinkTo to={openAddress(key, kind)} className={styles.figure}>
      <span className="spoken">{t('funding.openFigure', { row: words, kind: t(`term.amount.${kind}`) })} </span>
      <Money total={total} />
    </LinkTo>
  )
  return {
    key: kind,
    title: t(`term.amount.${kind}`),
    align: 'end',
    sortValue: row => row.totals[kind].amount ?? undefined,
    render: row => link(row.key, name(row), row.totals),
    total: link(ALL, t('funding.total'), totals),
  }
}

function rateColumn(
  t: TFunction<'programme'>,
  key: RateKey,
  totals: Totals,
  cells: readonly FundingCell[],
): Column<FundingRow> {
  return {
    key,
    title: t(`funding.rate.${key}`),
    align: 'end',
    sortValue: row => row.totals.rates[key] ?? undefined,
    render: row => <RateText rate={rateOf(key, row.totals, row.cells)} />,
    total: <RateText rate={rateOf(key, totals, cells)} />,
  }
}
