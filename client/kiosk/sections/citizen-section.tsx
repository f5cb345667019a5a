// For people without an account: water, air and pests of their village today in plain words, what it offers, how it hears them.
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NOWCAST_HOURS } from '../../../shared/vn-aqi.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock, formatIsoDate } from '../../design/time-format.ts'
import { hoursQuery } from '../../history/hours-query.ts'
import { agePhrase, ageWords } from '../../i18n/phrases.ts'
import { judgedAt } from '../../live/link.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { gaugeFinder } from '../../overview/overview.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import type { Mark } from '../../overview/stations.ts'
import { type EverydayQuantity, type VillageValue, villageValues } from '../../overview/village-values.ts'
import { useQuantities } from '../../registry/quantity-words.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { airSeries, highestAqi } from '../../wall/air-figures.ts'
import { useBoard } from '../board-hooks.ts'
import { Card, Cards, Empty, Group, MarkWord, Page } from '../card.tsx'
import { airMeaning, waterMeaning } from '../plain-words.ts'
import styles from './citizen-section.module.css'

type VillageProps = { readonly village: { readonly id: string; readonly name: string } }
type Values = ReadonlyMap<EverydayQuantity, VillageValue>

export function CitizenSection() {
  const { t } = useTranslation('kiosk')
  const { villages } = useBoard()
  return (
    <Page>
      {villages.length === 0 && <Empty>{t('noVillage')}</Empty>}
      {villages.map(village => (
        <Village key={village.id} village={village} />
      ))}
      <Empty>{t('citizens.private')}</Empty>
    </Page>
  )
}

function Village({ village }: VillageProps) {
  const { t } = useTranslation('kiosk')
  const { state } = useMoment()
  const overview = useOverview()
  const { data: registry } = useRegistry()
  const gauge = gaugeFinder(registry)(village.id)
  const values = overview && villageValues(state, village.id, overview.at, overview.isLinkLost, gauge)
  return (
    <>
      <Group title={t('citizens.title', { village: village.name })}>
        <Cards>
          <WaterCard values={values} gauge={gauge?.name} />
          <AirCard village={village} />
          <PestCard values={values} />
        </Cards>
      </Group>
      <div className={styles.notes}>
        <Notes village={village.id} kind="offer" />
        <Notes village={village.id} kind="feedback" />
      </div>
    </>
  )
}

type WaterProps = { readonly values: Values | undefined; readonly gauge: string | undefined }

function WaterCard({ values, gauge }: WaterProps) {
  const { t } = useTranslation('kiosk')
  const level = values?.get('water_level')
  const salinity = values?.get('salinity')
  const meaning = waterMeaning(level)
  const said = useSaid()
  return (
    <Card
      title={said.titled(t('citizens.water'), level)}
      state={<MarkWord mark={meaning.mark} word={said.state(meaning.mark, meaning.kind !== 'unknown')} />}
      isSimulated={level?.series.source === 'simulated'}
      strong={words()}
      lines={[
        level && said.age(level),
        gauge !== undefined && (meaning.kind === 'below' || meaning.kind === 'reached')
          ? t('citizens.gauge', { gauge })
          : undefined,
        salinity?.freshness === 'live' ? `${t('citizens.salinity')}: ${said.value(salinity)}` : undefined,
      ]}
    />
  )

  function words(): string {
    if (meaning.kind === 'below' || meaning.kind === 'reached') {
      const { kind, level: reached } = meaning
      const margin = formatNumber(meaning.margin, 2)
      return kind === 'below'
        ? t('citizens.below', { level: reached, margin })
        : t(`citizens.reached.${reached}`, { margin })
    }
    return t(WATER_WORDS[meaning.kind])
  }
}
const WATER_WORDS = {
  none: 'citizens.noWater',
  old: 'citizens.oldWater',
  unknown: 'citizens.unknownLevels',
} as const

