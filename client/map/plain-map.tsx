// The map without WebGL: the same data as plain SVG, so that the stations are never lost from sight.

import type { Position } from 'geojson'
import { useTranslation } from 'react-i18next'
import { MARK_SHAPE } from '../design/mark-shapes.ts'
import type { Overview } from '../overview/overview.ts'
import { MARKS_WORST_FIRST, type Mark } from '../overview/stations.ts'
import { useRegistry } from '../registry/registry-query.ts'
import type { Point } from './boxes.ts'
import { type Frame, frameOf, type MapCamera } from './camera.ts'
import { type Bounds, boundsOf } from './framing.ts'
import type { Geo } from './geo-query.ts'
import { LINE_HEIGHT, placeLabels } from './label-placement.ts'
import type { MapLayerId } from './layers/layer-ids.ts'
import type { Borders } from './map-style.ts'
import { PlainSigns, PlainStandings } from './plain-layers.tsx'
import styles from './plain-map.module.css'
import { codeOfOutline } from './village-labels.ts'

const HEIGHT = 1000
/** Size of a name, and room for names east of the province, in drawing units. */
const NAME_SIZE = 27
const NAME_ROOM = 120
const EDGE = 20
/** A station that is well is small, one that is not is seen. */
const markSize = (mark: Mark): number => (mark === 'normal' ? 12 : 22)

type Props = {
  readonly geo: Geo
  readonly overview: Overview | undefined
  readonly borders: Borders
  readonly camera: MapCamera
  readonly layers: ReadonlySet<MapLayerId>
}
/** Around a place, in degrees. */
const PLACE_EASE = 0.08

/** Degrees to drawing units; at this latitude and size a plain cosine is as good as any projection. */
function projection([west, south, east, north]: Bounds) {
  const scale = HEIGHT / (north - south)
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  return {
    width: (east - west) * scale * shrink,
    x: (lon: number) => (lon - west) * scale * shrink,
    y: (lat: number) => (north - lat) * scale,
  }
}

export function PlainMap({ geo, overview, borders, camera, layers }: Props) {
  const { t } = useTranslation('map')
  const { data: registry } = useRegistry()
  const { width, x, y } = projection(boundsOf(geo.province))
  const path = (line: readonly Position[]) =>
    `M${line.map(([lon = 0, lat = 0]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}`
  const rings = (collection: Geo['province'] | Geo['communes'] | Geo['districts']) =>
    collection.features.map(feature => (
      <path key={feature.id} d={feature.geometry.coordinates.map(ring => `${path(ring)}Z`).join('')} />
    ))
  const names = placedNames(geo, x, y, width)
  const codeOf = (id: string) => {
    const village = registry?.villages.find(one => one.id === id)
    return village && codeOfOutline(village.outlineId)
  }
  const view = viewOf(frameOf(camera, geo, codeOf), { x, y, width })
  const viewBox = `${view.left} ${view.top} ${view.width} ${view.height}`
  // What is near is drawn smaller by so much, so that it is seen at the same size.
  const scale = view.height / (HEIGHT + 2 * EDGE)
  // What is drawn last lies on top: the worst.
  const stations = [...(layers.has('stations') ? (overview?.stations ?? []) : [])].sort(
    (a, b) => MARKS_WORST_FIRST.indexOf(b.mark) - MARKS_WORST_FIRST.indexOf(a.mark),
  )
  return (
    <figure className={styles.plain} data-map="plain">
      <svg
        viewBox={viewBox}
        preserveAspectRatio={camera.kind === 'province' ? 'xMaxYMid' : 'xMidYMid'}
        role="img"
        aria-label={t('label')}
      >
        <g className={styles.land}>{rings(geo.province)}</g>
        <g className={styles.border} data-borders={borders}>
          {rings(borders === 'communes' ? geo.currentCommunes : geo.districts)}
        </g>
        <g className={styles.river}>
          {geo.waterways.features.map(feature => (
            <path key={feature.id} data-class={feature.properties.class} d={path(feature.geometry.coordinates)} />
          ))}
        </g>
        <PlainStandings {...{ geo, layers, path }} />
        <g className={styles.village}>{rings(geo.communes)}</g>
        <g className={styles.name}>
          {names.map(({ name, at, anchor }) => (
            <text key={name} x={at[0]} y={at[1]} data-anchor={anchor}>
              {name}
            </text>
          ))}
        </g>
        <PlainSigns {...{ geo, layers, x, y, scale }} />
        {stations.map(({ station, mark }) => {
          const size = markSize(mark) * scale
          return (
            <g
              key={station.id}
              className={styles.mark}
              data-mark={mark}
              transform={`translate(${x(station.lon) - size / 2} ${y(station.lat) - size / 2}) scale(${size / 24})`}
            >
              <path d={MARK_SHAPE[mark].path} fill={MARK_SHAPE[mark].isFilled ? 'currentColor' : 'none'} />
            </g>
          )
        })}
      </svg>
      <figcaption>{t('plain')}</figcaption>
    </figure>
  )
}

/** The part of the drawing that the camera looks at. */
function viewOf(frame: Frame, { x, y, width }: ReturnType<typeof projection>) {
  if (frame.kind === 'bounds' && frame.isWhole)
    return { left: -EDGE, top: -EDGE, width: width + NAME_ROOM + 2 * EDGE, height: HEIGHT + 2 * EDGE }
  const [west, south, east, north] =
    frame.kind === 'bounds'
      ? frame.bounds
      : [
          frame.position[0] - PLACE_EASE,
          frame.position[1] - PLACE_EASE,
          frame.position[0] + PLACE_EASE,
          frame.position[1] + PLACE_EASE,
        ]
  return { left: x(west), top: y(north), width: x(east) - x(west), height: y(south) - y(north) }
}

/** Widths are guessed from the number of letters: this stand-in needs no canvas to measure on. */
function placedNames(geo: Geo, x: (lon: number) => number, y: (lat: number) => number, width: number) {
  const toPoint = ([lon = 0, lat = 0]: Position): Point => [x(lon), y(lat)]
  const outlines = geo.communes.features.map(({ properties, geometry }) => ({
    name: properties.name,
    ring: (geometry.coordinates[0] ?? []).map(toPoint),
    width: properties.name.length * NAME_SIZE * 0.58,
    height: NAME_SIZE * LINE_HEIGHT,
    noteWidth: 0,
  }))
  const rivers = geo.waterways.features
    .filter(({ properties }) => properties.class === 'river')
    .map(({ geometry }) => geometry.coordinates.map(toPoint))
  const area = { left: 0, top: 0, right: width + NAME_ROOM, bottom: HEIGHT }
  return placeLabels(outlines, { area, panels: [], signs: [], rivers }, 8).map(({ at, anchor }, i) => ({
    name: outlines[i]?.name ?? '',
    at,
    anchor,
  }))
}
