// One MapLibre map with its deck.gl overlay: created, fed, stopped. Knows no React; the page hands it data and takes its stop.
import 'maplibre-gl/dist/maplibre-gl.css'
import { MapLibreOverlay } from 'deck.gl'
import type { FeatureCollection, Point } from 'geojson'
import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { LiveStore } from '../live/live-store.ts'
import type { JudgedStation } from '../overview/overview.ts'
import type { Box } from './boxes.ts'
import { drawCentreSign, drawGaugeSign } from './canvas-marks.ts'
import { boundsOf, paddingFor } from './framing.ts'
import type { Geo } from './geo-query.ts'
import { type MapSizes, mapStyle } from './map-style.ts'
import { feedStations } from './station-feed.ts'
import { placedLabels, type Sheet, type VillageLabel } from './village-labels.ts'

setWorkerUrl(workerUrl)

const SIGN_PIXELS = 26
const PLACE_AFTER_MS = 60
/** Near enough to see whose station it is, far enough to know where that is. */
const FOCUS_ZOOM = 10.6
const FLIGHT_MS = 1_800
const LABEL_FONT = '600 16px "Be Vietnam Pro"'

export type DrawnMapOptions = {
  readonly container: HTMLElement
  readonly geo: Geo
  readonly sizes: MapSizes
  /** The panel that lies on the map, if any. */
  readonly legend: () => HTMLElement | null
  readonly live: LiveStore
  readonly onLost: () => void
  /** With it the map can be moved and its villages chosen. */
  readonly onVillage: ((outlineCode: string) => void) | undefined
}

export type DrawnMap = {
  readonly setStations: (judged: readonly JudgedStation[]) => void
  /** @param longestNote the widest note there can be */
  readonly setVillages: (labels: readonly VillageLabel[], longestNote: string) => void
  readonly setGauges: (gauges: FeatureCollection<Point>) => void
  /** The commune's code, or undefined for none. */
  readonly select: (code: string | undefined) => void
  /** Goes to a place (lon, lat), or back to the whole; at once where motion isn't wanted. */
  readonly focus: (position: readonly [number, number] | undefined) => void
}

/** `ready` resolves once the style is drawn; `stop` works at any time, also before that. */
export function drawMap(options: DrawnMapOptions): { readonly ready: Promise<DrawnMap>; readonly stop: () => void } {
  const { container, geo, sizes } = options
  const [west, south, east, north] = boundsOf(geo.communes)
  const centres = geo.places.features.filter(({ properties }) => properties.kind === 'operations_centre')
  const padding = () =>
    paddingFor(container.clientWidth, container.clientHeight, sizes.label, options.legend()?.offsetWidth ?? 0)
  const map = new MapLibreMap({
    container,
    style: mapStyle(geo, sizes),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: padding() },
    attributionControl: false,
    fadeDuration: 0,
    interactive: options.onVillage !== undefined,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    minZoom: 7,
    maxZoom: 14,
    renderWorldCopies: false,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.once('style.load', () => {
    const ratio = window.devicePixelRatio
    const size = SIGN_PIXELS * sizes.unit
    map.addImage('gauge', drawGaugeSign(size, ratio), { pixelRatio: ratio })
    map.addImage('centre', drawCentreSign(size, ratio), { pixelRatio: ratio })
  })
  // Capturing, because this event doesn't bubble; two canvases can lose theirs, the map's and the overlay's.
  container.addEventListener('webglcontextlost', options.onLost, true)
  let replace = () => {}
  let isFocused = false
  let placing: ReturnType<typeof setTimeout> | undefined
  const resized = new ResizeObserver(() => {
    map.resize()
    if (!isFocused) map.fitBounds([west, south, east, north], { padding: padding(), animate: false })
    replace()
  })
  resized.observe(container)
  let stopStations = () => {}
  // The overlay joins after the style: earlier its layers would have nothing to stand on.
  const ready = Promise.all([map.once('load'), document.fonts.load(LABEL_FONT, 'Aa Đốề')]).then(() => {
    const overlay = new MapLibreOverlay({ interleaved: false, layers: [] })
    map.addControl(overlay)
    const stations = feedStations(overlay, options.live, sizes.unit)
    stopStations = stations.stop
    if (options.onVillage) listenToVillages(map, options.onVillage)
    const setSource = (id: string, data: FeatureCollection<Point>) => {
      void map.getSource<GeoJSONSource>(id)?.setData(data)
    }
    let labels: readonly VillageLabel[] = []
    let longestNote = ''
    let gauges: FeatureCollection<Point> | undefined
    const measure = textMeasure(sizes.label)
    // Names keep their place beside the outline while somebody zooms; they are placed anew when the map changes its size.
    const placeNames = () => {
      const signs = !sizes.hasSigns
        ? []
        : [...centres, ...(gauges?.features ?? [])].map(({ geometry }) => geometry.coordinates)
      const placed = placedLabels(labels, geo, { ...sheetOf(map, options, measure, signs), longestNote })
      setSource('villages', placed.villages)
      setSource('river-names', placed.rivers)
      setSource('district-names', placed.districts)
    }
    // What comes together is placed once: a source changed twice at once may go on showing the first.
    replace = () => {
      clearTimeout(placing)
      placing = setTimeout(placeNames, PLACE_AFTER_MS)
    }
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
      focus: position => {
        const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FLIGHT_MS
        isFocused = position !== undefined
        if (position) map.flyTo({ center: [...position], zoom: FOCUS_ZOOM, duration })
        else map.fitBounds([west, south, east, north], { padding: padding(), duration })
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
      container.removeEventListener('webglcontextlost', options.onLost, true)
      resized.disconnect()
      clearTimeout(placing)
      stopStations()
      map.remove()
    },
  }
}

function listenToVillages(map: MapLibreMap, onVillage: (code: string) => void): void {
  map.on('click', 'village-fill', ({ features }) => {
    const code = features?.[0]?.id
    if (code !== undefined) onVillage(String(code))
  })
  map.on('mouseenter', 'village-fill', () => map.getCanvas().style.setProperty('cursor', 'pointer'))
  map.on('mouseleave', 'village-fill', () => map.getCanvas().style.removeProperty('cursor'))
}

/** Widths of a text at label size, in the page's own font. */
function textMeasure(label: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  context.font = LABEL_FONT
  return text => (context.measureText(text).width / 16) * label
}

/** The frame as it stands, not as somebody has moved it: what the placement of names is made for. */
function sheetOf(
  map: MapLibreMap,
  { container, sizes, legend }: DrawnMapOptions,
  measure: Sheet['measure'],
  signs: Sheet['signs'],
): Omit<Sheet, 'longestNote'> {
  const { clientWidth: width, clientHeight: height } = container
  const panel = legend()
  const panels: Box[] = panel
    ? [{ left: 0, right: panel.offsetWidth, top: height - panel.offsetHeight - sizes.label, bottom: height }]
    : []
  return {
    project: ([lon = 0, lat = 0]) => {
      const { x, y } = map.project([lon, lat])
      return [x, y]
    },
    unproject: ([x, y]) => map.unproject([x, y]).toArray(),
    measure,
    label: sizes.label,
    riverOffset: sizes.label * 0.55 + 9 * sizes.unit,
    area: { left: sizes.label * 0.2, right: width - sizes.label * 0.2, top: 0, bottom: height },
    panels,
    signs,
    signSize: SIGN_PIXELS * sizes.unit,
  }
}