function AirCard({ village }: VillageProps) {
  const { t } = useTranslation('kiosk')
  const said = useSaid()
  const { state, link, serverNow } = useMoment()
  const series = airSeries(state.catalogue, village.id)
  const hours = useQueries({ queries: series.map(({ id }) => hoursQuery(id, serverNow, NOWCAST_HOURS)) })
  const highest = highestAqi(
    series,
    hours.map(({ data }) => data),
    { at: judgedAt(link, serverNow ?? 0), isLinkLost: link.kind === 'lost' },
  )
  const meaning = airMeaning(highest)
  const found = highest.kind === 'found' ? highest : undefined
  return (
    <Card
      title={meaning.kind === 'band' ? t('citizens.airOf', { value: formatNumber(meaning.value) }) : t('citizens.air')}
      state={<MarkWord mark={meaning.mark} word={said.state(meaning.mark)} />}
      isSimulated={found?.series.source === 'simulated'}
      strong={words()}
      lines={[found && t('citizens.aqiOf', { time: formatClock(found.hourEnd) })]}
    />
  )

  function words(): string {
    switch (meaning.kind) {
      case 'none':
        return t('citizens.noAir')
      case 'loading':
        return t('citizens.loadingAir')
      case 'insufficient':
        return t('citizens.insufficientAir')
      case 'old':
        return t('citizens.oldAir')
      case 'band':
        return t(`citizens.aqi.${meaning.category}`)
      default:
        return meaning satisfies never
    }
  }
}

function PestCard({ values }: { readonly values: Values | undefined }) {
  const { t } = useTranslation('kiosk')
  const count = values?.get('light_trap_count')
  const said = useSaid()
  const isLive = count?.freshness === 'live'
  const mark = isLive ? 'normal' : count ? 'stale' : 'dead'
  return (
    <Card
      title={said.titled(t('citizens.pests'), count)}
      state={<MarkWord mark={mark} word={said.state(mark, false)} />}
      isSimulated={count?.series.source === 'simulated'}
      strong={count ? t(isLive ? 'citizens.counted' : 'citizens.oldPests') : t('citizens.noPests')}
      lines={[count && said.age(count), isLive ? t('citizens.noPestLimit') : undefined]}
    />
  )
}

type NotesProps = { readonly village: string; readonly kind: 'offer' | 'feedback' }

function Notes({ village, kind }: NotesProps) {
  const { t, i18n } = useTranslation('kiosk')
  const { offers } = useBoard()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const own = offers.filter(one => one.village === village && one.kind === kind)
  return (
    <Group title={t(kind === 'offer' ? 'citizens.offers' : 'citizens.feedback')}>
      {own.length === 0 && <Empty>{t('citizens.noInformation')}</Empty>}
      <ul className={styles.list}>
        {own.map(({ id, title, note, asOf, source }) => (
          <li key={id}>
            <p>{title[language]}</p>
            {note && <p className={styles.note}>{note[language]}</p>}
            <p className={styles.source}>{t('citizens.source', { source: dated(source, asOf) })}</p>
          </li>
        ))}
      </ul>
    </Group>
  )
}

/** With the day it was so, where the source doesn't say it itself. */
function dated(source: string, asOf: string | null): string {
  const day = asOf === null ? '' : formatIsoDate(asOf)
  return source.includes(day) ? source : `${source} (${day})`
}

function useSaid() {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const { serverNow } = useMoment()
  const words = useQuantities()
  const value = (one: VillageValue): string =>
    `${words.value(one.quantity, one.value)}\u00a0${words.unit(one.quantity)}`.trimEnd()
  return {
    value,
    titled: (title: string, one: VillageValue | undefined): string => (one ? `${title}: ${value(one)}` : title),
    /** What nothing is known of, and what there is no level for, isn't called normal. */
    state(mark: Mark, hasLevels = true): string {
      if (mark === 'dead') return general('freshness.none')
      return mark === 'normal' && !hasLevels ? general('stage.unknown') : general(`mark.${mark}`)
    },
    age({ measuredAt, freshness }: VillageValue): string | undefined {
      if (serverNow === undefined) return undefined
      const age = serverNow - measuredAt
      return freshness === 'live'
        ? t('citizens.measured', { age: ageWords(general, age) })
        : agePhrase(general, age, freshness)
    },
  }
}
