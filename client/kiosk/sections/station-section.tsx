// The unit's stations with what each measures now: value, age, quality, source.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import { ReadingAbout } from '../../design/reading-about.tsx'
import { useReadingNow } from '../../live/reading-now.ts'
import type { JudgedStation } from '../../overview/overview.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { MARKS_WORST_FIRST } from '../../overview/stations.ts'
import { useQuantities } from '../../registry/quantity-words.ts'
import { useBoard } from '../board-hooks.ts'
import { Card, Cards, Empty, Group, MarkWord, Page } from '../card.tsx'
import styles from './station-section.module.css'

export function StationSection() {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const { villages } = useBoard()
  const overview = useOverview()
  if (!overview) return <Empty>{general('kpi.waiting')}</Empty>
  return (
    <Page>
      {villages.map(({ id, name }) => {
        const own = overview.stations.filter(({ station }) => station.village === id).toSorted(worstFirst)
        return (
          <Group key={id} title={t('home.village', { name })}>
            {own.length === 0 && <Empty>{t('noStations')}</Empty>}
            <Cards>
              {own.map(one => (
                <StationCard key={one.station.id} judged={one} />
              ))}
            </Cards>
          </Group>
        )
      })}
    </Page>
  )
}

const worstFirst = (a: JudgedStation, b: JudgedStation): number =>
  MARKS_WORST_FIRST.indexOf(a.mark) - MARKS_WORST_FIRST.indexOf(b.mark)

function StationCard({ judged: { station, mark } }: { readonly judged: JudgedStation }) {
  const { t } = useTranslation()
  return (
    <Card
      title={station.name}
      state={<MarkWord mark={mark} word={t(`mark.${mark}`)} />}
      isSimulated={station.series.some(({ source }) => source === 'simulated')}
    >
      <dl className={styles.values}>
        {station.series
          .filter(({ quantity }) => quantity !== 'online')
          .map(series => (
            <SeriesLine key={series.id} series={series} />
          ))}
      </dl>
    </Card>
  )
}

function SeriesLine({ series }: { readonly series: CatalogueSeries }) {
  const words = useQuantities()
  const reading = useReadingNow(series)
  const isOld = reading.freshness !== 'live'
  return (
    <div className={styles.line} data-old={isOld}>
      <dt>{words.name(series.quantity)}</dt>
      <dd>
        <strong>{reading.latest ? words.value(series.quantity, reading.latest.v) : '–'}</strong>
        {reading.latest && <span> {words.unit(series.quantity)}</span>}
        <p>
          <ReadingAbout series={series} reading={reading} />
        </p>
      </dd>
    </div>
  )
}
