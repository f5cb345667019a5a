// The chart as a picture to send on: with what it shows, of which time, from where, and that it is simulated when it is. Knows no React.
import { PALETTES, type Theme } from '../../design/palette.ts'
import { lookOf } from './plot-series.ts'

const PADDING = 24
const LINE = 26

export type PictureWords = {
  readonly title: string
  readonly range: string
  /** One for each series, in its order. */
  readonly legend: readonly string[]
  /** In capitals over everything; undefined = nothing is simulated. */
  readonly simulated: string | undefined
}

export async function pictureOf(
  chart: HTMLCanvasElement,
  theme: Theme,
  words: PictureWords,
): Promise<Blob | undefined> {
  const palette = PALETTES[theme]
  const ratio = devicePixelRatio
  const head = PADDING + LINE * (2 + (words.simulated === undefined ? 0 : 1))
  const canvas = document.createElement('canvas')
  canvas.width = chart.width + 2 * PADDING * ratio
  canvas.height = chart.height + (head + words.legend.length * LINE + PADDING * 2) * ratio
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.fillStyle = palette.ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(chart, PADDING * ratio, head * ratio)
  context.scale(ratio, ratio)
  context.textBaseline = 'top'
  let y = PADDING / 2
  const write = (text: string, font: string, colour: string, x = PADDING) => {
    context.font = `${font} "Be Vietnam Pro", sans-serif`
    context.fillStyle = colour
    context.fillText(text, x, y)
    y += LINE
  }
  if (words.simulated !== undefined) write(words.simulated, '700 17px', palette.lotus)
  write(words.title, '600 18px', palette.text)
  write(words.range, '400 14px', palette.muted)
  y = head + chart.height / ratio + PADDING / 2
  for (const [i, line] of words.legend.entries()) {
    const { tone, dash } = lookOf(i)
    context.strokeStyle = palette[tone]
    context.lineWidth = 3
    context.setLineDash([...dash])
    context.beginPath()
    context.moveTo(PADDING, y + 9)
    context.lineTo(PADDING + 30, y + 9)
    context.stroke()
    write(line, '400 14px', palette.text, PADDING + 42)
  }
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'))
}
