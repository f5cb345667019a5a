// An amount in triệu or tỷ, in full when one rests on it; what isn't known of it is said beneath.
import { useTranslation } from 'react-i18next'
import type { AmountTotal } from '../../../shared/programme/funding-totals.ts'
import { formatNumber } from '../../design/number-format.ts'
import { moneyWords } from '../money-words.ts'
import styles from './funding.module.css'
import type { Rate } from './funding-rates.ts'

type MoneyProps = {
  readonly total: AmountTotal
  /** Every đồng, for what it is made of. */
  readonly isFull?: boolean
}

export function Money({ total: { amount, unknown }, isFull = false }: MoneyProps) {
  const { t } = useTranslation('programme')
  if (amount === null) return <span className={styles.unknown}>{t('shell.unknown')}</span>
  const full = t('funding.full', { amount: formatNumber(amount) })
  return (
    <>
      <span className={styles.amount} title={full}>
        {isFull ? full : moneyWords(t, amount)}
      </span>
      {unknown > 0 && <span className={styles.below}>{t('funding.unknownCells', { number: unknown })}</span>}
    </>
  )
}

export function RateText({ rate }: { readonly rate: Rate }) {
  const { t } = useTranslation('programme')
  if (rate.value === null) return <span className={styles.unknown}>{t('shell.unknown')}</span>
  const words = `${formatNumber(rate.value * 100, 1)} %`
  return <span className={styles.amount}>{rate.isAtLeast ? t('funding.atLeast', { rate: words }) : words}</span>
}
