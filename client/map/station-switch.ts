// The stations on the map, on or off. Layers that were taken off are gone for good: switched on again, the stations get new ones.
import type { Layer } from 'deck.gl'
import type { LiveStore } from '../live/live-store.ts'
import type { JudgedStation } from '../overview/overview.ts'
import type { MapLooks } from './map-style.ts'
import { feedStations } from './station-feed.ts'

export type StationSwitch = {
  readonly set: (judged: readonly JudgedStation[], isOn: boolean) => void
  /** None while they are off. */
  readonly layers: () => readonly Layer[]
  readonly stop: () => void
}

/** @param changed the layers are others now */
export function switchStations(
  changed: () => void,
  live: LiveStore,
  looks: Pick<MapLooks, 'unit' | 'palette'>,
): StationSwitch {
  let layers: readonly Layer[] = []
  let isShown = true
  const feed = () =>
    feedStations(
      fresh => {
        layers = fresh
        changed()
      },
      live,
      looks,
    )
  let stations = feed()
  return {
    set: (judged, isOn) => {
      if (isShown && !isOn) {
        isShown = false
        changed()
      } else if (!isShown && isOn) {
        isShown = true
        stations.stop()
        stations = feed()
      }
      stations.set(judged)
    },
    layers: () => (isShown ? layers : []),
    stop: () => stations.stop(),
  }
}
