// Open alarms by place: the worst level of each place, ringed while somebody must look. Those of no device stand at their village.
import { byUrgency, openAlarms, standingOf } from '../../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../../shared/alarms/state.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { MARK_SHAPE } from '../../design/mark-shapes.ts'
import { MARK_TONE, type Palette } from '../../design/palette.ts'
import { type LonLat, rgbOf } from './layer-parts.ts'
import type { PlacedSign, SignShape } from './sign-layer.ts'

export const ALARM_SIGNS = {
  caution: { path: MARK_SHAPE.caution.path, isFilled: true },
  warning: { path: MARK_SHAPE.warning.path, isFilled: true },
  critical: { path: MARK_SHAPE.critical.path, isFilled: true },
  ring: { path: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21Z', isFilled: false },
} as const satisfies Record<string, SignShape>

const SIGN_PIXELS = 26
const RING_PIXELS = 46

/** @param centreOf where an alarm of a village without a place of its own stands; undefined = nowhere on the map */
export function alarmSigns(
  state: AlarmState,
  centreOf: (villageId: string) => LonLat | undefined,
  unit: number,
  palette: Palette,
): readonly PlacedSign[] {
  const byPlace = Map.groupBy(openAlarms(state), ({ about }) =>
    about.position ? about.position.join(' ') : (about.village ?? ''),
  )
  return [...byPlace.values()].flatMap(alarms => {
    const [worst] = [...alarms].sort(byUrgency)
    const at = worst && placeOf(worst, centreOf)
    if (!worst || !at) return []
    const mark = PRIORITY_MARK[worst.priority]
    const colour = rgbOf(palette[MARK_TONE[mark]])
    const asks = alarms.some(alarm => standingOf(alarm) === 'unacknowledged')
    return [
      ...(asks ? [{ at, sign: 'ring', colour, size: RING_PIXELS * unit }] : []),
      { at, sign: mark, colour, size: SIGN_PIXELS * unit },
    ]
  })
}

const placeOf = ({ about }: Alarm, centreOf: (villageId: string) => LonLat | undefined): LonLat | undefined =>
  about.position ?? (about.village === null ? undefined : centreOf(about.village))
