// Lays the richer base map under a drawn map where the station has one. Without it, or when it fails, the map is what it was.
import { useEffect } from 'react'
import type { DrawnMap } from '../drawn-map.ts'
import type { MapLooks } from '../map-style.ts'
import { useHasBasemap } from './basemap-query.ts'

export function useBasemap(drawn: DrawnMap | undefined, { label, unit, palette }: Omit<MapLooks, 'hasSigns'>): void {
  const hasBasemap = useHasBasemap()
  useEffect(() => {
    if (!drawn || !hasBasemap) return undefined
    let isGone = false
    Promise.all([import('./basemap-protocol.ts'), import('./basemap-style.ts')]).then(
      ([{ basemapAddress }, { BASEMAP_SOURCE, basemapLayers }]) => {
        if (isGone) return
        drawn.addBase(
          BASEMAP_SOURCE,
          { type: 'vector', url: basemapAddress() },
          basemapLayers({ label, unit, palette }),
        )
      },
      (error: unknown) => console.error('base map failed', error),
    )
    return () => {
      isGone = true
    }
  }, [drawn, hasBasemap, label, unit, palette])
}
