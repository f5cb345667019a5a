// How the chart is drawn: one axis for each unit, the mean as a line, a band between lowest and highest, limits as labelled lines.
// Knows the chart library, no React.
import uPlot from 'uplot'
import { formatNumber } from '../../design/number-format.ts'
import { MARK_TONE, PALETTES, type Palette, type Theme } from '../../design/palette.ts'
import { formatClock, formatDate, isoDayOf } from '../../design/time-format.ts'
import type { PlotData } from './plot-data.ts'
import type { PlotLimit } from './plot-limits.ts'
import { lookOf, type PlotSeries } from './plot-series.ts'

const FONT = '13px "Be Vietnam Pro", sans-serif'
const ZONE = 'Asia/Ho_Chi_Minh'
const DAY_MS = 86_400_000
const AXIS_WIDTH = 62
/** On a phone the legend alone says what an axis is of. */
const NARROW = { pixels: 600, axisWidth: 46 }

/** Mean, highest and lowest of each series in turn: a band lies between the last two. */
export const columnsOf = ({ times, series }: PlotData): uPlot.AlignedData =>
  [times, ...series.flatMap(({ mean, max, min }) => [mean, max, min])] as uPlot.AlignedData

export type PlotAbout = {
  readonly series: readonly PlotSeries[]
  readonly limits: readonly PlotLimit[]
  readonly from: number
  readonly to: number
  readonly width: number
  readonly height: number
  readonly axisWords: (axis: string) => string
  readonly theme: Theme
}
export type PlotEvents = {
  /** Place of the time under the cursor; undefined = none. */
  readonly onCursor: (place: number | undefined) => void
  readonly onSelect: (from: number, to: number) => void
}

export function plotOptions(about: PlotAbout, { onCursor, onSelect }: PlotEvents): uPlot.Options {
  const { series, limits, from, to, width, height, axisWords, theme } = about
  const palette = PALETTES[theme]
  const axes = [...new Set(series.map(({ axis }) => axis))]
  return {
    width,
    height,
    ms: 1,
    tzDate: at => uPlot.tzDate(new Date(at), ZONE),
    legend: { show: false },
    padding: [18, axes.length > 1 ? 4 : 18, 0, 0],
    cursor: {
      drag: { x: true, y: false, setScale: false },
      points: { size: 8 },
      y: false,
    },
    scales: {
      x: { time: true, auto: false, range: [from, to] },
      ...Object.fromEntries(axes.map(axis => [axis, { range: rangeOf(series, limits, axis) }])),
    },
    axes: [
      {
        stroke: palette.muted,
        font: FONT,
        grid: { stroke: palette.hairline, width: 1 },
        ticks: { show: false },
        space: 96,
        values: (_plot, splits) => splits.map((at, i) => timeWords(at, to - from, splits[i - 1])),
      },
      ...axes.map(
        (axis, i): uPlot.Axis => ({
          scale: axis,
          side: i === 0 ? 3 : 1,
          size: width < NARROW.pixels ? NARROW.axisWidth : AXIS_WIDTH,
          stroke: palette.muted,
          font: FONT,
          labelFont: FONT,
          labelSize: 22,
          ...(width < NARROW.pixels ? {} : { label: axisWords(axis) }),
          grid: { show: i === 0, stroke: palette.hairline, width: 1 },
          ticks: { show: false },
          values: (_plot, splits) => splits.map(value => formatNumber(value, decimalsOf(splits))),
        }),
      ),
    ],
    series: [{}, ...series.flatMap((one, i) => linesOf(one, palette[lookOf(i).tone], lookOf(i).dash))],
    bands: series.map((_, i) => ({
      series: [i * 3 + 2, i * 3 + 3] as uPlot.Band.Bounds,
      fill: `${palette[lookOf(i).tone]}38`,
    })),
    hooks: {
      setCursor: [plot => onCursor(plot.cursor.idx ?? undefined)],
      setSelect: [
        plot => {
          const { left, width: wide } = plot.select
          if (wide < 4) return
          onSelect(Math.round(plot.posToVal(left, 'x')), Math.round(plot.posToVal(left + wide, 'x')))
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
        },
      ],
      draw: [plot => drawLimits(plot, limits, palette)],
    },
  }
}

function linesOf({ id, axis }: PlotSeries, colour: string, dash: readonly number[]): uPlot.Series[] {
  const edge: uPlot.Series = { scale: axis, stroke: 'transparent', width: 0, points: { show: false } }
  return [
    { label: id, scale: axis, stroke: colour, width: 2, dash: [...dash], points: { size: 5, fill: colour } },
    edge,
    { ...edge },
  ]
}

/** Wide enough for what was measured and for limits near it; a flat line keeps room around it. */
function rangeOf(series: readonly PlotSeries[], limits: readonly PlotLimit[], axis: string): uPlot.Range.Function {
  const least = 4 * 10 ** -Math.min(...series.filter(one => one.axis === axis).map(({ decimals }) => decimals))
  return (_plot, low, high) => {
    if (low === null || high === null) return [0, 1]
    const span = Math.max(high - low, least)
    const near = limits.filter(one => one.axis === axis && one.at > low - span && one.at < high + span)
    const bottom = Math.min(low, ...near.map(({ at }) => at))
    const top = Math.max(high, ...near.map(({ at }) => at))
    const air = Math.max(top - bottom, least) * 0.1
    return [bottom - air, top + air]
  }
}

function timeWords(at: number, span: number, before: number | undefined): string {
  const clock = formatClock(at)
  const date = formatDate(at).slice(0, 5)
  if (span > 400 * DAY_MS) return formatDate(at).slice(3)
  if (span > 6 * DAY_MS) return date
  const isNewDay = before === undefined || isoDayOf(before) !== isoDayOf(at)
  return isNewDay ? `${clock}\n${date}` : clock
}

/** As few as tell neighbouring ticks apart. */
function decimalsOf(splits: readonly number[]): number {
  const step = Math.abs((splits[1] ?? 1) - (splits[0] ?? 0))
  return step >= 1 || step === 0 ? 0 : Math.min(3, Math.ceil(-Math.log10(step)))
}

function drawLimits(plot: uPlot, limits: readonly PlotLimit[], palette: Palette): void {
  const { ctx, bbox, scales } = plot
  const ratio = devicePixelRatio
  ctx.save()
  ctx.font = `600 ${12 * ratio}px "Be Vietnam Pro", sans-serif`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  for (const { axis, at, words, mark } of limits) {
    const { min, max } = scales[axis] ?? {}
    if (min === undefined || max === undefined || min === null || max === null || at < min || at > max) continue
    const y = Math.round(plot.valToPos(at, axis, true))
    ctx.strokeStyle = palette[MARK_TONE[mark]]
    ctx.fillStyle = palette[MARK_TONE[mark]]
    ctx.lineWidth = 1.5 * ratio
    ctx.setLineDash([6 * ratio, 4 * ratio])
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
    // On a ground of its own: words are read over lines.
    const wide = ctx.measureText(words).width
    ctx.globalAlpha = 0.8
    const colour = ctx.fillStyle
    ctx.fillStyle = palette.land
    ctx.fillRect(bbox.left + 6 * ratio, y - 19 * ratio, wide + 8 * ratio, 17 * ratio)
    ctx.globalAlpha = 1
    ctx.fillStyle = colour
    ctx.fillText(words, bbox.left + 10 * ratio, y - 3 * ratio)
  }
  ctx.restore()
}
