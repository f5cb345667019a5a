// Which station, or which value beside one, lies under a point of the map. Pure, in pixels.
import { type Box, isIn, type Point } from './boxes.ts'

export type PressedStation = { readonly station: string; readonly series: string | undefined }
export type PressableMark = { readonly station: string; readonly at: Point }
export type PressableValue = { readonly station: string; readonly series: string; readonly box: Box }

/** A finger's half width, or near enough. */
export const REACH_PIXELS = 18

/** A value that is written there comes before marks; of marks the nearest within reach. */
export function stationAt(
  point: Point,
  values: readonly PressableValue[],
  marks: readonly PressableMark[],
): PressedStation | undefined {
  const value = values.find(({ box }) => isIn(point, box))
  if (value) return { station: value.station, series: value.series }
  let [nearest, least]: [PressableMark | undefined, number] = [undefined, REACH_PIXELS]
  for (const mark of marks) {
    const away = Math.hypot(mark.at[0] - point[0], mark.at[1] - point[1])
    if (away > least) continue
    nearest = mark
    least = away
  }
  return nearest && { station: nearest.station, series: undefined }
}
