// What the layers show, worked out from what the page holds: the same for the drawn map and for the plain one. Draws nothing.
import { useMemo } from 'react'
import { floodStage } from '../../../shared/flood.ts'
import { programmeOverview } from '../../../shared/programme/overview.ts'
import { useAlarmStateIfFollowed } from '../../alarms/alarm-hooks.ts'
import { PALETTES } from '../../design/palette.ts'
import { useTheme } from '../../design/theme.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { extremeOf, valuesOf } from '../../overview/extremes.ts'
import { gaugeFinder } from '../../overview/overview.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { markOfStage } from '../../overview/stations.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import type { Geo } from '../geo-query.ts'
import { codeOfOutline } from '../village-labels.ts'
import { alarmSigns } from './alarm-signs.ts'
import type { PlacedSign } from './sign-layer.ts'
import { type StandingArea, standingAreas } from './standing.ts'
import { villagePlaces } from './village-places.ts'
import { fillOf, type WaterStaff } from './water-levels.ts'

export function useStandingAreas(isOn: boolean, geo: Geo): readonly StandingArea[] {
  const { data: registry } = useRegistry()
  const view = useProgramme()
  return useMemo(() => {
    if (!isOn || !view || !registry) return []
    const codes = new Map(registry.villages.map(({ id, outlineId }) => [id, codeOfOutline(outlineId)]))
    return standingAreas(programmeOverview(view.state, view.units, view.day), geo, id => codes.get(id))
  }, [isOn, view, registry, geo])
}

/** Of each village the highest water that is live, or else the newest there was. */
export function useWaterStaffs(isOn: boolean): readonly WaterStaff[] {
  const { data: registry } = useRegistry()
  const { state } = useMoment()
  const overview = useOverview()
  return useMemo((): readonly WaterStaff[] => {
    if (!isOn || !registry || !overview) return []
    const gaugeOf = gaugeFinder(registry)
    return registry.villages.flatMap(({ id }) => {
      const found = extremeOf(valuesOf(state, 'water_level', overview, id), 'highest')
      if (!found) return []
      const { series, value, freshness } = found
      const levels = gaugeOf(id)?.levels
      const fill = levels && fillOf(value, levels)
      const live = levels ? markOfStage(floodStage(value, levels)) : 'normal'
      const mark = freshness === 'live' ? live : freshness === 'stale' ? 'stale' : 'dead'
      return [{ id, at: [series.lon, series.lat], mark, fill }]
    })
  }, [isOn, registry, overview, state])
}

/** @param unit stroke unit: the size of the signs */
export function useAlarmSigns(isOn: boolean, geo: Geo, unit: number): readonly PlacedSign[] {
  const palette = PALETTES[useTheme()]
  const state = useAlarmStateIfFollowed()
  const { data: registry } = useRegistry()
  return useMemo(() => {
    if (!isOn || !state || !registry) return []
    const places = villagePlaces(registry, geo)
    return alarmSigns(state, id => places.get(id), unit, palette)
  }, [isOn, state, registry, geo, unit, palette])
}
