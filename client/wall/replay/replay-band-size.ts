// How high the band of a replay is: one line of the headline's size, the lines that its longest note needs, the track. Pure.
import type { Rect } from '../../../shared/displays/profile.ts'
import type { WallType } from '../canvas/wall-type.ts'

/** Width of a letter in its own size, with some ease for lines that break early. */
const LETTER = 0.6
const LINE = 1.35
const PADDING = 0.7
const TRACK = 1.5
/** Narrower than so many labels, what it is and the instant stand on lines of their own, and what is said of now below the track. */
export const NARROW = 46
const MOST_LINES = 6

export type NoteSize = { readonly size: 'value' | 'label'; readonly lines: number }

/** Large where two lines hold the longest, else as small as can be read and as many lines as it needs. @param longest letters */
export function noteSize(
  width: number,
  { label, value }: Pick<WallType, 'label' | 'value'>,
  longest: number,
): NoteSize {
  const linesAt = (size: number) => Math.max(1, Math.ceil((longest * LETTER * size) / (width - 2 * label)))
  const large = linesAt(value)
  return large <= 2 ? { size: 'value', lines: large } : { size: 'label', lines: Math.min(linesAt(label), MOST_LINES) }
}

/** Pixels. */
export function bandHeight(
  { width }: Pick<Rect, 'width'>,
  { label, value, headline }: Pick<WallType, 'label' | 'value' | 'headline'>,
  { size, lines }: NoteSize,
): number {
  const note = lines * LINE * (size === 'value' ? value : label)
  const head = headline * LINE + (width < NARROW * label ? value * LINE * 2 + TRACK * label : 0)
  return head + note + (TRACK + PADDING) * label
}
