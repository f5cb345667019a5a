// From viewing distance and screen size to the sizes of type: characters are measured in arc minutes at the eye, not in taste. Pure.

/** ISO 9241-3: 16 is the least, 20 to 22 are preferred; 30 for a number that is read from the door is ours. */
export const ARC_MINUTES = { label: 16, value: 20, alarm: 22, headline: 30 } as const
export type TypeRole = keyof typeof ARC_MINUTES
/** Font sizes in pixels of the screen. */
export type TypeSizes = Readonly<Record<TypeRole, number>>

/** Cap height of the typeface in em. */
const CAP_HEIGHT = 0.7
const MM_PER_INCH = 25.4

/**
 * @param screen pixels of one screen, whichever way it stands
 * @param inches its diagonal
 */
export function typeSizes(
  screen: { readonly width: number; readonly height: number },
  inches: number,
  distanceMetres: number,
): TypeSizes {
  const mmPerPixel = (inches * MM_PER_INCH) / Math.hypot(screen.width, screen.height)
  const sizeOf = (role: TypeRole): number => {
    const capMm = distanceMetres * 1_000 * 2 * Math.tan(((ARC_MINUTES[role] / 60) * Math.PI) / 360)
    return capMm / CAP_HEIGHT / mmPerPixel
  }
  return { label: sizeOf('label'), value: sizeOf('value'), alarm: sizeOf('alarm'), headline: sizeOf('headline') }
}
