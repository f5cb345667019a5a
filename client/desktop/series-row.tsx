// One series: value with unit, age, quality, source. A link that opens its last 24 hours below.
import { useTranslation } from 'react-i18next'
import { freshnessOf, underLink } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { withParameters } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { ClockSign } from '../design/clock-sign.tsx'
import { agePhrase } from '../i18n/phrases.ts'
import { judgedAt } from '../live/link.ts'
import { useLatest, useMoment } from '../live/live-hooks.tsx'
import { useQuantities } from '../registry/quantity-words.ts'
import { SeriesChart } from './series-chart.tsx'
import styles from './series-row.module.css'

type Props = { readonly series: CatalogueSeries; readonly isOpen: boolean }

export function SeriesRow({ series, isOpen }: Props) {
  const { t } = useTranslation()
  const latest = useLatest(series)
  const { serverNow, link } = useMoment()
  const words = useQuantities()
  const at = serverNow === undefined ? undefined : judgedAt(link, serverNow)
  const ageMs = latest && at !== undefined ? at - latest.t : undefined
  const freshness = underLink(freshnessOf(ageMs, series.intervalMs), link.kind === 'lost')
  const isOld = freshness === 'stale' || freshness === 'dead'
  const quality = latest && t(`quality.${latest.q}`)
  return (
    <li className={styles.row} data-freshness={freshness} data-quality={latest?.q} data-series={series.id}>
      <LinkTo
        to={withParameters({ village: series.village, series: isOpen ? undefined : series.id })}
        className={styles.line}
        isCurrent={isOpen}
      >
        <span className={styles.name}>{words.name(series.quantity)}</span>
        <span className={styles.value}>
          {latest ? words.value(series.quantity, latest.v) : '–'}
          {latest && <span className={styles.unit}>{words.unit(series.quantity)}</span>}
        </span>
        <span className={styles.about}>
          {isOld && <ClockSign />}{' '}
          {latest && serverNow !== undefined ? agePhrase(t, serverNow - latest.t, freshness) : t('freshness.none')}
          {quality && ` · ${quality}`} · {t(`source.${series.source}`)}
        </span>
      </LinkTo>
      {isOpen && <SeriesChart series={series} />}
    </li>
  )
}
