// The rows against each other: one bar each on one scale, need around what was allocated, disbursed and settled.
import { useTranslation } from 'react-i18next'
import type { FundingRow, Totals } from '../../../shared/programme/funding-totals.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { type BarLayer, StackedBar } from '../../kit/stacked-bar.tsx'
import { moneyWords } from '../money-words.ts'
import styles from './funding.module.css'
import { AMOUNTS, type FundingChoice } from './funding-choice.ts'
import { keyName } from './funding-names.ts'
import { widestOf } from './funding-rates.ts'
import { openAddress } from './funding-table.tsx'

type Props = {
  readonly state: ProgrammeState
  readonly choice: FundingChoice
  readonly rows: readonly FundingRow[]
  readonly totals: Totals
}

export function FundingChart({ state, choice, rows, totals }: Props) {
  const { t } = useTranslation('programme')
  const layersOf = (of: Totals): readonly BarLayer[] =>
    AMOUNTS.map(kind => {
      const { amount } = of[kind]
      return {
        key: kind,
        title: t(`term.amount.${kind}`),
        amount: amount ?? undefined,
        words: amount === null ? t('shell.unknown') : moneyWords(t, amount),
      }
    })
  const whole = widestOf(rows)
  return (
    <section className={styles.tile} aria-labelledby="funding-chart">
      <h3 id="funding-chart">{t('funding.chart', { by: t(`funding.by.${choice.by}`).toLowerCase() })}</h3>
      <StackedBar label={t('funding.total')} layers={layersOf(totals)} />
      <ul className={styles.chart}>
        {rows.map(row => (
          <li key={row.key}>
            <LinkTo to={openAddress(row.key)} className={styles.chartName}>
              {keyName(state, choice.by, row.key)}
            </LinkTo>
            <StackedBar
              label={keyName(state, choice.by, row.key)}
              layers={layersOf(row.totals)}
              isCompact
              whole={whole}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('funding.chartNote')}</p>
    </section>
  )
}
