// The stations of a village as lines, the worst first: state, name, and the values that people ask for. Each leads to the station.
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { SourceMark } from '../design/source-mark.tsx'
import { agePhrase } from '../i18n/phrases.ts'
import { useReadingNow } from '../live/reading-now.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { MARKS_WORST_FIRST, type Station } from '../overview/stations.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import styles from './selection.module.css'
import { placeTo } from './use-desktop.ts'

/** What tells of the device itself, not of the field. */
const OF_DEVICE = new Set(['online', 'battery', 'signal'])
const SHOWN = 2

const mainSeries = ({ series }: Pick<Station, 'series'>): readonly CatalogueSeries[] =>
  series.filter(({ quantity }) => !OF_DEVICE.has(quantity)).slice(0, SHOWN)

export function StationRows({ villageId }: { readonly villageId: string }) {
  const { t } = useTranslation()
  const overview = useOverview()
  const stations = overview?.stations
    .filter(({ station }) => station.village === villageId)
    .sort((a, b) => MARKS_WORST_FIRST.indexOf(a.mark) - MARKS_WORST_FIRST.indexOf(b.mark))
  if (!stations) return <p className={styles.notice}>{t('kpi.waiting')}</p>
  if (stations.length === 0) return <p className={styles.notice}>{t('desktop.noStations')}</p>
  return (
    <ul className={styles.tile}>
      {stations.map(({ station, mark }) => (
        <li key={station.id} className={styles.station} data-station={station.id} data-mark={mark}>
          <LinkTo to={placeTo({ village: villageId, station: station.id })}>
            <span>
              <MarkIcon mark={mark} />
            </span>
            <span className={styles.name}>
              {station.name} <SourceMark sources={new Set(station.series.map(({ source }) => source))} />
            </span>
            <span className={styles.values}>
              {mark !== 'normal' && <span className={styles.word}>{t(`mark.${mark}`)}</span>}
              {mainSeries(station).map(series => (
                <Value key={series.id} series={series} />
              ))}
            </span>
          </LinkTo>
        </li>
      ))}
    </ul>
  )
}

function Value({ series }: { readonly series: CatalogueSeries }) {
  const { t } = useTranslation()
  const words = useQuantities()
  const { latest, ageMs, freshness } = useReadingNow(series)
  return (
    <span className={styles.value} data-freshness={freshness} data-quality={latest?.q}>
      {words.name(series.quantity)}{' '}
      <strong>
        {latest ? `${words.value(series.quantity, latest.v)}\u00a0${words.unit(series.quantity)}`.trimEnd() : '–'}
      </strong>{' '}
      {ageMs === undefined ? t('freshness.none') : agePhrase(t, ageMs, freshness)}
    </span>
  )
}
