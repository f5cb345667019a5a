// One village: where it stands administratively, and each of its stations with every series.
import { useTranslation } from 'react-i18next'
import { recognitionOf } from '../../shared/programme/recognition-progress.ts'
import { useMay } from '../access/me.ts'
import { useParameters, withParameters } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { DerivedSection } from '../derived/derived-section.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { SourceMark } from '../design/source-mark.tsx'
import { formatIsoDate, isoDayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { MARKS_WORST_FIRST } from '../overview/stations.ts'
import { useProgramme } from '../programme/programme-hooks.tsx'
import { addressOf } from '../programme/section.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { unitOn } from '../registry/village-units.ts'
import { DeviceFigures } from './device-figures.tsx'
import { SeriesRow } from './series-row.tsx'
import styles from './village-panel.module.css'

type Props = { readonly villageId: string; readonly seriesId: string | undefined }

export function VillagePanel({ villageId, seriesId }: Props) {
  const { t } = useTranslation()
  const overview = useOverview()
  const mayReadDevices = useMay()({ kind: 'operation', id: 'devices' })
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const programme = useProgramme()
  useParameters()
  const village = registry?.villages.find(({ id }) => id === villageId)
  const unit =
    village && registry && unitOn(registry, village, serverNow === undefined ? registry.asOf : isoDayOf(serverNow))
  const inProgramme = programme?.state.villages.get(villageId)
  const standing = programme && inProgramme && recognitionOf(programme.state, inProgramme)
  const stations = overview?.stations
    .filter(({ station }) => station.village === villageId)
    .sort((a, b) => MARKS_WORST_FIRST.indexOf(a.mark) - MARKS_WORST_FIRST.indexOf(b.mark))
  return (
    <section className={styles.panel} aria-label={village?.name ?? villageId} data-testid="village-panel">
      <header className={styles.head}>
        <h2>{village?.name ?? villageId}</h2>
        <LinkTo to={withParameters({ village: undefined, series: undefined })} className={styles.close}>
          {t('desktop.close')}
        </LinkTo>
        <p>
          {unit && t('desktop.unitNow', { unit: unit.name })}
          {standing && ' · '}
          {standing?.kind === 'recognised'
            ? t(`desktop.recognised.${standing.basis}`, { date: formatIsoDate(standing.on) })
            : standing && t(`desktop.${standing.kind}`)}
        </p>
        <LinkTo to={addressOf('villages', villageId)} className={styles.more}>
          {t('desktop.inProgramme')}
        </LinkTo>
      </header>
      <DerivedSection villageId={villageId} />
      {!stations && <p className={styles.notice}>{t('kpi.waiting')}</p>}
      {stations?.length === 0 && <p className={styles.notice}>{t('desktop.noStations')}</p>}
      {stations?.map(({ station, mark }) => (
        <article key={station.id} className={styles.station} aria-label={station.name}>
          <h3>
            <MarkIcon mark={mark} /> <span>{station.name}</span>
            <span className={styles.state}>{t(`mark.${mark}`)}</span>
            <SourceMark sources={new Set(station.series.map(({ source }) => source))} />
          </h3>
          <ul>
            {station.series.map(series => (
              <SeriesRow key={series.id} series={series} isOpen={series.id === seriesId} />
            ))}
          </ul>
          {mayReadDevices && <DeviceFigures device={station.id} />}
        </article>
      ))}
    </section>
  )
}
