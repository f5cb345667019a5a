// On a village's map: what each station measures, beside its mark, where there is room. Pure but for the layer.
import { type Layer, TextLayer } from 'deck.gl'
import type { Freshness } from '../../../shared/freshness.ts'
import type { Palette } from '../../design/palette.ts'
import { type Box, isInside, overlaps, type Point, type Room } from '../boxes.ts'
import { FONT, LOAD_NOTHING, type LonLat, pointOf, rgbOf } from './layer-parts.ts'

export type StationValue = {
  readonly station: string
  readonly series: string
  readonly at: LonLat
  readonly text: string
  readonly freshness: Freshness
}
export type PlacedValue = StationValue & {
  readonly offset: readonly [number, number]
  readonly anchor: 'start' | 'end'
  /** CSS pixels of the map. */
  readonly box: Box
}

/**
 * Beside the mark, right or left; what finds no room is left out.
 * @param marks where stations stand, also those without a value
 * @param room off the names, too: they come before values
 * @param project to CSS pixels @param widthOf a text's
 */
export function placeValues(
  values: readonly StationValue[],
  marks: readonly LonLat[],
  { area, taken }: Room,
  project: (at: LonLat) => Point,
  widthOf: (text: string) => number,
  label: number,
): readonly PlacedValue[] {
  const covered = [...taken, ...marks.map(at => boxAround(project(at), label * 0.4))]
  const gap = label * 0.6
  return values.flatMap((value): readonly PlacedValue[] => {
    const [x, y] = project(value.at)
    const width = widthOf(value.text)
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? x + gap : x - gap - width
      const box = { left, right: left + width, top: y - label * 0.6, bottom: y + label * 0.6 }
      if (!isInside(box, area) || covered.some(other => overlaps(box, other))) continue
      covered.push(box)
      return [{ ...value, anchor, box, offset: [anchor === 'start' ? gap : -gap, 0] }]
    }
    return []
  })
}

export const boxAround = ([x, y]: Point, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
})

export const valueLayer = (values: readonly PlacedValue[], label: number, palette: Palette): Layer =>
  new TextLayer<PlacedValue>({
    id: 'station-values',
    data: values as PlacedValue[],
    getPosition: pointOf,
    getText: ({ text }) => text,
    getColor: ({ freshness }) => rgbOf(freshness === 'live' ? palette.text : palette.muted),
    getSize: label,
    getPixelOffset: ({ offset: [x, y] }) => [x, y],
    getTextAnchor: ({ anchor }) => anchor,
    characterSet: 'auto',
    fontFamily: FONT,
    fontWeight: 600,
    fontSettings: { sdf: true, fontSize: 48, buffer: 6, radius: 14 },
    outlineWidth: 3,
    outlineColor: rgbOf(palette.ground),
    loadOptions: LOAD_NOTHING,
  })
