// The map as a panel: mounts a drawn map, feeds it, remounts it when its graphics context is lost, and stands in when there is none.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../live/live-hooks.tsx'
import { reloadOnceFor } from '../live/page-reload.ts'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { nextStepAfterLoss } from './context-loss.ts'
import { type DrawnMap, drawMap } from './drawn-map.ts'
import { useGeo } from './geo-query.ts'
import { Legend } from './legend.tsx'
import styles from './map-view.module.css'
import { PlainMap } from './plain-map.tsx'
import { codeOfOutline, gaugePoints, villageLabels } from './village-labels.ts'

type Props = {
  /** Label size and stroke unit in CSS pixels. */
  readonly label: number
  readonly unit: number
  /** On the map at its lower left, in a row below it, or elsewhere on the page. */
  readonly legend: 'full' | 'short' | 'below' | 'below-short' | 'none'
  readonly selectedVillageId?: string | undefined
  readonly onVillage?: ((villageId: string) => void) | undefined
}

const hasWebGl = () => document.createElement('canvas').getContext('webgl2') !== null

export function MapView({ label, unit, legend, selectedVillageId, onVillage }: Props) {
  const { t } = useTranslation()
  const live = useLive()
  const overview = useOverview()
  const { data: registry } = useRegistry()
  const { data: geo, isError } = useGeo()
  const container = useRef<HTMLDivElement>(null)
  const legendBox = useRef<HTMLElement>(null)
  const losses = useRef<number[]>([])
  const [mount, setMount] = useState(0)
  const [isPlain, setIsPlain] = useState(() => !hasWebGl())
  const [drawn, setDrawn] = useState<DrawnMap>()
  const clicked = useRef(onVillage)
  clicked.current = onVillage
  const villageOf = useRef((code: string): string | undefined => code)
  villageOf.current = code => registry?.villages.find(({ outlineId }) => codeOfOutline(outlineId) === code)?.id
  const hasSigns = legend !== 'below-short'
  const isInteractive = onVillage !== undefined

  useEffect(() => {
    if (!geo || !container.current || isPlain) return
    let isGone = false
    const onLost = () => {
      if (isGone) return
      const now = performance.now()
      const step = nextStepAfterLoss(losses.current, now, false)
      losses.current.push(now)
      if (step === 'remount') setMount(before => before + 1)
      else if (!reloadOnceFor('graphics')) setIsPlain(true)
    }
    const map = drawMap({
      container: container.current,
      geo,
      sizes: { label, unit, hasSigns },
      legend: () => legendBox.current,
      isInteractive,
      live,
      onLost,
      onVillage: code => {
        const villageId = villageOf.current(code)
        if (villageId) clicked.current?.(villageId)
      },
    })
    map.ready.then(
      ready => {
        if (!isGone) setDrawn(ready)
      },
      () => setIsPlain(true),
    )
    return () => {
      isGone = true
      setDrawn(undefined)
      map.stop()
    }
  }, [geo, label, unit, live, isInteractive, isPlain, mount, hasSigns])

  const labels = useMemo(
    () => registry && villageLabels(registry, overview, (online, total) => t('map.stationCount', { online, total })),
    [registry, overview, t],
  )
  // Recomputed every second with the overview, but handed on only when the words differ.
  const labelText = JSON.stringify(labels)
  useEffect(() => {
    if (labels) drawn?.setVillages(labels)
  }, [drawn, labelText])
  useEffect(() => {
    if (registry) drawn?.setGauges(gaugePoints(registry))
  }, [drawn, registry])
  useEffect(() => {
    if (overview) drawn?.setStations(overview.stations)
  }, [drawn, overview])
  useEffect(() => {
    const village = registry?.villages.find(({ id }) => id === selectedVillageId)
    drawn?.select(village && codeOfOutline(village.outlineId))
  }, [drawn, registry, selectedVillageId])

  return (
    <section
      className={styles.map}
      aria-label={t('map.label')}
      data-map={isPlain ? 'plain' : drawn ? 'drawn' : 'loading'}
    >
      <div className={styles.sheet}>
        {geo && isPlain ? (
          <PlainMap geo={geo} overview={overview} />
        ) : (
          <div key={mount} ref={container} className={styles.canvas} />
        )}
        {!drawn && !isPlain && <p className={styles.notice}>{isError ? t('map.failed') : t('map.loading')}</p>}
        {(legend === 'full' || legend === 'short') && (
          <div className={styles.legend}>
            <Legend ref={legendBox} isShort={legend === 'short'} />
          </div>
        )}
      </div>
      {(legend === 'below' || legend === 'below-short') && (
        <div className={styles.legendBelow}>
          <Legend isShort={legend === 'below-short'} isRow />
        </div>
      )}
      <p className={styles.attribution}>{t('map.attribution')}</p>
    </section>
  )
}
