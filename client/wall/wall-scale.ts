// From viewing distance and screen size to the sizes of type: characters are measured in arc minutes, not in taste. Pure.

/** Character heights as angles at the eye (ISO 9241-3: 16 is the least, 20 to 22 preferred). */
const LABEL_ARCMIN = 16
const VALUE_ARCMIN = 20
const HEADLINE_ARCMIN = 30
/** Cap height of the typeface in em. */
const CAP_HEIGHT = 0.7
const MM_PER_INCH = 25.4
/** Height of a 16:9 screen as a share of its diagonal. */
const HEIGHT_OF_DIAGONAL = 9 / Math.hypot(16, 9)
const LINES = 1080
const WIDE_GROWTH = 1.5

export const DEFAULT_DISTANCE_METRES = 3
export const DEFAULT_INCHES = 55

/**
 * - `full`: five tiles with a line of meaning each.
 * - `short`: the line of meaning goes, sizes stay.
 * - `tight`: numbers shrink from headline to value size as well.
 */
export type Density = 'full' | 'short' | 'tight'
/** `wide` = three screens side by side; `narrow` = a page to scroll, read from near. */
export type Layout = 'wide' | 'standard' | 'narrow'

export type WallScale = {
  readonly layout: Layout
  readonly density: Density
  /** CSS pixels per line of a 1080-line screen. */
  readonly unit: number
  /** Font sizes in CSS pixels. */
  readonly label: number
  readonly value: number
  readonly headline: number
  /** Set when the distance asked for needs larger type than five tiles can hold: the distance that still reads. */
  readonly readableTo: number | undefined
}

/** Label sizes, in lines of 1080, up to which five tiles keep their form. Measured on the page: see wall.module.css. */
const LARGEST_LABEL = { full: 33, short: 44, tight: 54 } as const satisfies Record<Density, number>

const fontLines = (arcmin: number, distanceMetres: number, inches: number): number => {
  const capMm = distanceMetres * 1_000 * 2 * Math.tan(((arcmin / 60) * Math.PI) / 360)
  const mmPerLine = (inches * MM_PER_INCH * HEIGHT_OF_DIAGONAL) / LINES
  return capMm / CAP_HEIGHT / mmPerLine
}

/** @param inches diagonal of one 16:9 screen as high as the page */
export function wallScale(width: number, height: number, distanceMetres: number, inches: number): WallScale {
  if (width < 900 || width / height < 1.2) {
    return { layout: 'narrow', density: 'full', unit: 0.5, label: 16, value: 20, headline: 34, readableTo: undefined }
  }
  const unit = height / LINES
  const asked = fontLines(LABEL_ARCMIN, distanceMetres, inches)
  const label = Math.min(asked, LARGEST_LABEL.tight)
  const density = label <= LARGEST_LABEL.full ? 'full' : label <= LARGEST_LABEL.short ? 'short' : 'tight'
  const headline = density === 'tight' ? VALUE_ARCMIN : HEADLINE_ARCMIN
  const isWide = width / height > 2.6
  // Three screens have room to spare: numbers grow with it, labels stay.
  const growth = isWide ? WIDE_GROWTH : 1
  return {
    layout: isWide ? 'wide' : 'standard',
    density,
    unit,
    label: label * unit,
    value: label * unit * (VALUE_ARCMIN / LABEL_ARCMIN),
    headline: label * unit * (headline / LABEL_ARCMIN) * growth,
    readableTo: asked > label ? (distanceMetres * label) / asked : undefined,
  }
}

/** A number from the address, or the default when it is missing or makes no sense. */
export function parameterOr(text: string | null, least: number, most: number, otherwise: number): number {
  const number = Number(text)
  return text !== null && Number.isFinite(number) && number >= least && number <= most ? number : otherwise
}
