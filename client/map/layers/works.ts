// Cameras and street lamps by state. Only whether they work: never a picture.
import type { Palette } from '../../design/palette.ts'
import type { LiveState } from '../../live/live-state.ts'
import { type Judged, valuesOf } from '../../overview/extremes.ts'
import { rgbOf } from './layer-parts.ts'
import type { PlacedSign, SignShape } from './sign-layer.ts'

export const WORK_SIGNS = {
  'camera-on': { path: 'M3 8H15V17H3ZM15 11L21 8V17L15 14Z', isFilled: true },
  'camera-off': { path: 'M3 8H15V17H3ZM15 11L21 8V17L15 14ZM4 4L20 21', isFilled: false },
  'lamp-on': { path: 'M12 3a5.5 5.5 0 0 1 3 10V16H9V13a5.5 5.5 0 0 1 3-10ZM10 20H14', isFilled: true },
  'lamp-off': { path: 'M12 3a5.5 5.5 0 0 1 3 10V16H9V13a5.5 5.5 0 0 1 3-10ZM10 20H14', isFilled: false },
} as const satisfies Record<string, SignShape>
export type WorkSign = keyof typeof WORK_SIGNS

const SIGN_PIXELS = 26

/** A camera that is silent counts as one that is off; a lamp that is silent says nothing, so it is left out. */
export function workSigns(state: LiveState, judged: Judged, unit: number, palette: Palette): readonly PlacedSign[] {
  const cameras = valuesOf(state, 'camera_online', judged).map(({ series, value, freshness }) => ({
    at: [series.lon, series.lat] as const,
    sign: value === 1 && freshness === 'live' ? 'camera-on' : 'camera-off',
  }))
  const lamps = valuesOf(state, 'lamp_state', judged)
    .filter(({ freshness }) => freshness === 'live')
    .map(({ series, value }) => ({
      at: [series.lon, series.lat] as const,
      sign: value === 1 ? 'lamp-on' : 'lamp-off',
    }))
  return [...cameras, ...lamps].map(one => ({
    ...one,
    colour: rgbOf(palette[one.sign === 'camera-off' ? 'muted' : one.sign === 'lamp-on' ? 'caution' : 'text']),
    size: SIGN_PIXELS * unit,
  }))
}
