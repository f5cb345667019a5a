// One life of the drawn map: created when mounted, fed with stations, names and the selection, stopped when unmounted.
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { type DrawnMap, drawMap } from './drawn-map.ts'
import type { Geo } from './geo-query.ts'
import styles from './map-view.module.css'
import { codeOfOutline, gaugePoints, villageLabels } from './village-labels.ts'

type Props = {
  readonly geo: Geo
  readonly label: number
  readonly unit: number
  readonly hasSigns: boolean
  readonly legend: RefObject<HTMLElement | null>
  readonly selectedVillageId: string | undefined
  readonly focus: readonly [number, number] | undefined
  readonly onVillage: ((villageId: string) => void) | undefined
  readonly onLost: () => void
  readonly onFailed: () => void
}

export function MapSheet({
  geo,
  label,
  unit,
  hasSigns,
  legend,
  selectedVillageId,
  focus,
  onVillage,
  onLost,
  onFailed,
}: Props) {
  const { t } = useTranslation()
  const live = useLive()
  const overview = useOverview()
  const { data: registry } = useRegistry()
  const container = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnMap>()
  const isInteractive = onVillage !== undefined

  const lose = useEffectEvent(onLost)
  const fail = useEffectEvent(onFailed)
  const choose = useEffectEvent((code: string) => {
    const village = registry?.villages.find(({ outlineId }) => codeOfOutline(outlineId) === code)
    if (village) onVillage?.(village.id)
  })
  useEffect(() => {
    if (!container.current) return undefined
    let isGone = false
    const map = drawMap({
      container: container.current,
      geo,
      sizes: { label, unit, hasSigns },
      legend: () => legend.current,
      live,
      onLost: () => {
        if (!isGone) lose()
      },
      onVillage: isInteractive ? code => choose(code) : undefined,
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
  }, [geo, label, unit, hasSigns, legend, live, isInteractive])

  const labels = useMemo(
    () => registry && villageLabels(registry, overview, (online, total) => t('map.stationCount', { online, total })),
    [registry, overview, t],
  )
  useEffect(() => {
    if (labels) drawn?.setVillages(labels, t('map.stationCount', { online: 88, total: 88 }))
  }, [drawn, labels, t])
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

  const [lon, lat] = focus ?? []
  useEffect(() => {
    if (lon === undefined || lat === undefined) return undefined
    drawn?.focus([lon, lat])
    return () => drawn?.focus(undefined)
  }, [drawn, lon, lat])

  return (
    <>
      <div ref={container} className={styles.canvas} data-map={drawn ? 'drawn' : 'loading'} />
      {!drawn && <p className={styles.notice}>{t('map.loading')}</p>}
    </>
  )
}
