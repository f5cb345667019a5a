// One series: value with unit, age, quality, source. A link that opens its last 24 hours below.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { addressPlus } from '../app/address.ts'
import { addressInLanguage } from '../app/areas.ts'
import { LinkTo } from '../app/link-to.tsx'
import { ReadingAbout } from '../design/reading-about.tsx'
import { Icon } from '../kit/icons.tsx'
import { useReadingNow } from '../live/reading-now.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { CompareButton } from './compare-button.tsx'
import { SeriesChart } from './series-chart.tsx'
import styles from './series-row.module.css'
import { desktopTo } from './use-desktop.ts'

type Props = { readonly series: CatalogueSeries; readonly isOpen: boolean }

export function SeriesRow({ series, isOpen }: Props) {
  const { t } = useTranslation()
  const reading = useReadingNow(series)
  const words = useQuantities()
  const { latest, freshness } = reading
  return (
    <li className={styles.row} data-freshness={freshness} data-quality={latest?.q} data-series={series.id}>
      <LinkTo
        to={desktopTo({ village: series.village, station: series.device, series: isOpen ? undefined : series.id })}
        className={styles.line}
        isCurrent={isOpen}
      >
        <span className={styles.name}>{words.name(series.quantity)}</span>
        <span className={styles.value}>
          {latest ? words.value(series.quantity, latest.v) : '–'}
          {latest && <span className={styles.unit}>{words.unit(series.quantity)}</span>}
        </span>
        <span className={styles.about}>
          <ReadingAbout series={series} reading={reading} />
        </span>
      </LinkTo>
      <span className={styles.ways}>
        <LinkTo
          to={addressPlus(addressInLanguage('/history'), { series: series.id })}
          className={styles.history}
          label={t('desktop.historyOf', { name: words.name(series.quantity) })}
        >
          <Icon name="history" />
        </LinkTo>
        <CompareButton list="curves" id={series.id} name={words.name(series.quantity)} />
      </span>
      {isOpen && <SeriesChart series={series} />}
    </li>
  )
}
