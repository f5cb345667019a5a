// One MapLibre map with its deck.gl overlay: created, fed, stopped. Knows no React; the page hands it data and takes its stop.
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Layer } from 'deck.gl'
import type { FeatureCollection, Point } from 'geojson'
import {
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibreMap,
  type SourceSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { createListeners } from '../live/listeners.ts'
import type { LiveStore } from '../live/live-store.ts'
import type { JudgedStation } from '../overview/overview.ts'
import type { Box, Room } from './boxes.ts'
import type { Frame } from './camera.ts'
import { drawCentreSign, drawGaugeSign } from './canvas-marks.ts'
import { boundsOf, FOCUS_ZOOM, paddingFor, VILLAGE_ZOOM } from './framing.ts'
import type { Geo } from './geo-query.ts'
import { joinOverlay, type MapOverlay, removeMap } from './map-overlay.ts'
import { listenToPresses, type PressAt } from './map-pointer.ts'
import { offerRedraws } from './map-redraws.ts'
import { BORDER_LAYER, type Borders, type MapLooks, mapStyle } from './map-style.ts'
import { LABEL_FONT, SIGN_PIXELS, sheetOf, textMeasure } from './names-sheet.ts'
import { switchStations } from './station-switch.ts'
import { placedLabels, type VillageLabel } from './village-labels.ts'

setWorkerUrl(workerUrl)

const PLACE_AFTER_MS = 60
/** The lowest layer of our own above the land. */
const ABOVE_BASE = 'land-inner-edge'
const FLIGHT_MS = 1_800
const ZOOM_MS = 300
/** Low: shapes are read, not admired. */
const MAX_PITCH = 35

const flightMs = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FLIGHT_MS)

/** Longitude and latitude, and the zoom of the map's own scale. */
export type KeptView = { readonly center: [number, number]; readonly zoom: number }

export type DrawnMapOptions = {
  readonly container: HTMLElement
  readonly geo: Geo
  readonly looks: MapLooks
  /** The panel that lies on the map, if any. */
  readonly legend: () => HTMLElement | null
  readonly live: LiveStore
  readonly onLost: () => void
  /** Where somebody has moved the map to: outlives this drawing of it. */
  readonly kept: { current: KeptView | undefined }
  /** Somebody moved it, and it has come to a stand. */
  readonly onKept: (view: KeptView) => void
  /** With it the map can be moved and its villages chosen. */
  readonly onVillage: ((outlineCode: string) => void) | undefined
  /** Asked before the villages. */
  readonly pressAt: PressAt
}

/** Layers of deck.gl, lowest first. */
export type OverlayLayers = { readonly below: readonly Layer[]; readonly above: readonly Layer[] }

export type DrawnMap = {
  /** `isOn` false = not drawn, but followed. */
  readonly setStations: (judged: readonly JudgedStation[], isOn: boolean) => void
  /** @param longestNote the widest note there can be */
  readonly setVillages: (labels: readonly VillageLabel[], longestNote: string) => void
  readonly setGauges: (gauges: FeatureCollection<Point>) => void
  /** The commune's code, or undefined for none. */
  readonly select: (code: string | undefined) => void
  /** Flies there; at once where motion isn't wanted. Names are placed anew on arrival. */
  readonly look: (frame: Frame, pitch: number) => void
  /** Nearer or, negative, farther by so many steps, from where it stands; 0 = back to what it was told to look at. */
  readonly zoomBy: (steps: number) => void
  /** The same to a view that somebody kept, as if they had moved there now. */
  readonly show: (view: KeptView) => void
  readonly setBorders: (borders: Borders) => void
  /** Areas in CSS pixels of the map where no name may stand. */
  readonly setKeepClear: (boxes: readonly Box[]) => void
  /** Longitude and latitude to CSS pixels of the map, as it stands. */
  readonly project: (at: readonly [number, number]) => readonly [number, number]
  /** Of a text at label size, in CSS pixels. */
  readonly widthOf: (text: string) => number
  readonly zoom: () => number
  /** Where something may be written, in CSS pixels of the map. */
  readonly room: () => Room
  /** The map has come to a stand, and its names are placed. */
  readonly onNamed: (listener: () => void) => () => void
  /** What lies below and above the stations. */
  readonly setLayers: (layers: OverlayLayers) => void
  /** Between the land and everything of our own. */
  readonly addBase: (id: string, source: SourceSpecification, layers: readonly LayerSpecification[]) => void
}

