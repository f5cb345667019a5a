// A series below its row: the last 24 hours, and of a water level the flood stages of its gauge that the readings come near.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { addressPlus } from '../app/address.ts'
import { addressInLanguage } from '../app/areas.ts'
import { LinkTo } from '../app/link-to.tsx'
import { DayChart } from '../history/day-chart.tsx'
import { gaugeFinder } from '../overview/overview.ts'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './series-chart.module.css'
import { limitsOf } from './series-limits.ts'

type Props = { readonly series: CatalogueSeries }

export function SeriesChart({ series }: Props) {
  const { t } = useTranslation()
  const { data: registry } = useRegistry()
  return (
    <div className={styles.below} data-testid="series-chart">
      <DayChart series={series} limits={limitsOf(series, gaugeFinder(registry)(series.village))} />
      <LinkTo to={addressPlus(addressInLanguage('/history'), { series: series.id })} className={styles.more}>
        {t('desktop.toHistory')}
      </LinkTo>
    </div>
  )
}
