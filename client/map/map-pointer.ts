// What a press on the map does: a station or its value where one lies there, else the village whose outline it is.
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import type { Point } from './boxes.ts'

/** What a press at this point, in CSS pixels of the map, does; undefined for nothing of its own. */
export type PressAt = (point: Point) => (() => void) | undefined

/** @param onVillage takes the outline's code */
export function listenToPresses(map: MapLibreMap, onVillage: (code: string) => void, pressAt: PressAt): void {
  const villageAt = ({ point }: MapMouseEvent) => map.queryRenderedFeatures(point, { layers: ['village-fill'] })[0]?.id
  map.on('click', event => {
    const press = pressAt([event.point.x, event.point.y])
    const code = press ? undefined : villageAt(event)
    press?.()
    if (code !== undefined) onVillage(String(code))
  })
  map.on('mousemove', event => {
    const isPressed = pressAt([event.point.x, event.point.y]) !== undefined || villageAt(event) !== undefined
    map.getCanvas().style.cursor = isPressed ? 'pointer' : ''
  })
}
