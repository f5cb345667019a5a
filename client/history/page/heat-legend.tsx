// What the steps of a heat map mean: from lowest to highest, and hatched for what wasn't measured.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { SCALE_STEPS } from './calendar.ts'
import styles from './heat.module.css'
import type { PlotSeries } from './plot-series.ts'

type Props = { readonly one: PlotSeries; readonly low: number; readonly high: number }

export function HeatLegend({ one, low, high }: Props) {
  const { t } = useTranslation('history')
  const write = (value: number) => `${formatNumber(value, one.decimals)}\u00a0${one.unit}`.trim()
  return (
    <p className={styles.legend}>
      <span>{write(low)}</span>
      <span className={styles.scale} aria-hidden="true">
        {Array.from({ length: SCALE_STEPS }, (_, step) => (
          <span key={step} className={styles.step} data-step={step} />
        ))}
      </span>
      <span>{write(high)}</span>
      <span className={styles.step} data-step="unknown" aria-hidden="true" />
      <span>{t('calendar.unknown')}</span>
    </p>
  )
}
