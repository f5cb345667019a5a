// One village for a visitor: everyday quantities as large numbers with a word on what they mean and how old they are.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Freshness } from '../../shared/freshness.ts'
import type { Village } from '../../shared/registry.ts'
import { ClockSign } from '../design/clock-sign.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatNumber } from '../design/number-format.ts'
import { agePhrase, ageWords, stageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { gaugeFinder } from '../overview/overview.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { type Mark, markOfStage } from '../overview/stations.ts'
import { EVERYDAY_QUANTITIES, villagePumps, villageValues } from '../overview/village-values.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './village-sheet.module.css'

type Props = {
  readonly village: Village
  /** What else is known of it. */
  readonly children?: ReactNode
}

export function VillageSheet({ village, children }: Props) {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const { state, serverNow } = useMoment()
  const overview = useOverview()
  const words = useQuantities()
  const { data: registry } = useRegistry()
  const summary = overview?.villages.get(village.id)
  const gauge = gaugeFinder(registry)(village.id)
  const values = overview && villageValues(state, village.id, overview.at, overview.isLinkLost, gauge)
  const pumps = overview && villagePumps(state, village.id, overview.at, overview.isLinkLost)
  return (
    <section className={styles.sheet} aria-label={village.name} data-village={village.id}>
      <header className={styles.head}>
        <h2>{t('home.village', { name: village.name })}</h2>
        <p>{summary ? t('stations', { online: summary.online, total: summary.total }) : general('kpi.waiting')}</p>
      </header>
      <ul className={styles.cards}>
        {EVERYDAY_QUANTITIES.map(quantity => {
          const one = values?.get(quantity)
          const stage =
            one?.stage && gauge
              ? general('stage.of', { stage: stageWords(general, one.stage), gauge: gauge.name })
              : undefined
          return (
            <Card
              key={quantity}
              label={t(`label.${quantity}`)}
              freshness={one?.freshness ?? 'none'}
              value={one && words.value(quantity, one.value)}
              unit={words.unit(quantity)}
              mark={one?.stage && markOfStage(one.stage)}
              meaning={
                quantity === 'rainfall' && one?.series.intervalMs
                  ? t('period.rainfall', { interval: ageWords(general, one.series.intervalMs) })
                  : stage
              }
              age={
                one && serverNow !== undefined
                  ? agePhrase(general, serverNow - one.measuredAt, one.freshness)
                  : t('none')
              }
            />
          )
        })}
        <Card
          label={t('label.pump_state')}
          freshness={pumps?.freshness ?? 'none'}
          value={pumps && formatNumber(pumps.running)}
          unit={pumps ? `/ ${formatNumber(pumps.total)}` : ''}
          mark={undefined}
          meaning={pumps && t('pumps')}
          age={pumps ? general(`freshness.${pumps.freshness}`) : t('none')}
        />
      </ul>
      {children}
    </section>
  )
}

type CardProps = {
  readonly label: string
  readonly freshness: Freshness
  readonly value: string | undefined
  readonly unit: string
  readonly mark: Mark | undefined
  readonly meaning: string | undefined
  readonly age: string
}

function Card({ label, freshness, value, unit, mark, meaning, age }: CardProps) {
  const isOld = freshness === 'stale' || freshness === 'dead'
  return (
    <li className={styles.card} data-freshness={freshness}>
      <h3>{label}</h3>
      <p className={styles.value}>
        <strong>{value ?? '–'}</strong>
        {value !== undefined && <span>{unit}</span>}
      </p>
      <p className={styles.meaning} data-mark={mark}>
        {mark && mark !== 'normal' && <MarkIcon mark={mark} />} {meaning}
      </p>
      <p className={styles.age}>
        {isOld && <ClockSign />} {age}
      </p>
    </li>
  )
}
