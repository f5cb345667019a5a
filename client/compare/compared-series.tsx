// One of the series side by side: what it is, newest value, value where the cursor stands and how far it lies from the first, and its chart.
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bucket } from '../../shared/api.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { LinkTo } from '../app/link-to.tsx'
import { derivedValueWords } from '../derived/derived-words.ts'
import { formatNumber } from '../design/number-format.ts'
import { ReadingAbout } from '../design/reading-about.tsx'
import { placeTo } from '../desktop/use-desktop.ts'
import type { History } from '../history/history-query.ts'
import type { TimeRange } from '../history/page/history-choice.ts'
import type { PlotLimit } from '../history/page/plot-limits.ts'
import type { PlotSeries } from '../history/page/plot-series.ts'
import { momentWords } from '../history/page/range-bar.tsx'
import { SeriesChart } from '../history/series-chart.tsx'
import { ageWords } from '../i18n/phrases.ts'
import { Icon } from '../kit/icons.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { useReadingNow } from '../live/reading-now.ts'
import { useQuantities } from '../registry/quantity-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './compare-page.module.css'
import type { Measure } from './difference.ts'
import { DifferenceLine } from './difference-line.tsx'
import { FirstMark } from './first-mark.tsx'
import { seriesMeasure } from './series-measure.ts'
import type { ValueScale } from './series-scale.ts'

export type FirstSeries = { readonly name: string; readonly measure: Measure }

type Props = {
  readonly series: PlotSeries
  readonly history: History | undefined
  readonly isFailing: boolean
  /** Undefined = nothing was measured. */
  readonly scale: ValueScale | undefined
  readonly limits: readonly PlotLimit[]
  readonly range: TimeRange
  /** Where the cursor stands, and what the series was there. */
  readonly at: number | undefined
  readonly read: Bucket | undefined
  /** Undefined for the first itself. */
  readonly first: FirstSeries | undefined
  readonly isAlone: boolean
  /** Told where the pointer is: 0 = the beginning of the range, 1 = its end. */
  readonly onPoint: (share: number) => void
  readonly onFirst: () => void
  readonly onRemove: () => void
}

export function ComparedSeries(props: Props) {
  const { series, at, read, first, isAlone, onPoint, onFirst, onRemove } = props
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('history')
  const { data: registry } = useRegistry()
  const shown = useShown(series)
  const name = `${series.name} · ${series.place}`
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const plot = event.currentTarget.querySelector('[role="img"]')?.getBoundingClientRect()
    if (plot && plot.width > 0) onPoint(Math.min(1, Math.max(0, (event.clientX - plot.left) / plot.width)))
  }
  return (
    <section className={styles.chart} aria-label={name} data-series={series.id}>
      <header>
        <h2>{series.live ? <LinkTo to={toSeries(series.live)}>{name}</LinkTo> : name}</h2>
        <button type="button" onClick={onRemove}>
          <Icon name="close" />
          <span className="spoken">{t('remove', { name })}</span>
        </button>
        <p className={styles.tags}>
          {series.derived && <SourceTag text={word('legend.derived')} />}
          {series.isSimulated && <SourceTag text={word('legend.simulated')} />}
        </p>
        {series.live && <Newest series={series.live} shown={shown} />}
        {at !== undefined && (
          <p className={styles.read} data-testid="cursor-value">
            <span>{t('series.at', { time: momentWords(at) })}</span>{' '}
            <strong>{read ? shown(read.mean) : t('series.noValue')}</strong>
            {read && read.min < read.max && (
              <span>{word('legend.envelope', { min: shown(read.min), max: shown(read.max) })}</span>
            )}
            {first && (
              <DifferenceLine
                measure={seriesMeasure(series, registry, read?.mean)}
                first={first.measure}
                firstName={first.name}
              />
            )}
          </p>
        )}
        <FirstMark name={name} isFirst={first === undefined} isAlone={isAlone} onFirst={onFirst} />
      </header>
      <div onPointerMove={move}>
        <Drawn {...props} name={name} shown={shown} />
      </div>
    </section>
  )
}

const toSeries = ({ village, device, id }: CatalogueSeries): string => placeTo({ village, station: device, series: id })

type Shown = (value: number) => string

function useShown({ live, derived, decimals, unit }: PlotSeries): Shown {
  const { t } = useTranslation('history')
  const words = useQuantities()
  return value => {
    if (derived) return derivedValueWords(t, derived.kind, Math.round(value))
    const text = live && Number.isInteger(value) ? words.value(live.quantity, value) : formatNumber(value, decimals)
    return `${text}\u00a0${unit}`.trimEnd()
  }
}

function Newest({ series, shown }: { readonly series: CatalogueSeries; readonly shown: Shown }) {
  const { t } = useTranslation('compare')
  const reading = useReadingNow(series)
  return (
    <p className={styles.newest}>
      <strong>{reading.latest ? shown(reading.latest.v) : t('unknown')}</strong>{' '}
      <ReadingAbout series={series} reading={reading} />
    </p>
  )
}

type DrawnProps = Props & { readonly name: string; readonly shown: Shown }

function Drawn({ series, history, isFailing, scale, limits, range, at, name, shown }: DrawnProps) {
  const { t } = useTranslation('compare')
  const { t: words } = useTranslation()
  const { t: word } = useTranslation('history')
  if (!history) return <p className={styles.hint}>{t(isFailing ? 'series.failed' : 'loading')}</p>
  const { buckets } = history
  if (!scale || buckets.length === 0) return <p className={styles.hint}>{t('series.empty')}</p>
  const extremes = t('series.extremes', {
    min: shown(Math.min(...buckets.map(({ min }) => min))),
    max: shown(Math.max(...buckets.map(({ max }) => max))),
  })
  const span = (range.to - range.from) / history.points
  const averaged = span > (series.intervalMs ?? span) && t('series.averaged', { span: ageWords(words, span) })
  const label = t('series.chart', {
    name,
    range: word('range.span', { from: momentWords(range.from), to: momentWords(range.to) }),
  })
  return (
    <SeriesChart
      history={history}
      intervalMs={series.intervalMs}
      scale={scale}
      decimals={series.decimals}
      limits={limits.map(one => ({ ...one, isKept: false }))}
      label={`${label}; ${extremes}`}
      caption={[extremes, averaged].filter(Boolean).join(' · ')}
      // What was measured there stands beside: over the line it would lie on the limits' words.
      since={at === undefined ? undefined : { at, words: '' }}
    />
  )
}
