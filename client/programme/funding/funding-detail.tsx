// What a figure is made of: its cells, and behind a cell every entry with who, when and why.
import { useTranslation } from 'react-i18next'
import { fundingTotals } from '../../../shared/programme/funding-totals.ts'
import type { FundingCell } from '../../../shared/programme/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { CellLines } from './cell-lines.tsx'
import styles from './funding.module.css'
import { AMOUNTS, type CellPlace, cellKey, cellsOfRow, type FundingChoice } from './funding-choice.ts'
import { cellName, cellNameWithin, rowName } from './funding-names.ts'
import { rateKeyOf, rateOf } from './funding-rates.ts'
import { Money, RateText } from './money.tsx'

type Props = { readonly view: ProgrammeView; readonly choice: FundingChoice }

export function FundingDetail({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const { kind, cell } = choice
  const name = cell ? cellName(view.state, cell) : rowName(t, view.state, choice)
  const kindWords = kind ? t(`term.amount.${kind}`) : t('funding.everything')
  const close = () => navigate(withParameters({ row: undefined, kind: undefined, cell: undefined }))
  return (
    <Dialog
      title={t('funding.detail', { kind: kindWords, row: name })}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={false}
      onClose={close}
    >
      <div className={styles.detail}>
        {cell ? <OneCell view={view} choice={choice} cell={cell} /> : <Cells view={view} choice={choice} />}
      </div>
    </Dialog>
  )
}

function Cells({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const { state } = view
  const cells = cellsOfRow(state, choice)
  const columns: readonly Column<FundingCell>[] = [
    {
      key: 'place',
      title: t('funding.place'),
      isRowHeader: true,
      sortValue: cell => cellNameWithin(state, choice, cell),
      render: cell => (
        <>
          {cellNameWithin(state, choice, cell)} {cell.isSimulated && <SourceTag text={t('shell.simulated')} />}
        </>
      ),
    },
    ...AMOUNTS.filter(one => choice.kind === undefined || one === choice.kind).map(
      (kind): Column<FundingCell> => ({
        key: kind,
        title: t(`term.amount.${kind}`),
        align: 'end',
        sortValue: cell => cell.amounts[kind] ?? undefined,
        render: ({ amounts }) => <Money total={{ amount: amounts[kind], unknown: 0 }} isFull />,
      }),
    ),
  ]
  return (
    <>
      <Sums cells={cells} choice={choice} />
      <DataTable
        caption={t('funding.cellCaption')}
        columns={columns}
        rows={cells}
        rowKey={cellKey}
        emptyWords={t('funding.none')}
        opening={cell => ({ to: withParameters({ cell: cellKey(cell) }) })}
        isDense
      />
    </>
  )
}

function OneCell({ view, choice, cell }: Props & { readonly cell: CellPlace }) {
  const { t } = useTranslation('programme')
  const own = cellsOfRow(view.state, {
    ...choice,
    by: 'village',
    row: cell.village,
    village: undefined,
    year: cell.year,
  })
  const cells = own.filter(one => cellKey(one) === cellKey(cell))
  return (
    <>
      <div className={styles.actions}>
        {choice.row !== undefined && (
          <Button onClick={() => navigate(withParameters({ cell: undefined }))}>{t('funding.backToCells')}</Button>
        )}
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'book',
              words: t('funding.form.book'),
              deed: { kind: 'programme', command: 'book-funding' },
              icon: 'plus',
              kind: 'primary',
              open: () => navigate(withParameters({ form: 'book' })),
            },
            {
              key: 'plan',
              words: t('funding.form.plan'),
              deed: { kind: 'programme', command: 'plan-funding' },
              open: () => navigate(withParameters({ form: 'plan' })),
            },
          ]}
        />
      </div>
      <Sums cells={cells} choice={choice} />
      <CellLines view={view} cell={cell} />
    </>
  )
}

function Sums({ cells, choice }: { readonly cells: readonly FundingCell[]; readonly choice: FundingChoice }) {
  const { t } = useTranslation('programme')
  const totals = fundingTotals(cells)
  return (
    <dl className={styles.sums}>
      {AMOUNTS.map(kind => {
        const key = rateKeyOf(kind)
        return (
          <div key={kind} data-opened={kind === choice.kind}>
            <dt>{t(`term.amount.${kind}`)}</dt>
            <dd>
              <Money total={totals[kind]} isFull />
            </dd>
            {key && totals.rates[key] !== null && (
              <dd className={styles.below}>
                {t(`funding.rate.${key}`)}: <RateText rate={rateOf(key, totals, cells)} />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}
