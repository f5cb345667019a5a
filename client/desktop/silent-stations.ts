// Stations that send nothing, or only what is old, and that no open alarm speaks of already. Pure.
import type { Alarm } from '../../shared/alarms/state.ts'
import type { JudgedStation } from '../overview/overview.ts'
import type { Mark } from '../overview/stations.ts'

export type SilentStation = {
  readonly judged: JudgedStation
  readonly mark: Extract<Mark, 'dead' | 'stale'>
  /** Undefined = it never sent anything. */
  readonly since: number | undefined
}

/** Dead ones first, then those that were silent for longest. */
export function silentStations(
  stations: readonly JudgedStation[],
  open: readonly Alarm[],
  isLinkLost: boolean,
): readonly SilentStation[] {
  // On a lost link nobody knows who is heard: the page itself says that nothing is.
  if (isLinkLost) return []
  const told = new Set(open.map(({ about }) => about.device))
  return stations
    .flatMap((judged): SilentStation[] => {
      const { station, state, newestAt } = judged
      if (state === 'online' || told.has(station.id)) return []
      return [{ judged, mark: state === 'stale' ? 'stale' : 'dead', since: newestAt }]
    })
    .sort((a, b) => Number(a.mark === 'stale') - Number(b.mark === 'stale') || (a.since ?? 0) - (b.since ?? 0))
}
