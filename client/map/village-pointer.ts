// A village is chosen by pressing on its outline.
import type { Map as MapLibreMap } from 'maplibre-gl'

/** @param onVillage takes the outline's code */
export function listenToVillages(map: MapLibreMap, onVillage: (code: string) => void): void {
  map.on('click', 'village-fill', ({ features }) => {
    const code = features?.[0]?.id
    if (code !== undefined) onVillage(String(code))
  })
  map.on('mouseenter', 'village-fill', () => map.getCanvas().style.setProperty('cursor', 'pointer'))
  map.on('mouseleave', 'village-fill', () => map.getCanvas().style.removeProperty('cursor'))
}
