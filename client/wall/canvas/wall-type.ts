// Sizes of type on one group of screens, in pixels of the page. Pure.
import type { LayoutType } from '../../../shared/displays/canvas-layout.ts'
import type { DisplayProfile, Rect } from '../../../shared/displays/profile.ts'
import { typeSizes } from '../../../shared/displays/type-scale.ts'

const LINES = 1_080
/** Whoever stands right before it reads at this size too. */
const LEAST_LABEL = 20

export type WallType = LayoutType & { readonly value: number; readonly headline: number }

/** As the smallest screen asks for: all of a group are read from one place. */
export function wallType(
  screens: readonly Rect[],
  { inches, distanceMetres }: Pick<DisplayProfile, 'inches' | 'distanceMetres'>,
): WallType {
  const [first = { width: 1920, height: 1080 }] = screens
  const unit = Math.min(first.width, first.height) / LINES
  const asked = typeSizes(first, inches, distanceMetres)
  const grown = Math.max(1, (LEAST_LABEL * unit) / asked.label)
  return { unit, label: asked.label * grown, value: asked.value * grown, headline: asked.headline * grown }
}
