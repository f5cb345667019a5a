// One station: its state, what is wrong with it, every series, and for whoever may know it what became of what it sent.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import { useMay } from '../access/me.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { SourceMark } from '../design/source-mark.tsx'
import type { JudgedStation } from '../overview/overview.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { AlarmLines } from './alarm-lines.tsx'
import { DeviceFigures } from './device-figures.tsx'
import styles from './selection.module.css'
import { SeriesRow } from './series-row.tsx'

type Props = { readonly judged: JudgedStation; readonly seriesId: string | undefined }

export function StationPanel({ judged: { station, mark }, seriesId }: Props) {
  const { t } = useTranslation()
  const overview = useOverview()
  const mayReadDevices = useMay()({ kind: 'operation', id: 'devices' })
  const { state } = useAlarmPicture()
  const alarms = useMemo(
    () => (state ? openAlarms(state).filter(({ about }) => about.device === station.id) : []),
    [state, station.id],
  )
  return (
    <article aria-label={station.name} data-testid="station-panel">
      <h2 className={styles.title}>{station.name}</h2>
      <p className={styles.state}>
        <MarkIcon mark={mark} /> {t(`mark.${mark}`)}{' '}
        <SourceMark sources={new Set(station.series.map(({ source }) => source))} />
      </p>
      {state && overview && alarms.length > 0 && (
        <div className={styles.alarms}>
          <AlarmLines alarms={alarms} state={state} now={overview.at} shown={alarms.length} opensAlarm />
        </div>
      )}
      <ul className={styles.tile}>
        {station.series.map(series => (
          <SeriesRow key={series.id} series={series} isOpen={series.id === seriesId} />
        ))}
      </ul>
      {mayReadDevices && <DeviceFigures device={station.id} />}
    </article>
  )
}
