// The map as the placing of names needs it: its projection, its panels, and how wide a text is in the page's own font.
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Box } from './boxes.ts'
import type { MapLooks } from './map-style.ts'
import type { Sheet } from './village-labels.ts'

export const LABEL_FONT = '600 16px "Be Vietnam Pro"'
/** Of gauges and the operations centre, at a stroke unit of 1. */
export const SIGN_PIXELS = 26

type MapParts = {
  readonly container: HTMLElement
  readonly looks: MapLooks
  /** The panel that lies on the map, if any. */
  readonly legend: () => HTMLElement | null
}

/** Widths of a text at label size, in CSS pixels. */
export function textMeasure(label: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  context.font = LABEL_FONT
  return text => (context.measureText(text).width / 16) * label
}

/** The map as it stands just now. */
export function sheetOf(
  map: MapLibreMap,
  { container, looks, legend }: MapParts,
  measure: Sheet['measure'],
  signs: Sheet['signs'],
): Omit<Sheet, 'longestNote' | 'units'> {
  const { clientWidth: width, clientHeight: height } = container
  const panel = legend()
  const panels: Box[] = panel
    ? [{ left: 0, right: panel.offsetWidth, top: height - panel.offsetHeight - looks.label, bottom: height }]
    : []
  return {
    project: ([lon = 0, lat = 0]) => {
      const { x, y } = map.project([lon, lat])
      return [x, y]
    },
    unproject: ([x, y]) => map.unproject([x, y]).toArray(),
    measure,
    label: looks.label,
    riverOffset: looks.label * 0.55 + 9 * looks.unit,
    area: { left: looks.label * 0.2, right: width - looks.label * 0.2, top: 0, bottom: height },
    panels,
    signs,
    signSize: SIGN_PIXELS * looks.unit,
  }
}
