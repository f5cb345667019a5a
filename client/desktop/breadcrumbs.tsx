// Where one is: province, village, station, series. Each step but the last leads back to itself.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { LinkTo } from '../app/link-to.tsx'
import { Icon } from '../kit/icons.tsx'
import type { Station } from '../overview/stations.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import styles from './selection.module.css'
import { placeTo } from './use-desktop.ts'

type Props = {
  readonly village: { readonly id: string; readonly name: string } | undefined
  readonly station: Station | undefined
  readonly series: CatalogueSeries | undefined
}

export function Breadcrumbs({ village, station, series }: Props) {
  const { t } = useTranslation('desktop')
  const words = useQuantities()
  const steps = [
    { key: 'province', name: t('selection.province'), to: placeTo({}) },
    ...(village ? [{ key: 'village', name: village.name, to: placeTo({ village: village.id }) }] : []),
    ...(station
      ? [{ key: 'station', name: station.name, to: placeTo({ village: station.village, station: station.id }) }]
      : []),
    ...(series && station
      ? [
          {
            key: 'series',
            name: words.name(series.quantity),
            to: placeTo({ village: station.village, station: station.id, series: series.id }),
          },
        ]
      : []),
  ]
  return (
    <nav className={styles.crumbs} aria-label={t('selection.path')} data-testid="breadcrumbs">
      <ol>
        {steps.map(({ key, name, to }, at) => (
          <li key={key}>
            {at > 0 && <Icon name="chevron-right" />}
            {at === steps.length - 1 ? <span aria-current="true">{name}</span> : <LinkTo to={to}>{name}</LinkTo>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
