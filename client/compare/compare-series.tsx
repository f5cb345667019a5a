// Series side by side over the same 24 hours, with one cursor through all of them: moved by pointer, or by the slider below.
import { type PointerEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { navigate } from '../app/address.ts'
import { LinkTo } from '../app/link-to.tsx'
import { ReadingAbout } from '../design/reading-about.tsx'
import { formatClock } from '../design/time-format.ts'
import { limitsOf } from '../desktop/series-limits.ts'
import { placeTo } from '../desktop/use-desktop.ts'
import { DayChart } from '../history/day-chart.tsx'
import { DAY_MS, useHistory } from '../history/history-query.ts'
import { Icon } from '../kit/icons.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useReadingNow } from '../live/reading-now.ts'
import { gaugeFinder } from '../overview/overview.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { compareAddress } from './compare-address.ts'
import styles from './compare-page.module.css'
import { bucketAt } from './cursor-value.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = DAY_MS / MINUTE_MS
/** As DayChart asks: one answer serves both. */
const POINTS = 240

export function CompareSeries({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('desktop')
  const { state, serverNow } = useMoment()
  const id = useId()
  /** Minutes before the end of the 24 hours; undefined = no cursor. */
  const [back, setBack] = useState<number>()
  const found = ids.flatMap(one => state.catalogue.find(series => series.id === one) ?? [])
  const end = serverNow === undefined ? undefined : Math.ceil(serverNow / MINUTE_MS) * MINUTE_MS
  const at = back === undefined || end === undefined ? undefined : end - back * MINUTE_MS
  if (end !== undefined && state.seq >= 0 && found.length === 0)
    return <p className={styles.hint}>{t('compare.noSeries')}</p>
  return (
    <>
      <p className={styles.hint}>{t('compare.sameDay')}</p>
      <div className={styles.charts} data-testid="comparison" onPointerLeave={() => setBack(undefined)}>
        {found.map(series => (
          <Chart
            key={series.id}
            series={series}
            at={at}
            onPoint={share => setBack(Math.round((1 - share) * DAY_MINUTES))}
            onRemove={() => navigate(compareAddress({ curves: ids.filter(one => one !== series.id) }))}
          />
        ))}
      </div>
      <div className={styles.cursor}>
        <label htmlFor={id}>{t('compare.cursor')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={DAY_MINUTES}
          step={5}
          value={DAY_MINUTES - (back ?? 0)}
          aria-valuetext={at === undefined ? t('compare.cursorNow') : formatClock(at)}
          onChange={event => setBack(DAY_MINUTES - Number(event.target.value))}
        />
        <output htmlFor={id}>{at === undefined ? t('compare.cursorNow') : formatClock(at)}</output>
      </div>
    </>
  )
}

type ChartProps = {
  readonly series: CatalogueSeries
  /** Where the cursor stands. */
  readonly at: number | undefined
  /** Told where the pointer is: 0 = the beginning of the 24 hours, 1 = their end. */
  readonly onPoint: (share: number) => void
  readonly onRemove: () => void
}

function Chart({ series, at, onPoint, onRemove }: ChartProps) {
  const { t } = useTranslation('desktop')
  const words = useQuantities()
  const { serverNow } = useMoment()
  const { data: registry } = useRegistry()
  const { data: history } = useHistory(series.id, serverNow, POINTS)
  const reading = useReadingNow(series)
  const village = registry?.villages.find(({ id }) => id === series.village)?.name ?? series.village
  const shown = (value: number) =>
    `${words.value(series.quantity, value)}\u00a0${words.unit(series.quantity)}`.trimEnd()
  const bucket = history && at !== undefined ? bucketAt(history, at) : undefined
  const name = `${words.name(series.quantity)} · ${series.deviceName}, ${village}`
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const plot = event.currentTarget.querySelector('[role="img"]')?.getBoundingClientRect()
    if (plot && plot.width > 0) onPoint(Math.min(1, Math.max(0, (event.clientX - plot.left) / plot.width)))
  }
  return (
    <section className={styles.chart} aria-label={name} data-series={series.id}>
      <header>
        <h2>
          <LinkTo to={placeTo({ village: series.village, station: series.device, series: series.id })}>{name}</LinkTo>
        </h2>
        <button type="button" onClick={onRemove}>
          <Icon name="close" />
          <span className="spoken">{t('compare.remove', { name })}</span>
        </button>
        <p>
          <strong>{reading.latest ? shown(reading.latest.v) : '–'}</strong>{' '}
          <ReadingAbout series={series} reading={reading} />
        </p>
        <p data-testid="cursor-value">
          {at === undefined
            ? ''
            : t('compare.at', { time: formatClock(at), value: bucket ? shown(bucket.mean) : t('compare.noValue') })}
        </p>
      </header>
      <div onPointerMove={move}>
        <DayChart
          series={series}
          limits={limitsOf(series, gaugeFinder(registry)(series.village))}
          since={at === undefined ? undefined : { at, words: bucket ? shown(bucket.mean) : t('compare.noValue') }}
        />
      </div>
    </section>
  )
}
