// Figures of each series over the range; what the station can't know honestly is said to be unknown.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DAY_MS, type DerivedKind } from '../../../shared/derived/kinds.ts'
import type { DerivedStatistics, Statistics } from '../../../shared/history/api-schema.ts'
import { MAX_HOUR_DAYS } from '../../../shared/history/limits.ts'
import { type CategoryName, derivedValueWords } from '../../derived/derived-words.ts'
import { formatNumber } from '../../design/number-format.ts'
import { ageWords } from '../../i18n/phrases.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import { useQuantities } from '../../registry/quantity-words.ts'
import type { TimeRange } from './history-choice.ts'
import { statisticsQuery } from './page-queries.ts'
import { inputNames } from './picture-words.ts'
import type { PlotLimit } from './plot-limits.ts'
import type { PlotSeries } from './plot-series.ts'
import { momentWords } from './range-bar.tsx'
import styles from './statistics-panel.module.css'

type Props = {
  readonly series: readonly PlotSeries[]
  readonly limits: readonly PlotLimit[]
  readonly range: TimeRange
}

export function StatisticsPanel({ series, limits, range }: Props) {
  const { t } = useTranslation('history')
  return (
    <section className={styles.panel} aria-label={t('statistics.title')} data-testid="statistics">
      <h2>{t('statistics.title')}</h2>
      <div className={styles.all}>
        {series.map(one => (
          <OneSeries key={one.id} one={one} limits={limits.filter(limit => limit.axis === one.axis)} range={range} />
        ))}
      </div>
    </section>
  )
}

type OneProps = { readonly one: PlotSeries; readonly limits: readonly PlotLimit[]; readonly range: TimeRange }

function OneSeries({ one, limits, range }: OneProps) {
  const { t } = useTranslation('history')
  const own = limits.filter(({ seriesId }) => seriesId === one.id).slice(0, 12)
  const at = [...new Set(own.map(limit => limit.at))]
  const quantities = useQuantities()
  const isTooLong = one.derived !== undefined && range.to - range.from > MAX_HOUR_DAYS * DAY_MS
  const query = statisticsQuery(one.id, range, at)
  const result = useQuery({ ...query, enabled: !isTooLong })
  const { data, failureCount } = result
  return (
    <article className={styles.one} data-statistics={one.id}>
      <h3>
        {one.name} <span>{one.place}</span>
        {one.derived && <SourceTag text={t('legend.derived')} />}
        {one.isSimulated && <SourceTag text={t('legend.simulated')} />}
      </h3>
      {one.derived && (
        <p className={styles.about}>
          {t('statistics.from', { inputs: inputNames(one, quantities), decision: one.derived.decision })}
        </p>
      )}
      {data && !isTooLong && <Figures one={one} limits={own} data={data} />}
      {!data && failureCount > 0 && <p role="status">{t('failed')}</p>}
      {isTooLong ? (
        <p className={styles.about}>{t('statistics.tooLong', { most: MAX_HOUR_DAYS })}</p>
      ) : (
        <QueryProgress
          label={t('statistics.loading', { name: one.name })}
          queries={[{ key: query.queryKey, result }]}
        />
      )}
    </article>
  )
}

function Figures({
  one,
  limits,
  data,
}: {
  readonly one: PlotSeries
  readonly limits: readonly PlotLimit[]
  readonly data: Statistics | DerivedStatistics
}) {
  const { t } = useTranslation('history')
  const { t: words } = useTranslation()
  const unknown = t('statistics.unknown')
  const computed = data.basis === 'steps' ? data : undefined
  const kind = one.derived?.kind
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? unknown : `${formatNumber(value, one.decimals)}\u00a0${one.unit}`.trim()
  const writeOne = (value: number) => (kind ? derivedValueWords(t, kind, value) : write(value))
  const writeMean = (value: number | null) =>
    value === null && computed && data.count > 0 ? t('statistics.noMean') : write(value)
  const span = (ms: number) => ageWords(words, ms)
  const time = (at: number | null) => (at === null ? unknown : momentWords(at))
  const extreme = (found: Statistics['min']) =>
    found === null
      ? unknown
      : `${writeOne(found.v)} · ${found.withinMs > 0 ? t('statistics.within', { time: time(found.t), span: span(found.withinMs) }) : time(found.t)}`
  const { percentiles, gaps } = data
  const countKey = !computed
    ? 'statistics.count'
    : kind === 'vn-aqi-day'
      ? 'statistics.computedDays'
      : 'statistics.computedHours'
  const rows: readonly (readonly [string, string])[] = [
    [t(countKey), formatNumber(data.count)],
    ...(computed && kind ? [categoryRow(computed, kind)] : []),
    [t('statistics.mean'), writeMean(data.mean)],
    [t('statistics.min'), extreme(data.min)],
    [t('statistics.max'), extreme(data.max)],
    [t('statistics.deviation'), writeMean(data.deviation)],
    [
      t('statistics.percentiles'),
      percentiles
        ? [percentiles.p10, percentiles.p50, percentiles.p90]
            .map(value => (data.mean === null ? writeOne(value) : formatNumber(value, one.decimals)))
            .join(' · ')
        : unknown,
    ],
    [t('statistics.first'), time(data.first)],
    [t('statistics.last'), time(data.last)],
    [
      t(computed ? 'statistics.computed' : 'statistics.measured'),
      data.rangeMs > 0 ? `${formatNumber((data.measuredMs / data.rangeMs) * 100, 1)}\u00a0%` : unknown,
    ],
    [
      t('statistics.gaps'),
      gaps.count === 0
        ? t('statistics.noGaps')
        : t('statistics.gapWords', { count: gaps.count, span: span(gaps.longestMs), time: time(gaps.longestFrom) }),
    ],
    ...data.above.map(timeBeyond),
  ]
  function categoryRow({ categories, count }: DerivedStatistics, of: DerivedKind): readonly [string, string] {
    const parts = categories.map(held =>
      t('statistics.category', {
        name: t(`derived.category.${held.category as CategoryName}`),
        count: formatNumber(held.count),
        share: formatNumber((held.count / count) * 100, 1),
      }),
    )
    return [
      t('statistics.categories', { unit: t(`statistics.${of === 'vn-aqi-day' ? 'days' : 'hours'}`) }),
      parts.join(' · ') || unknown,
    ]
  }
  function timeBeyond({ at, atLeastMs, atMostMs }: Statistics['above'][number]): readonly [string, string] {
    const limit = limits.find(held => held.at === at)
    const isLow = limit?.side === 'low'
    // What isn't at or above it lies below.
    const [least, most] = isLow ? [data.measuredMs - atMostMs, data.measuredMs - atLeastMs] : [atLeastMs, atMostMs]
    const name = `${limit?.words ?? ''} (${write(at)})`
    return [
      t(isLow ? 'statistics.below' : 'statistics.above', { limit: name }),
      least === most ? span(most) : t('statistics.between', { least: span(least), most: span(most) }),
    ]
  }
  return (
    <>
      <dl className={styles.figures}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data.basis === 'buckets' && <p className={styles.about}>{t('statistics.buckets')}</p>}
    </>
  )
}
