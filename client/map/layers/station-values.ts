// On a village's map: what each station measures, beside its mark, where there is room. Pure but for the layer.
import { type Layer, TextLayer } from 'deck.gl'
import type { Freshness } from '../../../shared/freshness.ts'
import type { Palette } from '../../design/palette.ts'
import { FONT, LOAD_NOTHING, type LonLat, pointOf, rgbOf } from './layer-parts.ts'

export type StationValue = { readonly at: LonLat; readonly text: string; readonly freshness: Freshness }
export type PlacedValue = StationValue & {
  readonly offset: readonly [number, number]
  readonly anchor: 'start' | 'end'
}

/** Beside the mark, right or left; what finds no room is left out. @param project to CSS pixels @param widthOf a text's */
export function placeValues(
  values: readonly StationValue[],
  project: (at: LonLat) => readonly [number, number],
  widthOf: (text: string) => number,
  label: number,
): readonly PlacedValue[] {
  const marks = values.map(({ at }) => project(at))
  const taken: { left: number; right: number; top: number; bottom: number }[] = marks.map(([x, y]) => ({
    left: x - label * 0.4,
    right: x + label * 0.4,
    top: y - label * 0.4,
    bottom: y + label * 0.4,
  }))
  return values.flatMap((value, i) => {
    const [x, y] = marks[i] ?? [0, 0]
    const width = widthOf(value.text)
    const gap = label * 0.6
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? x + gap : x - gap - width
      const box = { left, right: left + width, top: y - label * 0.6, bottom: y + label * 0.6 }
      const isFree = taken.every(
        (other, n) =>
          n === i ||
          box.left >= other.right ||
          other.left >= box.right ||
          box.top >= other.bottom ||
          other.top >= box.bottom,
      )
      if (!isFree) continue
      taken.push(box)
      return [{ ...value, anchor, offset: [anchor === 'start' ? gap : -gap, 0] as const }]
    }
    return []
  })
}

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
