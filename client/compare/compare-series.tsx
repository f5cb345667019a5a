// Series one below the other over the same time, with one cursor through all of them: moved by pointer, or by the slider.
import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { navigate, replaceAddress, useParameters, withParameters } from '../app/address.ts'
import { MAX_COMPARED } from '../desktop/compared.ts'
import type { History } from '../history/history-query.ts'
import { historyChoice, rangeOfChoice, type TimeRange } from '../history/page/history-choice.ts'
import { NothingChosen } from '../history/page/nothing-chosen.tsx'
import { bucketsQuery, oldestQuery, REFRESH_MS } from '../history/page/page-queries.ts'
import { plotLimits } from '../history/page/plot-limits.ts'
import { RangeBar } from '../history/page/range-bar.tsx'
import { SeriesChooser } from '../history/page/series-chooser.tsx'
import { usePlotSeries } from '../history/page/use-plot-series.ts'
import { Notice } from '../kit/notice.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { compareAddress } from './compare-address.ts'
import styles from './compare-page.module.css'
import { ComparedSeries, type FirstSeries } from './compared-series.tsx'
import { bucketAt } from './cursor-value.ts'
import { seriesMeasure } from './series-measure.ts'
import { scalesOf } from './series-scale.ts'
import { TimeCursor } from './time-cursor.tsx'

/** Fewer than the pixels of any chart that has room for more than one word. */
const POINTS = 300

type Props = {
  readonly ids: readonly string[]
  /** Server time. */
  readonly now: number
}

export function CompareSeries({ ids, now }: Props) {
  const { t } = useTranslation('compare')
  const { t: word } = useTranslation('history')
  const choice = historyChoice(useParameters())
  const { series, derived, unknown } = usePlotSeries(ids)
  const {
    state: { catalogue },
  } = useMoment()
  const { data: registry } = useRegistry()
  const rules = useAlarmPicture().state?.rules
  const limits = useMemo(
    () => series.map(one => plotLimits([one], catalogue, registry, rules)),
    [series, catalogue, registry, rules],
  )
  const [cursor, setCursor] = useState<number>()
  // The live edge moves by the minute: a query of its own for every second would never be answered from memory.
  const edge = Math.ceil(now / REFRESH_MS) * REFRESH_MS
  const oldest = useQueries({
    queries: series.map(({ id, live }) => oldestQuery(id, choice.preset === 'all' && live !== undefined)),
  }).flatMap(({ data }) => (typeof data === 'number' ? [data] : []))
  const range = rangeOfChoice(choice, edge, oldest.length > 0 ? Math.min(...oldest) : undefined)
  const answers = useQueries({ queries: series.map(({ id }) => bucketsQuery(id, range, POINTS)) })
  const histories = answers.map(({ data }): History | undefined => data && { ...data, ...range })
  const scales = scalesOf(
    series.map((one, i) => ({ series: one, buckets: histories[i]?.buckets ?? [], limits: limits[i] ?? [] })),
  )
  const at = cursor === undefined || cursor < range.from || cursor > range.to ? undefined : cursor
  const change = (curves: readonly string[]) => navigate(compareAddress({ curves }))
  const setRange = (next: TimeRange) => {
    const isLive = next.to >= edge && choice.to === undefined
    const times = { from: String(next.from), to: isLive ? undefined : String(next.to) }
    replaceAddress(withParameters({ ...times, range: undefined, at: undefined }))
  }
  const readOf = (place: number) => {
    const [history, one] = [histories[place], series[place]]
    return history && one && at !== undefined ? bucketAt(history, at, one.intervalMs) : undefined
  }
  const [one] = series
  const first: FirstSeries | undefined = one && {
    name: t('difference.firstSeries'),
    measure: seriesMeasure(one, registry, readOf(0)?.mean),
  }
  return (
    <div className={styles.series}>
      <RangeBar choice={choice} range={range} edge={edge} onRange={setRange} />
      <div className={styles.add}>
        <SeriesChooser
          chosen={ids}
          derived={derived}
          most={MAX_COMPARED}
          onAdd={id => change([...ids, id].slice(0, MAX_COMPARED))}
        />
        {series.length > 0 && <p className={styles.hint}>{t('series.about')}</p>}
        {unknown.map(id => (
          <Notice key={id} kind="warning" title={word('legend.unknown', { id })} />
        ))}
      </div>
      {series.length === 0 ? (
        <NothingChosen title={t('series.none')} meaning={t('series.noneHow', { most: MAX_COMPARED })} />
      ) : (
        <>
          <TimeCursor range={range} at={at} onMove={setCursor} />
          <div className={styles.charts} data-testid="comparison" onPointerLeave={() => setCursor(undefined)}>
            {series.map((own, i) => (
              <ComparedSeries
                key={own.id}
                series={own}
                history={histories[i]}
                isFailing={(answers[i]?.failureCount ?? 0) > 0}
                scale={scales.get(own.axis)}
                limits={limits[i] ?? []}
                range={range}
                at={at}
                read={readOf(i)}
                first={i === 0 ? undefined : first}
                isAlone={series.length === 1}
                onPoint={share => setCursor(range.from + share * (range.to - range.from))}
                onFirst={() => change([own.id, ...ids.filter(id => id !== own.id)])}
                onRemove={() => change(ids.filter(id => id !== own.id))}
              />
            ))}
          </div>
        </>
      )}
    </div>
  )
}
