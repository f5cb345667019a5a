// The map as a panel: legend, attribution, and what to do when the graphics context is lost or was never there.
import './words/vocabulary.ts'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PALETTES } from '../design/palette.ts'
import { useTheme } from '../design/theme.ts'
import { reloadOnceIfServed } from '../live/page-reload.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { useHasBasemap } from './basemap/basemap-query.ts'
import type { Box } from './boxes.ts'
import type { MapCamera } from './camera.ts'
import { nextStepAfterLoss } from './context-loss.ts'
import type { KeptView } from './drawn-map.ts'
import { type Geo, useGeo } from './geo-query.ts'
import type { MapLayerId } from './layers/layer-ids.ts'
import { Legend } from './legend.tsx'
import { MapSheet, type MapZoom, type PressedPlace } from './map-sheet.tsx'
import type { Borders } from './map-style.ts'
import styles from './map-view.module.css'
import { PlainMap } from './plain-map.tsx'
import { codeOfOutline } from './village-labels.ts'

type Props = {
  /** Label size and stroke unit in CSS pixels. */
  readonly label: number
  readonly unit: number
  /**
   * On the map at its lower left, in a row below it, or elsewhere on the page. A short one explains the layers only,
   * and the map then shows no other signs.
   */
  readonly legend: 'full' | 'short' | 'below' | 'below-short' | 'none'
  readonly layers: readonly MapLayerId[]
  readonly borders: Borders
  readonly camera: MapCamera
  /** Degrees, at most 35. */
  readonly pitch?: number | undefined
  /** Areas in CSS pixels of the map where no name may stand. */
  readonly keepClear?: readonly Box[]
  readonly selectedVillageId?: string | undefined
  /** The villages that are drawn, and framed as the whole; undefined = all. The same set as long as they are the same. */
  readonly only?: ReadonlySet<string> | undefined
  readonly zoom?: MapZoom | undefined
  /** Where somebody left the map, instead of what the camera frames; another one is flown to, none is the camera's again. */
  readonly view?: KeptView | undefined
  /** Told where somebody moved the map to. */
  readonly onView?: ((view: KeptView) => void) | undefined
  /** With it the map can be moved, its villages chosen and its layers switched. */
  readonly onVillage?: ((villageId: string) => void) | undefined
  readonly selectedStationId?: string | undefined
  /** A station's mark, or the value beside it, was pressed. */
  readonly onStation?: ((pressed: PressedPlace) => void) | undefined
  readonly onLayer?: ((layer: MapLayerId) => void) | undefined
  readonly onBorders?: ((borders: Borders) => void) | undefined
}

const NOWHERE: readonly Box[] = []
const hasWebGl = () => document.createElement('canvas').getContext('webgl2') !== null

export function MapView(props: Props) {
  const {
    label,
    unit,
    legend,
    layers,
    borders,
    camera,
    pitch = 0,
    keepClear = NOWHERE,
    selectedVillageId,
    only,
    zoom,
  } = props
  const { t } = useTranslation('map')
  const theme = useTheme()
  const overview = useOverview()
  const { geo, failureCount } = useGeoOf(only)
  const legendBox = useRef<HTMLElement>(null)
  const losses = useRef<number[]>([])
  const kept = useRef<KeptView>(props.view)
  const hasBasemap = useHasBasemap()
  const [mount, setMount] = useState(0)
  const [isPlain, setIsPlain] = useState(() => !hasWebGl())
  const isShort = legend === 'short' || legend === 'below-short'
  const on = useSet(layers)

  const onLost = () => {
    const now = performance.now()
    const step = nextStepAfterLoss(losses.current, now)
    losses.current.push(now)
    if (step === 'remount') setMount(before => before + 1)
    else
      void reloadOnceIfServed('graphics').then(isReloading => {
        if (!isReloading) setIsPlain(true)
      })
  }
  return (
    <section className={styles.map} aria-label={t('label')}>
      <div className={styles.sheet}>
        {!geo && <p className={styles.notice}>{t(failureCount > 0 ? 'failed' : 'loading')}</p>}
        {geo && isPlain && <PlainMap geo={geo} overview={overview} borders={borders} camera={camera} layers={on} />}
        {geo && !isPlain && (
          <MapSheet
            // What the drawn map is made of: where that is another, nothing of the one before is held.
            key={`${mount} ${theme} ${label} ${unit} ${isShort} ${props.onVillage !== undefined}`}
            {...{ geo, label, unit, camera, pitch, borders, keepClear, kept, selectedVillageId, only, zoom }}
            palette={PALETTES[theme]}
            layers={on}
            hasSigns={!isShort}
            legend={legendBox}
            view={props.view}
            onView={props.onView}
            onVillage={props.onVillage}
            selectedStationId={props.selectedStationId}
            onStation={props.onStation}
            onLost={onLost}
            onFailed={() => setIsPlain(true)}
          />
        )}
        {(legend === 'full' || legend === 'short') && (
          <div className={styles.legend}>
            <Legend ref={legendBox} layers={on} isNear={camera.kind === 'village'} isShort={isShort} />
          </div>
        )}
      </div>
      {(legend === 'below' || legend === 'below-short') && (
        <div className={styles.legendBelow}>
          <Legend
            layers={on}
            isShort={isShort}
            isRow
            onSwitch={props.onLayer}
            borders={borders}
            onBorders={props.onBorders}
          />
        </div>
      )}
      <p className={styles.attribution} data-legal>
        {t('attribution')}
        {hasBasemap && ` ${t('attributionBase')}`}
      </p>
    </section>
  )
}

/** Undefined until it is here; of some villages only, until it is known which these are. */
function useGeoOf(only: ReadonlySet<string> | undefined): {
  readonly geo: Geo | undefined
  readonly failureCount: number
} {
  const { data, failureCount } = useGeo()
  const { data: registry } = useRegistry()
  const geo = useMemo(() => {
    if (!only || !data) return data
    if (!registry) return undefined
    const own = registry.villages.filter(({ id }) => only.has(id))
    const codes = new Set(own.map(({ outlineId }) => codeOfOutline(outlineId)))
    const features = data.communes.features.filter(({ properties }) => codes.has(properties.code))
    return { ...data, communes: { ...data.communes, features } }
  }, [data, registry, only])
  return { geo, failureCount }
}

/** The same set as long as the same layers are on. */
function useSet(layers: readonly MapLayerId[]): ReadonlySet<MapLayerId> {
  const key = layers.join(' ')
  const [held, setHeld] = useState({ key, set: new Set(layers) })
  if (held.key === key) return held.set
  const set = new Set(layers)
  setHeld({ key, set })
  return set
}
