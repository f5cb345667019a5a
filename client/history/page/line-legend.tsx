// Beside the chart, for each series: its line, name, place, source, and the value at the cursor or the newest with its age and quality.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { freshnessOf } from '../../../shared/freshness.ts'
import { qualityOf } from '../../../shared/quality.ts'
import { derivedValueWords } from '../../derived/derived-words.ts'
import { OriginDialog } from '../../derived/origin-dialog.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { tokenOf } from '../../design/palette.ts'
import { agePhrase } from '../../i18n/phrases.ts'
import { Button } from '../../kit/button.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import type { TimeRange } from './history-choice.ts'
import styles from './line-legend.module.css'
import type { Newest } from './lines-view.tsx'
import type { PlotData } from './plot-data.ts'
import { lookOf, type PlotSeries } from './plot-series.ts'
import { momentWords } from './range-bar.tsx'

type Props = {
  readonly series: readonly PlotSeries[]
  readonly data: PlotData
  /** Place in the times; undefined = nobody points. */
  readonly cursor: number | undefined
  readonly newest: readonly Newest[]
  readonly now: number
  readonly range: TimeRange
  readonly onRemove: (id: string) => void
}

export function LineLegend({ series, onRemove, ...rest }: Props) {
  const { t } = useTranslation('history')
  const [origin, setOrigin] = useState<{ readonly id: string; readonly at: number }>()
  return (
    <>
      <ul className={styles.legend} aria-label={t('legend.label')}>
        {series.map((one, i) => {
          const shown = shownOf(one, i, rest)
          const { tone, dash } = lookOf(i)
          return (
            <li key={one.id} className={styles.line} data-series={one.id}>
              <svg className={styles.look} viewBox="0 0 36 12" aria-hidden="true">
                <path d="M1 6H35" stroke={tokenOf(tone)} strokeWidth="3" strokeDasharray={dash.join(' ')} fill="none" />
              </svg>
              <span className={styles.name}>
                <strong>{one.name}</strong> <span>{one.place}</span>
                {one.derived && <SourceTag text={t('legend.derived')} />}
                {one.isSimulated && <SourceTag text={t('legend.simulated')} />}
              </span>
              <Shown one={one} shown={shown} now={rest.now} />
              {one.derived && (
                <Button kind="quiet" onClick={() => setOrigin({ id: one.id, at: shown?.t ?? rest.range.to })}>
                  {t('legend.origin')}
                </Button>
              )}
              <Button kind="quiet" icon="close" isIconOnly onClick={() => onRemove(one.id)}>
                {t('legend.remove', { name: `${one.name}, ${one.place}` })}
              </Button>
            </li>
          )
        })}
      </ul>
      {origin && <OriginDialog id={origin.id} at={origin.at} onClose={() => setOrigin(undefined)} />}
    </>
  )
}

type ShownValue = {
  readonly t: number
  readonly value: number
  readonly low: number
  readonly high: number
  /** Only of a single reading. */
  readonly q: number | undefined
  readonly isCursor: boolean
}

function shownOf(
  { intervalMs, live }: PlotSeries,
  i: number,
  { data, cursor, newest }: Pick<Props, 'data' | 'cursor' | 'newest'>,
): ShownValue | undefined {
  const columns = data.series[i]
  if (cursor === undefined) {
    const last = newest[i]
    if (live) return last && { t: last.t, value: last.v, low: last.v, high: last.v, q: last.q, isCursor: false }
    const place = columns?.mean.findLastIndex(one => typeof one === 'number') ?? -1
    return place < 0 ? undefined : valueAt(place, false)
  }
  // A series measured less often than another has its value a little before.
  const at = data.times[cursor] ?? 0
  for (let place = cursor; place >= 0 && at - (data.times[place] ?? 0) <= 2 * (intervalMs ?? 3_600_000); place--) {
    if (typeof columns?.mean[place] === 'number') return valueAt(place, true)
    if (columns?.mean[place] === null) return undefined
  }
  return undefined

  function valueAt(place: number, isCursor: boolean): ShownValue {
    return {
      t: data.times[place] ?? 0,
      value: columns?.mean[place] ?? Number.NaN,
      low: columns?.min[place] ?? Number.NaN,
      high: columns?.max[place] ?? Number.NaN,
      q: undefined,
      isCursor,
    }
  }
}

function Shown({
  one,
  shown,
  now,
}: {
  readonly one: PlotSeries
  readonly shown: ShownValue | undefined
  readonly now: number
}) {
  const { t } = useTranslation('history')
  const { t: words } = useTranslation()
  if (!shown) return <span className={styles.unknown}>{t('legend.none')}</span>
  const write = (value: number) => formatNumber(value, one.decimals)
  const unit = one.unit === '' ? '' : `\u00a0${one.unit}`
  const value = one.derived
    ? derivedValueWords(t, one.derived.kind, Math.round(shown.value))
    : `${write(shown.value)}${unit}`
  const age = agePhrase(words, now - shown.t, freshnessOf(now - shown.t, one.intervalMs))
  const about = [
    shown.low < shown.high && t('legend.envelope', { min: write(shown.low), max: write(shown.high) }),
    shown.isCursor ? t('legend.at', { time: momentWords(shown.t) }) : `${t('legend.latest')}: ${age}`,
    shown.q !== undefined && words(`quality.${qualityOf(shown.q)}`),
    words(`source.${one.source}`),
  ]
  return (
    <span className={styles.value}>
      <strong>{value}</strong> <span>{about.filter(Boolean).join(' · ')}</span>
    </span>
  )
}
