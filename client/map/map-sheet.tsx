// One life of the drawn map: created when mounted, fed with stations, names and the selection, stopped when unmounted.
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Palette } from '../design/palette.ts'
import { useLive } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { useBasemap } from './basemap/use-basemap.ts'
import type { Box, Point } from './boxes.ts'
import { cameraKey, frameOf, type MapCamera } from './camera.ts'
import { type DrawnMap, drawMap, type KeptView } from './drawn-map.ts'
import type { Geo } from './geo-query.ts'
import type { MapLayerId } from './layers/layer-ids.ts'
import { useLayers } from './layers/use-layers.ts'
import { useVillageNotes } from './layers/use-village-notes.ts'
import type { Borders } from './map-style.ts'
import styles from './map-view.module.css'
import { type PressedStation, stationAt } from './station-press.ts'
import { viewText } from './view-text.ts'
import { codeOfOutline, gaugePoints, villageLabels } from './village-labels.ts'

/** What was asked last, counted: the map answers each once. */
export type MapZoom = { readonly count: number; readonly by: number }

/** A station that was pressed, and which of its series where its value was. */
export type PressedPlace = PressedStation & { readonly village: string }

/** From here on a village's stations stand apart, whichever village is chosen. */
const APART_ZOOM = 12

type Props = {
  readonly geo: Geo
  readonly label: number
  readonly unit: number
  readonly palette: Palette
  readonly hasSigns: boolean
  readonly legend: RefObject<HTMLElement | null>
  readonly selectedVillageId: string | undefined
  readonly camera: MapCamera
  readonly pitch: number
  readonly borders: Borders
  readonly layers: ReadonlySet<MapLayerId>
  readonly keepClear: readonly Box[]
  readonly kept: RefObject<KeptView | undefined>
  /** Villages that are named; undefined = all. */
  readonly only: ReadonlySet<string> | undefined
  readonly zoom: MapZoom | undefined
  readonly view: KeptView | undefined
  readonly onView: ((view: KeptView) => void) | undefined
  readonly onVillage: ((villageId: string) => void) | undefined
  readonly selectedStationId: string | undefined
  readonly onStation: ((pressed: PressedPlace) => void) | undefined
  readonly onLost: () => void
  readonly onFailed: () => void
}

