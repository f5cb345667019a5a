// A village's money by year and source: what was needed, given, paid out and settled; unknown amounts are counted, never zero.
import { useTranslation } from 'react-i18next'
import type { AmountKind } from '../../../shared/programme/facts.ts'
import { fundingCells, fundingTotals } from '../../../shared/programme/funding-totals.ts'
import type { FundingCell, VillageState } from '../../../shared/programme/state.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StackedBar } from '../../kit/stacked-bar.tsx'
import { addressWith } from '../address-with.ts'
import { moneyWords } from '../money-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Part } from './part.tsx'
import styles from './village-page.module.css'

const KINDS = ['need', 'allocated', 'disbursed', 'settled'] as const satisfies readonly AmountKind[]

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageFunding({ view: { state }, village }: Props) {
  const { t } = useTranslation('programme')
  const cells = fundingCells(state, { villages: [village.id] })
  const known = cells.filter(({ amounts }) => KINDS.some(kind => amounts[kind] !== null))
  const totals = fundingTotals(known)
  const words = (amount: number | null) => (amount === null ? t('shell.unknown') : moneyWords(t, amount))
  const sourceName = (id: string) => state.plan?.fundingSources.find(one => one.id === id)?.title ?? id
  return (
    <Part
      id="funding"
      title={t('villages.funding')}
      actions={
        <ButtonLink to={addressWith('funding', undefined, { village: village.id })}>
          {t('villages.openFunding')}
        </ButtonLink>
      }
    >
      {known.length === 0 ? (
        <p className={styles.about}>{t('villages.fundingNone')}</p>
      ) : (
        <>
          <StackedBar
            label={t('villages.fundingAll')}
            layers={KINDS.map(kind => {
              const { amount, unknown } = totals[kind]
              return {
                key: kind,
                title: t(`term.amount.${kind}`),
                amount: amount ?? undefined,
                words:
                  unknown > 0 && amount !== null
                    ? t('villages.unknownAmounts', { amount: words(amount), number: unknown })
                    : words(amount),
              }
            })}
          />
          <DataTable
            caption={t('villages.funding')}
            isCaptionHidden
            isDense
            maxHeight="none"
            rows={known}
            rowKey={({ year, source }) => `${year}:${source}`}
            emptyWords=""
            totalWords={t('villages.fundingTotal')}
            columns={[
              {
                key: 'source',
                title: t('villages.sourceOfMoney'),
                render: ({ source, isSimulated }) => (
                  <>
                    {sourceName(source)} {isSimulated && <SourceTag text={t('shell.simulated')} />}
                  </>
                ),
              },
              { key: 'year', title: t('villages.year'), sortValue: ({ year }) => year, render: ({ year }) => year },
              ...KINDS.map(
                (kind): Column<FundingCell> => ({
                  key: kind,
                  title: t(`term.amount.${kind}`),
                  align: 'end',
                  sortValue: ({ amounts }) => amounts[kind] ?? undefined,
                  render: ({ amounts }) => words(amounts[kind]),
                  total: words(totals[kind].amount),
                }),
              ),
            ]}
          />
        </>
      )}
    </Part>
  )
}
