// The chart as a picture to send on: what it shows, of which time, from where, how good, that it is simulated when it is, and when it
// was made. Knows no React.
import { PALETTES, type Theme } from '../../design/palette.ts'
import { lookOf } from './plot-series.ts'

const PADDING = 24
const LINE = 26
/** Room for a line's look before its words. */
const LOOK = 42

export type PictureWords = {
  readonly title: string
  readonly range: string
  /** One for each series, in its order. */
  readonly legend: readonly string[]
  /** Below everything: how it is to be read, when it was made. */
  readonly foot: readonly string[]
  /** In capitals over everything; undefined = nothing is simulated. */
  readonly simulated: string | undefined
}
type Row = {
  readonly text: string
  readonly font: string
  readonly tone: 'lotus' | 'text' | 'muted'
  readonly indent: number
  /** Place of the series whose look stands before it. */
  readonly look: number | undefined
}

export async function pictureOf(
  chart: HTMLCanvasElement,
  theme: Theme,
  words: PictureWords,
): Promise<Blob | undefined> {
  const palette = PALETTES[theme]
  const ratio = devicePixelRatio
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return undefined
  const width = chart.width / ratio
  const measure = (text: string, font: string): number => {
    context.font = font
    return context.measureText(text).width
  }
  const rows = (of: readonly Omit<Row, 'look'>[]): readonly Row[] =>
    of.flatMap((row, place) =>
      wrapped(row.text, width - row.indent, text => measure(text, row.font)).map((text, i) => ({
        ...row,
        text,
        look: row.indent > 0 && i === 0 ? place : undefined,
      })),
    )
  const head = rows([
    ...(words.simulated === undefined
      ? []
      : [{ text: words.simulated, font: fontOf(700, 17), tone: 'lotus' as const, indent: 0 }]),
    { text: words.title, font: fontOf(600, 18), tone: 'text', indent: 0 },
    { text: words.range, font: fontOf(400, 14), tone: 'muted', indent: 0 },
  ])
  const below = [
    ...rows(words.legend.map(text => ({ text, font: fontOf(400, 14), tone: 'text' as const, indent: LOOK }))),
    ...rows(words.foot.map(text => ({ text, font: fontOf(400, 13), tone: 'muted' as const, indent: 0 }))),
  ]
  const chartTop = PADDING + head.length * LINE
  const belowTop = chartTop + chart.height / ratio + PADDING / 2
  canvas.width = chart.width + 2 * PADDING * ratio
  canvas.height = Math.ceil((belowTop + below.length * LINE + PADDING / 2) * ratio)
  context.fillStyle = palette.ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(chart, PADDING * ratio, chartTop * ratio)
  context.scale(ratio, ratio)
  context.textBaseline = 'top'
  const write = ({ text, font, tone, indent, look }: Row, y: number) => {
    if (look !== undefined) {
      const { tone: colour, dash } = lookOf(look)
      context.strokeStyle = palette[colour]
      context.lineWidth = 3
      context.setLineDash([...dash])
      context.beginPath()
      context.moveTo(PADDING, y + 9)
      context.lineTo(PADDING + 30, y + 9)
      context.stroke()
    }
    context.font = font
    context.fillStyle = palette[tone]
    context.fillText(text, PADDING + indent, y)
  }
  for (const [i, row] of head.entries()) write(row, PADDING / 2 + i * LINE)
  for (const [i, row] of below.entries()) write(row, belowTop + i * LINE)
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'))
}

const fontOf = (weight: number, size: number): string => `${weight} ${size}px "Be Vietnam Pro", sans-serif`

/** Words in as many lines as they need; one that is wider than the line has it to itself. */
export function wrapped(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
