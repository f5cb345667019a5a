// The chart itself: a canvas that is zoomed and moved by wheel, by drawing over it and by keys. What it shows is said beside it.
import 'uplot/dist/uPlot.min.css'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import uPlot from 'uplot'
import { useTheme } from '../../design/theme.ts'
import { panned, type TimeRange, zoomed } from './history-choice.ts'
import styles from './plot.module.css'
import type { PlotData } from './plot-data.ts'
import type { PlotLimit } from './plot-limits.ts'
import { columnsOf, plotOptions } from './plot-options.ts'
import type { PlotSeries } from './plot-series.ts'

const HEIGHT = 440
const ZOOM = 0.8
const STEP = 0.1

type Props = {
  readonly series: readonly PlotSeries[]
  readonly data: PlotData
  readonly limits: readonly PlotLimit[]
  readonly range: TimeRange
  readonly edge: number
  readonly label: string
  readonly axisWords: (axis: string) => string
  readonly onRange: (range: TimeRange) => void
  readonly onCursor: (place: number | undefined) => void
  readonly onWidth: (pixels: number) => void
  readonly onCanvas: (canvas: HTMLCanvasElement | undefined) => void
}

export function Plot(props: Props) {
  const { series, data, limits, range, edge, label, axisWords, onRange, onCursor, onWidth, onCanvas } = props
  const holder = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | undefined>(undefined)
  const [width, setWidth] = useState(0)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })

  useLayoutEffect(() => {
    const element = holder.current
    if (!element) return undefined
    const measure = () => {
      setWidth(element.clientWidth)
      onWidth(element.clientWidth)
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [onWidth])

  const theme = useTheme()
  const shape = JSON.stringify([series.map(({ id, axis }) => [id, axis]), limits])
  const { from, to } = range
  useLayoutEffect(() => {
    const element = holder.current
    if (!element || width === 0) return undefined
    const drawn = new uPlot(
      plotOptions(
        {
          series: latest.current.series,
          limits: latest.current.limits,
          from,
          to,
          width,
          height: HEIGHT,
          axisWords,
          theme,
        },
        { onCursor, onSelect: (start, end) => latest.current.onRange({ from: start, to: end }) },
      ),
      columnsOf(latest.current.data),
      element,
    )
    plot.current = drawn
    onCanvas(drawn.ctx.canvas)
    return () => {
      plot.current = undefined
      onCanvas(undefined)
      drawn.destroy()
    }
    // A chart is made anew when what it shows has another shape, not with every new array of the same.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [shape, theme, width, from, to, axisWords, onCursor, onCanvas])
  useEffect(() => plot.current?.setData(columnsOf(data)), [data])

  useEffect(() => {
    const element = holder.current
    // React listens passively to wheels: the page would scroll away beneath.
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.shiftKey && !event.altKey) return
      event.preventDefault()
      const { range: now, edge: end, onRange: tell } = latest.current
      const at = plot.current?.posToVal(plot.current.cursor.left ?? 0, 'x') ?? (now.from + now.to) / 2
      const away = event.deltaY + event.deltaX
      if (event.shiftKey) tell(panned(now, Math.sign(away) * STEP, end))
      else tell(zoomed(now, away < 0 ? ZOOM : 1 / ZOOM, at, end))
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [])

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const middle = (from + to) / 2
    const next =
      event.key === 'ArrowLeft'
        ? panned(range, -STEP, edge)
        : event.key === 'ArrowRight'
          ? panned(range, STEP, edge)
          : event.key === '+' || event.key === '='
            ? zoomed(range, ZOOM, middle, edge)
            : event.key === '-'
              ? zoomed(range, 1 / ZOOM, middle, edge)
              : undefined
    if (!next) return
    event.preventDefault()
    onRange(next)
  }
  return (
    // The keys of the picture; each has a button beside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={holder}
      className={styles.plot}
      role="img"
      tabIndex={0}
      aria-label={label}
      data-testid="plot"
      onKeyDown={press}
    />
  )
}
