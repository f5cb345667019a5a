// The plot of a soak: one panel per metric, from zero, with its drift in words. Plain SVG in the palette of the screens. Pure.
import { PALETTES } from '../../client/design/palette.ts'
import { driftOf, type Metric } from './drift.ts'

const WIDTH = 1_200
const COLUMNS = 2
const PANEL = { width: WIDTH / COLUMNS, height: 170 }
const INSET = { left: 24, right: 24, top: 46, bottom: 22 }
const HEAD = 44
const LINE = 20
const GREW = '#FF8A4C'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const figure = (value: number): string =>
  value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toFixed(1)
const percent = (share: number): string => `${share >= 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)} %`

/**
 * @param about one line each
 * @param limit of growth; a metric beyond it is drawn in the colour of what is wrong, and says so
 */
export function soakPlot(title: string, about: readonly string[], metrics: readonly Metric[], limit: number): string {
  const rows = Math.ceil(metrics.length / COLUMNS)
  const head = HEAD + about.length * LINE
  const height = head + rows * PANEL.height + 12
  const panels = metrics.map((metric, i) => {
    const x = (i % COLUMNS) * PANEL.width
    const y = head + Math.floor(i / COLUMNS) * PANEL.height
    return `<g transform="translate(${x} ${y})">${panelOf(metric, limit)}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="'Be Vietnam Pro', sans-serif" role="img">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${height}" fill="${PALETTES.dark.ground}"/>
<text x="${INSET.left}" y="30" fill="${PALETTES.dark.text}" font-size="20" font-weight="600">${escaped(title)}</text>
${about.map((line, i) => `<text x="${INSET.left}" y="${52 + i * LINE}" fill="${PALETTES.dark.muted}" font-size="14">${escaped(line)}</text>`).join('\n')}
${panels.join('\n')}
</svg>
`
}

function panelOf(metric: Metric, limit: number): string {
  const { name, unit, values } = metric
  const { first, last, share, isWithin } = driftOf(metric, limit)
  const width = PANEL.width - INSET.left - INSET.right
  const height = PANEL.height - INSET.top - INSET.bottom
  const most = Math.max(...values, 1) * 1.1
  const x = (i: number) => (values.length < 2 ? 0 : (i / (values.length - 1)) * width)
  const y = (value: number) => height - (value / most) * height
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
  const colour = isWithin ? PALETTES.dark.river : GREW
  const verdict = `${figure(first)} → ${figure(last)}${unit && ` ${unit}`} (${percent(share)}${isWithin ? '' : ', grows'})`
  return `<text x="${INSET.left}" y="30" fill="${PALETTES.dark.text}" font-size="15">${escaped(name)}</text>
<text x="${PANEL.width - INSET.right}" y="30" fill="${isWithin ? PALETTES.dark.muted : GREW}" font-size="14" text-anchor="end">${escaped(verdict)}</text>
<g transform="translate(${INSET.left} ${INSET.top})">
<rect width="${width}" height="${height}" fill="${PALETTES.dark.land}"/>
<line y1="${height}" y2="${height}" x2="${width}" stroke="${PALETTES.dark.hairline}"/>
<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"/>
</g>`
}
