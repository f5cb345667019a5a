// The difference to what stands first: with its sign, its share where there is one, and in words. No colour: none is better.
import { useTranslation } from 'react-i18next'
import { formatSigned } from '../design/number-format.ts'
import styles from './compare-page.module.css'
import { type Difference, differenceOf, type Measure } from './difference.ts'

type Props = {
  readonly measure: Measure
  readonly first: Measure
  /** Of what stands first. */
  readonly firstName: string
}

export function DifferenceLine({ measure, first, firstName }: Props) {
  const { t } = useTranslation('compare')
  const difference = differenceOf(measure, first)
  return (
    <span className={styles.difference} data-difference={difference.kind}>
      {t(`difference.${wordOf(difference, measure.isCount)}`, { name: firstName, by: byOf(difference, measure) })}
    </span>
  )
}

function wordOf({ kind }: Difference, isCount: boolean) {
  if (kind === 'above') return isCount ? 'more' : 'higher'
  if (kind === 'below') return isCount ? 'less' : 'lower'
  return kind
}

function byOf(difference: Difference, { unit, decimals }: Measure): string {
  if (difference.kind !== 'above' && difference.kind !== 'below') return ''
  const sign = difference.kind === 'above' ? 1 : -1
  const { amount, share } = difference
  const by = `${formatSigned(sign * amount, decimals)}\u00a0${unit}`.trimEnd()
  return share === undefined ? by : `${by} (${formatSigned(sign * share * 100, 1)}\u00a0%)`
}
