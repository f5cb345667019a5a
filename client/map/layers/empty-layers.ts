// Which of the layers that are on have nothing to show yet: an empty map must not read as "all is well". Pure, and its binding to React.
import { useAlarmStateIfFollowed } from '../../alarms/alarm-hooks.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import type { LiveState } from '../../live/live-state.ts'
import { type Judged, valuesOf } from '../../overview/extremes.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { MAP_LAYERS, type MapLayerId } from './layer-ids.ts'

type Held = {
  readonly state: LiveState
  /** Undefined until the first picture has come. */
  readonly judged: Judged | undefined
  readonly hasProgramme: boolean
  readonly hasAlarms: boolean
}

/** What each layer needs a value of; of the glows one that is still live, because an old one isn't drawn. */
const NEEDS: Readonly<
  Partial<Record<MapLayerId, { readonly quantities: readonly string[]; readonly isLive: boolean }>>
> = {
  rain: { quantities: ['rainfall'], isLive: true },
  pests: { quantities: ['light_trap_count'], isLive: true },
  water: { quantities: ['water_level'], isLive: false },
  works: { quantities: ['camera_online', 'lamp_state'], isLive: false },
}

export function emptyLayers(
  layers: ReadonlySet<MapLayerId>,
  { state, judged, hasProgramme, hasAlarms }: Held,
): readonly MapLayerId[] {
  const hasValue = (layer: MapLayerId): boolean => {
    const need = NEEDS[layer]
    if (layer === 'standing') return hasProgramme
    // No open alarm is an answer; alarms that aren't known are none.
    if (layer === 'alarms') return hasAlarms
    if (!need) return state.catalogue.length > 0
    return (
      judged !== undefined &&
      need.quantities.some(quantity =>
        valuesOf(state, quantity, judged).some(({ freshness }) => !need.isLive || freshness === 'live'),
      )
    )
  }
  return MAP_LAYERS.filter(layer => layers.has(layer) && !hasValue(layer))
}

export function useEmptyLayers(layers: ReadonlySet<MapLayerId>): readonly MapLayerId[] {
  const { state } = useMoment()
  const judged = useOverview()
  const hasProgramme = useProgramme() !== undefined
  const hasAlarms = useAlarmStateIfFollowed() !== undefined
  // Before the first picture nothing is known to be empty.
  return judged ? emptyLayers(layers, { state, judged, hasProgramme, hasAlarms }) : []
}