/** `ready` resolves once the style is drawn; `stop` works at any time, also before that. */
export function drawMap(options: DrawnMapOptions): { readonly ready: Promise<DrawnMap>; readonly stop: () => void } {
  const { container, geo, looks } = options
  const centres = geo.places.features.filter(({ properties }) => properties.kind === 'operations_centre')
  const padding = () =>
    paddingFor(container.clientWidth, container.clientHeight, looks.label, options.legend()?.offsetWidth ?? 0)
  const map = new MapLibreMap({
    container,
    style: mapStyle(geo, looks),
    bounds: [...boundsOf(geo.communes)],
    fitBoundsOptions: { padding: padding() },
    attributionControl: false,
    fadeDuration: 0,
    interactive: options.onVillage !== undefined,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: MAX_PITCH,
    minZoom: 7,
    maxZoom: 14,
    renderWorldCopies: false,
    // Tiles are cut from what lies in memory: none is worth keeping on the graphics card for later.
    maxTileCacheSize: 8,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.once('style.load', () => {
    const ratio = window.devicePixelRatio
    const size = SIGN_PIXELS * looks.unit
    map.addImage('gauge', drawGaugeSign(size, ratio, looks.palette), { pixelRatio: ratio })
    map.addImage('centre', drawCentreSign(size, ratio, looks.palette), { pixelRatio: ratio })
  })
  // Capturing: this event doesn't bubble, and either canvas can lose its own. Neither hears of it: one that mended itself would stay.
  const lose = (event: Event) => {
    event.stopPropagation()
    options.onLost()
  }
  container.addEventListener('webglcontextlost', lose, true)
  let replace = () => {}
  let frame: Frame = { kind: 'bounds', bounds: boundsOf(geo.communes), isWhole: true }
  let pitchWanted = 0
  let keepClear: readonly Box[] = []
  const goTo = (duration: number) => {
    if (frame.kind === 'place')
      map.flyTo({ center: [...frame.position], zoom: FOCUS_ZOOM, pitch: pitchWanted, duration })
    else {
      const [w, so, e, n] = frame.bounds
      map.fitBounds([w, so, e, n], { padding: padding(), pitch: pitchWanted, duration, maxZoom: VILLAGE_ZOOM })
    }
  }
  let hasMoved = false
  const keepView = () => {
    hasMoved = true
    const view: KeptView = { center: map.getCenter().toArray(), zoom: map.getZoom() }
    options.kept.current = view
    options.onKept(view)
  }
  let placing: ReturnType<typeof setTimeout> | undefined
  const resized = new ResizeObserver(() => {
    map.resize()
    // Whoever has moved the map keeps what they look at.
    if (!hasMoved) goTo(0)
    replace()
  })
  resized.observe(container)
  const panel = options.legend()
  if (panel) resized.observe(panel)
  let stopStations = () => {}
  let isStopped = false
  let overlay: MapOverlay | undefined
  const redraws = offerRedraws(map)
  // The overlay joins after the style: earlier its layers would have nothing to stand on.
  const ready = Promise.all([map.once('load'), document.fonts.load(LABEL_FONT, 'Aa Đốề')]).then(() => {
    // Nobody waits for it any more.
    if (isStopped) return new Promise<DrawnMap>(() => {})
    const joined = joinOverlay(map, redraws)
    overlay = joined
    let others: OverlayLayers = { below: [], above: [] }
    const show = () => joined.show([...others.below, ...stations.layers(), ...others.above])
    const stations = switchStations(show, options.live, looks)
    stopStations = stations.stop
    if (options.onVillage) listenToPresses(map, options.onVillage, options.pressAt)
    const setSource = (id: string, data: FeatureCollection<Point>) =>
      void map.getSource<GeoJSONSource>(id)?.setData(data)
    let labels: readonly VillageLabel[] = []
    let longestNote = ''
    let gauges: FeatureCollection<Point> | undefined
    let borders: Borders = 'districts'
    const measure = textMeasure(looks.label)
    let room: Room = { area: { left: 0, top: 0, right: 0, bottom: 0 }, taken: [] }
    const named = createListeners<void>()
    const placeNames = () => {
      const signs = !looks.hasSigns
        ? []
        : [...centres, ...(gauges?.features ?? [])].map(({ geometry }) => geometry.coordinates)
      const units = borders === 'communes' ? geo.currentCommunes : geo.districts
      const sheet = sheetOf(map, options, measure, signs)
      const panels = [...sheet.panels, ...keepClear]
      const placed = placedLabels(labels, geo, { ...sheet, panels, units, longestNote })
      setSource('villages', placed.villages)
      setSource('river-names', placed.rivers)
      setSource('district-names', placed.districts)
      room = { area: sheet.area, taken: [...placed.boxes, ...panels] }
      named.tell()
    }
    // What comes together is placed once: a source changed twice at once may go on showing the first.
    replace = () => {
      clearTimeout(placing)
      placing = setTimeout(placeNames, PLACE_AFTER_MS)
    }
    // Where the map comes to a stand, whoever moved it, its names are placed for what is then in sight.
    map.on('moveend', ({ originalEvent }) => {
      if (originalEvent) keepView()
      replace()
    })
    let isFresh = true
    let selected: string | undefined
    const drawn: DrawnMap = {
      setStations: stations.set,
      setVillages: (villages, note) => {
        // Handed over every second; placed anew only when a name or a note differs.
        if (JSON.stringify(villages) === JSON.stringify(labels)) return
        labels = villages
        longestNote = note
        replace()
      },
      setGauges: points => {
        gauges = points
        setSource('gauges', points)
        replace()
      },
      look: (next, pitch) => {
        frame = next
        pitchWanted = Math.min(pitch, MAX_PITCH)
        const { current: kept } = options.kept
        if (isFresh && kept) {
          hasMoved = true
          map.jumpTo({ ...kept, pitch: pitchWanted })
        } else {
          hasMoved = false
          options.kept.current = undefined
          // A map that was just made looks there at once: after a loss nobody is flown about.
          goTo(isFresh ? 0 : flightMs())
        }
        isFresh = false
      },
      zoomBy: steps => {
        const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ZOOM_MS
        hasMoved = steps !== 0
        if (steps === 0) goTo(duration)
        else map.zoomTo(map.getZoom() + steps, { duration })
      },
      show: view => {
        hasMoved = true
        options.kept.current = view
        map.flyTo({ ...view, duration: flightMs() })
      },
      setBorders: next => {
        borders = next
        for (const one of ['communes', 'districts'] as const)
          map.setLayoutProperty(BORDER_LAYER[one], 'visibility', one === next ? 'visible' : 'none')
        replace()
      },
      setKeepClear: boxes => {
        keepClear = boxes
        replace()
      },
      project: ([lon, lat]) => {
        const { x, y } = map.project([lon, lat])
        return [x, y]
      },
      widthOf: measure,
      zoom: () => map.getZoom(),
      room: () => room,
      onNamed: named.add,
      setLayers: layers => {
        others = layers
        show()
      },
      addBase: (id, source, layers) => {
        map.addSource(id, source)
        for (const layer of layers) map.addLayer(layer, ABOVE_BASE)
      },
      select: code => {
        if (selected !== undefined) map.removeFeatureState({ source: 'communes', id: selected })
        if (code !== undefined) map.setFeatureState({ source: 'communes', id: code }, { selected: true })
        selected = code
      },
    }
    return drawn
  })
  return {
    ready,
    stop: () => {
      container.removeEventListener('webglcontextlost', lose, true)
      resized.disconnect()
      clearTimeout(placing)
      stopStations()
      redraws.stop()
      isStopped = true
      if (overlay) overlay.remove()
      else removeMap(map)
    },
  }
}
