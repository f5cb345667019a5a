// /programme/funding: need, allocation, disbursement and settlement by village, source or year; each figure opens into its entries.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type FundingRow,
  fundingBy,
  fundingCells,
  fundingTotals,
  type Totals,
} from '../../../shared/programme/funding-totals.ts'
import type { FundingCell } from '../../../shared/programme/state.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Figure } from '../../kit/figure.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { ExchangeDialog } from '../exchange/exchange-dialog.tsx'
import { ListDownloads } from '../list-downloads.tsx'
import { shortMoney } from '../money-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { BookForm } from './book-form.tsx'
import type { PlaceDraft } from './entry-draft.ts'
import styles from './funding.module.css'
import { FundingChart } from './funding-chart.tsx'
import {
  ALL,
  AMOUNTS,
  AXES,
  type FundingChoice,
  type FundingEntry,
  filterOf,
  fundingChoice,
  fundingYears,
} from './funding-choice.ts'
import { FundingDetail } from './funding-detail.tsx'
import { villageOptions } from './funding-names.ts'
import { rateKeyOf, rateOf } from './funding-rates.ts'
import { FundingTable, openAddress } from './funding-table.tsx'
import { PlanForm } from './plan-form.tsx'
import { SupervisionForm } from './supervision-form.tsx'
import { SupervisionList } from './supervision-list.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function FundingPage({ view }: Props) {
  const { t } = useTranslation('programme')
  const choice = fundingChoice(useParameters())
  const { by, year, village } = choice
  const { cells, rows, totals } = useMemo(() => {
    const filter = filterOf({ year, village })
    const found = fundingCells(view.state, filter)
    return { cells: found, rows: fundingBy(view.state, by, filter), totals: fundingTotals(found) }
  }, [view.state, by, year, village])
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>
        {t('funding.title')} {totals.isSimulated && <SourceTag text={t('shell.simulated')} />}
      </h2>
      <Choices view={view} choice={choice} cells={cells} />
      <EntryButtons
        view={view}
        entries={[
          {
            key: 'book',
            words: t('funding.form.book'),
            deed: { kind: 'programme', command: 'book-funding' },
            icon: 'plus',
            kind: 'primary',
            open: () => openForm('book'),
          },
          {
            key: 'plan',
            words: t('funding.form.plan'),
            deed: { kind: 'programme', command: 'plan-funding' },
            icon: 'plus',
            open: () => openForm('plan'),
          },
          {
            key: 'note',
            words: t('funding.form.note'),
            deed: { kind: 'programme', command: 'note-supervision' },
            icon: 'plus',
            open: () => openForm('note'),
          },
          {
            key: 'import',
            words: t('shell.importXlsx'),
            deed: { kind: 'import', of: 'funding' },
            icon: 'upload',
            open: () => openForm('import'),
          },
        ]}
      />
      <Figures totals={totals} cells={cells} />
      <div className={styles.columns}>
        <Table view={view} choice={choice} rows={rows} totals={totals} cells={cells} />
        <div className={styles.side}>
          <FundingChart state={view.state} choice={choice} rows={rows} totals={totals} />
          <SupervisionList view={view} choice={choice} />
        </div>
      </div>
      {(choice.row !== undefined || choice.cell) && <FundingDetail view={view} choice={choice} />}
      {!view.isPast && <OpenForm view={view} choice={choice} />}
    </div>
  )
}

const openForm = (form: FundingEntry) => navigate(withParameters({ form }))

type PartProps = {
  readonly view: ProgrammeView
  readonly choice: FundingChoice
  readonly cells: readonly FundingCell[]
}

function Choices({ view, choice, cells }: PartProps) {
  const { t } = useTranslation('programme')
  const unknown = cells.filter(({ amounts }) => AMOUNTS.every(kind => amounts[kind] === null)).length
  const count = { cells: formatNumber(cells.length), unknown: formatNumber(unknown) }
  return (
    <Toolbar
      label={t('funding.choose')}
      status={unknown > 0 ? t('funding.cellsUnknown', count) : t('funding.cells', count)}
      actions={<ListDownloads view={view} list="funding" />}
    >
      <RadioGroup
        name="by"
        label={t('funding.axis')}
        options={AXES.map(value => ({ value, label: t(`funding.by.${value}`) }))}
        value={choice.by}
        onChange={by => navigate(withParameters({ by: by === 'village' ? undefined : by, row: undefined }))}
      />
      <SelectField
        name="year"
        label={t('funding.year')}
        options={fundingYears(view.state).map(year => ({ value: String(year), label: String(year) }))}
        noneWords={t('funding.allYears')}
        value={choice.year === undefined ? undefined : String(choice.year)}
        onChange={year => navigate(withParameters({ year }))}
      />
      <SelectField
        name="village"
        label={t('funding.village')}
        options={villageOptions(view.state)}
        noneWords={t('funding.allVillages')}
        value={choice.village}
        onChange={village => navigate(withParameters({ village }))}
      />
    </Toolbar>
  )
}

function Figures({ totals, cells }: { readonly totals: Totals; readonly cells: readonly FundingCell[] }) {
  const { t } = useTranslation('programme')
  return (
    <div className={styles.figures}>
      {AMOUNTS.map(kind => {
        const { amount, unknown } = totals[kind]
        const short = amount === null ? undefined : shortMoney(amount)
        const key = rateKeyOf(kind)
        const rate = key && rateOf(key, totals, cells)
        const share =
          key && rate && rate.value !== null
            ? t(`funding.rateOf.${key}`, { rate: `${formatNumber(rate.value * 100, 1)} %` })
            : undefined
        const meaning = share && rate?.isAtLeast ? t('funding.atLeast', { rate: share }) : share
        return (
          <Figure
            key={kind}
            label={t(`term.amount.${kind}`)}
            value={short?.number}
            unknownWords={t('shell.unknown')}
            {...(short ? { unit: t(`shell.${short.unit}`) } : {})}
            {...(meaning === undefined ? {} : { meaning })}
            {...(unknown > 0 ? { source: t('funding.unknownCells', { number: formatNumber(unknown) }) } : {})}
            opens={{ words: t('funding.seeCells'), to: openAddress(ALL, kind) }}
          />
        )
      })}
    </div>
  )
}

function Table({ view, ...rest }: PartProps & { readonly rows: readonly FundingRow[]; readonly totals: Totals }) {
  const { t } = useTranslation('programme')
  return (
    <section className={styles.detail} aria-label={t('funding.table', { by: t(`funding.by.${rest.choice.by}`) })}>
      <FundingTable state={view.state} {...rest} key={rest.choice.by} />
      <p className={styles.hint}>{t('funding.rateNote')}</p>
    </section>
  )
}

function OpenForm({ view, choice }: Omit<PartProps, 'cells'>) {
  const { cell, entry, row, by } = choice
  const own = row === undefined || row === ALL ? {} : { [by]: by === 'year' ? Number(row) : row }
  const place: PlaceDraft = {
    village: choice.village,
    source: undefined,
    year: choice.year ?? yearOf(view.day),
    ...own,
    ...cell,
  }
  const close = () => navigate(withParameters({ form: undefined }))
  switch (entry) {
    case 'book':
      return <BookForm view={view} place={place} onClose={close} />
    case 'plan':
      return <PlanForm view={view} place={place} onClose={close} />
    case 'note':
      return <SupervisionForm view={view} place={place} onClose={close} />
    case 'import':
      return <ExchangeDialog view={view} kind="funding" template={{ year: choice.year }} onClose={close} />
    case undefined:
      return undefined
    default:
      return entry satisfies never
  }
}
