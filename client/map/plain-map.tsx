// The map without WebGL: the same data as plain SVG, so that the stations are never lost from sight.

import type { Position } from 'geojson'
import { useTranslation } from 'react-i18next'
import { MARK_SHAPE } from '../design/mark-shapes.ts'
import type { Overview } from '../overview/overview.ts'
import { type Bounds, boundsOf } from './framing.ts'
import type { Geo } from './geo-query.ts'
import styles from './plain-map.module.css'

const HEIGHT = 1000
const MARK_SIZE = 20

type Props = { readonly geo: Geo; readonly overview: Overview | undefined }

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

export function PlainMap({ geo, overview }: Props) {
  const { t } = useTranslation()
  const { width, x, y } = projection(boundsOf(geo.province))
  const path = (line: readonly Position[]) =>
    `M${line.map(([lon = 0, lat = 0]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}`
  const rings = (collection: Geo['province'] | Geo['communes']) =>
    collection.features.map(feature => (
      <path key={feature.id} d={feature.geometry.coordinates.map(ring => `${path(ring)}Z`).join('')} />
    ))
  return (
    <figure className={styles.plain} data-map="plain">
      <svg viewBox={`-20 -20 ${width + 40} ${HEIGHT + 40}`} role="img" aria-label={t('map.label')}>
        <g className={styles.land}>{rings(geo.province)}</g>
        <g className={styles.river}>
          {geo.waterways.features.map(feature => (
            <path key={feature.id} d={path(feature.geometry.coordinates)} />
          ))}
        </g>
        <g className={styles.village}>{rings(geo.communes)}</g>
        {overview?.stations.map(({ station, mark }) => (
          <g
            key={station.id}
            className={styles.mark}
            data-mark={mark}
            transform={`translate(${x(station.lon) - MARK_SIZE / 2} ${y(station.lat) - MARK_SIZE / 2}) scale(${MARK_SIZE / 24})`}
          >
            <path d={MARK_SHAPE[mark].path} fill={MARK_SHAPE[mark].isFilled ? 'currentColor' : 'none'} />
          </g>
        ))}
      </svg>
      <figcaption>{t('map.plain')}</figcaption>
    </figure>
  )
}
