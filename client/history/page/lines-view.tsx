// The series as lines over time, or the same figures as a table: what is at the cursor, what is newest, and the ways to take it along.
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ageWords } from '../../i18n/phrases.ts'
import { useLive, useMoment } from '../../live/live-hooks.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import { useQuantities } from '../../registry/quantity-words.ts'
import { ExportBar } from './export-bar.tsx'
import type { TimeRange } from './history-choice.ts'
import { LineLegend } from './line-legend.tsx'
import { LineTable } from './line-table.tsx'
import styles from './lines-view.module.css'
import { bucketsQuery } from './page-queries.ts'
import { pictureWords } from './picture-words.ts'
import { Plot } from './plot.tsx'
import { plotDataOf } from './plot-data.ts'
import type { PlotLimit } from './plot-limits.ts'
import type { PlotSeries } from './plot-series.ts'
import { momentWords } from './range-bar.tsx'

const MOST_POINTS = 2_000
const LEAST_POINTS = 200
/** Of the width of the chart: an axis on either side holds none. */
const AXES_PIXELS = 120

type Props = {
  readonly series: readonly PlotSeries[]
  readonly limits: readonly PlotLimit[]
  readonly range: TimeRange
  readonly edge: number
  readonly now: number
  readonly isTable: boolean
  readonly onRange: (range: TimeRange) => void
  readonly onRemove: (id: string) => void
}

export function LinesView({ series, limits, range, edge, now, isTable, onRange, onRemove }: Props) {
  const { t } = useTranslation('history')
  const { t: words } = useTranslation()
  const quantities = useQuantities()
  const [width, setWidth] = useState(1_000)
  const [cursor, setCursor] = useState<number>()
  const canvas = useRef<HTMLCanvasElement | undefined>(undefined)
  const keepCanvas = useCallback((element: HTMLCanvasElement | undefined) => {
    canvas.current = element
  }, [])
  const { from, to } = range
  // Never more points than pixels; in hundreds, so that a moved edge asks nothing new.
  const points = Math.min(MOST_POINTS, Math.max(LEAST_POINTS, Math.floor((width - AXES_PIXELS) / 100) * 100))
  const queries = series.map(({ id }) => bucketsQuery(id, range, points))
  const answers = useQueries({ queries })
  const held = answers.map(({ data }) => data ?? { from, to, points, buckets: [] })
  const newest = useNewest(series)
  const key = [answers.map(({ dataUpdatedAt }) => dataUpdatedAt), newest.map(one => one?.t), from, to, points].join()
  const data = useMemo(
    () =>
      plotDataOf(
        held.map((history, i) => ({ history: { ...history, from, to }, intervalMs: series[i]?.intervalMs ?? null })),
        newest,
      ),
    // Everything it depends on is in the key; the arrays themselves are new each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [key, series],
  )
  const axisWords = useCallback(
    (axis: string) => {
      const own = series.filter(one => one.axis === axis)
      const names = [...new Set(own.map(({ name }) => name))].join(', ')
      const unit = own[0]?.unit ?? ''
      return unit === '' ? names : `${names} (${unit})`
    },
    [series],
  )
  const isLoading = answers.some(answer => answer.isPending)
  const hasFailed = answers.some(answer => answer.failureCount > 0)
  const rangeWords = t('range.span', { from: momentWords(from), to: momentWords(to) })
  const aboutChart = [averaging(), isTable ? undefined : t('range.hint')].filter(Boolean).join(' ')
  const names = series.map(({ name, place }) => `${name}, ${place}`)
  return (
    <div className={styles.view}>
      <ExportBar
        series={series}
        range={range}
        pictureWords={() =>
          pictureWords({ t, words, quantities, series, newest, range, rangeWords, averaged: averaging(), now })
        }
        canvas={isTable ? undefined : canvas}
      />
      {isTable ? (
        <LineTable series={series} data={data} />
      ) : (
        <Plot
          series={series}
          data={data}
          limits={limits}
          range={range}
          edge={edge}
          label={t('chart.label', { names: names.join('; '), range: rangeWords })}
          axisWords={axisWords}
          onRange={onRange}
          onCursor={setCursor}
          onWidth={setWidth}
          onCanvas={keepCanvas}
        />
      )}
      <QueryProgress
        label={t('chart.loading')}
        queries={answers.map((result, i) => ({ key: queries[i]?.queryKey ?? [], result }))}
      />
      <p className={styles.about} role="status">
        {hasFailed ? t('failed') : isLoading ? t('loading') : data.times.length === 0 ? t('empty') : aboutChart}
      </p>
      <LineLegend
        series={series}
        data={data}
        cursor={cursor}
        newest={newest}
        now={now}
        range={range}
        onRemove={onRemove}
      />
    </div>
  )

  /** Undefined where every reading is a point. */
  function averaging(): string | undefined {
    const span = (to - from) / points
    const finest = Math.min(...series.map(({ intervalMs }) => intervalMs ?? span))
    return span > finest ? t('chart.averaged', { span: ageWords(words, span) }) : undefined
  }
}

export type Newest = { readonly t: number; readonly v: number; readonly q: number } | undefined

/** The newest reading of each; the page looks once a second. */
function useNewest(series: readonly PlotSeries[]): readonly Newest[] {
  const { state } = useMoment()
  useLive()
  return series.map(({ live }): Newest => {
    const at = live && state.t[live.n]
    if (!live || at === undefined || Number.isNaN(at)) return undefined
    return { t: at, v: state.v[live.n] ?? Number.NaN, q: state.q[live.n] ?? 0 }
  })
}
