// The map of the desktop: frames the chosen place, and keeps in the address where somebody moved it to. The map's code comes on its own.
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import { navigate, replaceAddress } from '../app/address.ts'
import type { MapCamera } from '../map/camera.ts'
import type { KeptView } from '../map/drawn-map.ts'
import { switchedLayers } from '../map/layers/layers-parameter.ts'
import { type DesktopChoice, placeChoice } from './desktop-address.ts'
import { change, desktopTo, placeTo } from './use-desktop.ts'

const MapView = lazy(async () => ({ default: (await import('../map/map-view.tsx')).MapView }))
const LABEL_PIXELS = 16
const STROKE_UNIT = 0.8
/** The map has come to rest: browsers refuse an address that changes with every step of a wheel. */
const WRITE_AFTER_MS = 300
const PROVINCE: MapCamera = { kind: 'province' }

type Props = {
  readonly choice: DesktopChoice
  /** Undefined when the address names none that there is. */
  readonly villageId: string | undefined
}

export function DesktopMap({ choice: { layers, borders, view, station }, villageId }: Props) {
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(writing.current), [])
  const camera = useMemo(
    (): MapCamera => (villageId === undefined ? PROVINCE : { kind: 'village', villageId }),
    [villageId],
  )
  const keep = (moved: KeptView) => {
    const { search } = location
    clearTimeout(writing.current)
    writing.current = setTimeout(() => {
      // Another place was chosen meanwhile: the map has left where it was moved to.
      if (location.search === search) replaceAddress(desktopTo({ view: moved }))
    }, WRITE_AFTER_MS)
  }
  return (
    <Suspense>
      <MapView
        label={LABEL_PIXELS}
        unit={STROKE_UNIT}
        legend="below"
        layers={layers}
        borders={borders}
        camera={camera}
        view={view}
        onView={keep}
        selectedVillageId={villageId}
        onVillage={village => navigate(placeTo({ village }))}
        selectedStationId={station}
        // Whoever moved the map to the station stays there.
        onStation={pressed => change({ ...placeChoice(pressed), view })}
        onBorders={next => change({ borders: next })}
        onLayer={layer => change({ layers: switchedLayers(layers, layer) })}
      />
    </Suspense>
  )
}