export function MapSheet({
  geo,
  label,
  unit,
  palette,
  hasSigns,
  legend,
  selectedVillageId,
  camera,
  pitch,
  borders,
  layers,
  keepClear,
  kept,
  only,
  zoom,
  view,
  onView,
  onVillage,
  selectedStationId,
  onStation,
  onLost,
  onFailed,
}: Props) {
  const { t } = useTranslation('map')
  const live = useLive()
  const overview = useOverview()
  const { data: registry } = useRegistry()
  const container = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnMap>()
  const isInteractive = onVillage !== undefined
  const hasStations = layers.has('stations')

  const values = useLayers({
    drawn,
    layers,
    camera,
    pitch,
    geo,
    stationId: selectedStationId,
    label,
    unit,
    palette,
  })

  const lose = useEffectEvent(onLost)
  const fail = useEffectEvent(onFailed)
  const keep = useEffectEvent((moved: KeptView) => onView?.(moved))
  const choose = useEffectEvent((code: string) => {
    const village = registry?.villages.find(({ outlineId }) => codeOfOutline(outlineId) === code)
    if (village) onVillage?.(village.id)
  })
  const pressAt = useEffectEvent((point: Point) => {
    if (!onStation || !drawn || !overview || !hasStations) return undefined
    const shown = overview.stations.filter(
      ({ station }) => station.village === selectedVillageId || drawn.zoom() >= APART_ZOOM,
    )
    const marks = shown.map(({ station: { id, lon, lat } }) => ({ station: id, at: drawn.project([lon, lat]) }))
    const pressed = stationAt(point, values.current, marks)
    const village = shown.find(({ station }) => station.id === pressed?.station)?.station.village
    return pressed && village !== undefined ? () => onStation({ ...pressed, village }) : undefined
  })
  useEffect(() => {
    if (!container.current) return undefined
    let isGone = false
    const map = drawMap({
      container: container.current,
      geo,
      looks: { label, unit, palette, hasSigns },
      legend: () => legend.current,
      live,
      kept,
      onKept: moved => keep(moved),
      onLost: () => {
        if (!isGone) lose()
      },
      onVillage: isInteractive ? code => choose(code) : undefined,
      pressAt: point => pressAt(point),
    })
    map.ready.then(
      ready => {
        if (!isGone) setDrawn(ready)
      },
      (error: unknown) => {
        console.error('map failed', error)
        if (!isGone) fail()
      },
    )
    return () => {
      isGone = true
      setDrawn(undefined)
      map.stop()
    }
  }, [geo, label, unit, palette, hasSigns, legend, live, kept, isInteractive])

  const notes = useVillageNotes(layers)
  const notesKey = JSON.stringify([...notes])
  // The wall's title says whose map it is.
  const titled = !isInteractive && camera.kind === 'village' ? camera.villageId : undefined
  useEffect(() => {
    if (!registry) return
    const noted = new Map(JSON.parse(notesKey) as [string, string][])
    const longest = [...noted.values()].reduce((most, note) => (note.length > most.length ? note : most), '')
    const labels = villageLabels(registry, id => noted.get(id) ?? '').filter(({ id }) => only?.has(id) ?? true)
    drawn?.setVillages(
      labels.map(one => (one.id === titled ? { ...one, name: '', note: '' } : one)),
      longest,
    )
  }, [drawn, registry, notesKey, titled, only])
  useEffect(() => {
    if (registry) drawn?.setGauges(gaugePoints(registry))
  }, [drawn, registry])
  useEffect(() => {
    if (overview) drawn?.setStations(overview.stations, hasStations)
  }, [drawn, overview, hasStations])
  useEffect(() => {
    const village = registry?.villages.find(({ id }) => id === selectedVillageId)
    drawn?.select(village && codeOfOutline(village.outlineId))
  }, [drawn, registry, selectedVillageId])

  const key = cameraKey(camera)
  const look = useEffectEvent((map: DrawnMap, wanted: string, degrees: number) => {
    // An older wish than the one that stands is no longer looked at.
    if (wanted !== key) return
    const codeOf = (id: string) => {
      const village = registry?.villages.find(one => one.id === id)
      return village && codeOfOutline(village.outlineId)
    }
    map.look(frameOf(camera, geo, codeOf), degrees)
  })
  const hasRegistry = registry !== undefined
  useEffect(() => {
    if (drawn && hasRegistry) look(drawn, key, pitch)
  }, [drawn, hasRegistry, key, pitch])
  useEffect(() => {
    if (zoom && zoom.count > 0) drawn?.zoomBy(zoom.by)
  }, [drawn, zoom])
  // After the look: a view that stands in an address beside a village wins over the village's frame.
  const viewKey = view && viewText(view)
  const show = useEffectEvent((map: DrawnMap, wanted: string | undefined) => {
    if (wanted === (kept.current && viewText(kept.current))) return
    if (view) map.show(view)
    else look(map, key, pitch)
  })
  useEffect(() => {
    if (drawn && hasRegistry) show(drawn, viewKey)
  }, [drawn, hasRegistry, viewKey])
  useEffect(() => drawn?.setBorders(borders), [drawn, borders])
  const clearKey = JSON.stringify(keepClear)
  useEffect(() => drawn?.setKeepClear(JSON.parse(clearKey) as Box[]), [drawn, clearKey])
  useBasemap(drawn, { label, unit, palette })

  return (
    <>
      <div ref={container} className={styles.canvas} data-map={drawn ? 'drawn' : 'loading'} />
      {!drawn && <p className={styles.notice}>{t('loading')}</p>}
    </>
  )
}
