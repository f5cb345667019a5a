// Binds the live layers to React: what each shows is worked out when its data change, and only while it is on.
import { useQueries } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo } from 'react'
import type { Palette } from '../../design/palette.ts'
import { sumOf } from '../../history/day-figures.ts'
import { historyQuery } from '../../history/history-query.ts'
import { TREND_POINTS } from '../../history/trend-line.tsx'
import { useLive, useMoment } from '../../live/live-hooks.tsx'
import { valuesOf } from '../../overview/extremes.ts'
import { useOverview } from '../../overview/overview-hooks.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import type { MapCamera } from '../camera.ts'
import type { DrawnMap } from '../drawn-map.ts'
import type { Geo } from '../geo-query.ts'
import { ALARM_SIGNS } from './alarm-signs.ts'
import { drawGlow, type GlowKind, glowLayers, glowShare } from './glow.ts'
import { useAlarmSigns, useStandingAreas, useWaterStaffs } from './layer-data.ts'
import type { MapLayerId } from './layer-ids.ts'
import { createLayerStack, type LayerStack } from './layer-stack.ts'
import { bow, createDots, type Link, linkLayers } from './links.ts'
import { drawSigns, type PlacedSign, signLayer } from './sign-layer.ts'
import { standingLayers } from './standing.ts'
import type { PlacedValue } from './station-values.ts'
import { useStationValues } from './use-station-values.ts'
import { centrePlace, villagePlaces } from './village-places.ts'
import { drawStaffAtlas, type WaterStaff, waterLayers } from './water-levels.ts'
import { WORK_SIGNS, workSigns } from './works.ts'

export type LayerOptions = {
  /** Undefined until the map is drawn. */
  readonly drawn: DrawnMap | undefined
  readonly layers: ReadonlySet<MapLayerId>
  readonly camera: MapCamera
  readonly pitch: number
  readonly geo: Geo
  /** The station (device) that is chosen. */
  readonly stationId: string | undefined
  readonly label: number
  readonly unit: number
  readonly palette: Palette
}

/** @returns what is written beside the stations, as it stands */
export function useLayers(options: LayerOptions): RefObject<readonly PlacedValue[]> {
  const { drawn } = options
  const stack = useMemo(() => drawn && createLayerStack(drawn.setLayers), [drawn])
  useStanding(stack, options)
  useWater(stack, options)
  useGlow(stack, options, 'rain')
  useGlow(stack, options, 'pests')
  useWorks(stack, options)
  const alarms = useAlarms(stack, options)
  useLinks(stack, options)
  return useStationValues(stack, options, alarms)
}

type Stack = LayerStack | undefined

function useStanding(stack: Stack, { layers, geo, pitch, palette }: LayerOptions): void {
  const areas = useStandingAreas(layers.has('standing'), geo)
  useEffect(
    () => stack?.set('standing', areas.length > 0 ? standingLayers(areas, pitch > 0, palette) : []),
    [stack, areas, pitch, palette],
  )
}

function useWater(stack: Stack, { layers, unit, palette }: LayerOptions): void {
  const isOn = layers.has('water')
  const atlas = useMemo(() => (isOn ? drawStaffAtlas(palette) : undefined), [isOn, palette])
  const staffs = useWaterStaffs(isOn)
  // Compared by what is seen: ages alone draw nothing anew.
  const key = JSON.stringify(staffs)
  useEffect(() => {
    const shown = JSON.parse(key) as WaterStaff[]
    stack?.set('water', atlas && shown.length > 0 ? waterLayers(shown, atlas, unit) : [])
  }, [stack, atlas, key, unit])
}

const GLOW_QUANTITY: Readonly<Record<GlowKind, string>> = { rain: 'rainfall', pests: 'light_trap_count' }

function useGlow(stack: Stack, { layers, unit, palette }: LayerOptions, kind: GlowKind): void {
  const isOn = layers.has(kind)
  const { state, serverNow } = useMoment()
  const overview = useOverview()
  const atlas = useMemo(() => (isOn ? drawGlow() : undefined), [isOn])
  const values =
    isOn && overview
      ? valuesOf(state, GLOW_QUANTITY[kind], overview).filter(({ freshness }) => freshness === 'live')
      : []
  const histories = useQueries({
    queries: kind === 'rain' ? values.map(({ series }) => historyQuery(series.id, serverNow, TREND_POINTS)) : [],
  })
  const glows = values.map(({ series, value }, i) => {
    const history = histories[i]?.data
    return {
      at: [series.lon, series.lat] as const,
      share: glowShare(kind, kind === 'rain' ? ((history && sumOf(history)) ?? 0) : value),
    }
  })
  const key = JSON.stringify(glows)
  useEffect(() => {
    stack?.set(kind, atlas ? glowLayers(kind, JSON.parse(key) as typeof glows, atlas, { unit, palette }) : [])
  }, [stack, kind, atlas, key, unit, palette])
}

function useWorks(stack: Stack, { layers, unit, palette }: LayerOptions): void {
  const isOn = layers.has('works')
  const { state } = useMoment()
  const overview = useOverview()
  const atlas = useMemo(() => (isOn ? drawSigns(WORK_SIGNS) : undefined), [isOn])
  const key = JSON.stringify(isOn && overview ? workSigns(state, overview, unit, palette) : [])
  useEffect(() => {
    const signs = JSON.parse(key) as ReturnType<typeof workSigns>
    stack?.set('works', atlas && signs.length > 0 ? [signLayer('works', signs, atlas)] : [])
  }, [stack, atlas, key])
}

function useAlarms(stack: Stack, { layers, geo, unit }: LayerOptions): readonly PlacedSign[] {
  const isOn = layers.has('alarms')
  const atlas = useMemo(() => (isOn ? drawSigns(ALARM_SIGNS) : undefined), [isOn])
  const signs = useAlarmSigns(isOn, geo, unit)
  useEffect(
    () => stack?.set('alarms', atlas && signs.length > 0 ? [signLayer('alarms', signs, atlas)] : []),
    [stack, atlas, signs],
  )
  return signs
}

function useLinks(stack: Stack, { layers, geo, unit, palette }: LayerOptions): void {
  const isOn = layers.has('links')
  const live = useLive()
  const { data: registry } = useRegistry()
  const links = useMemo((): readonly Link[] => {
    const centre = centrePlace(geo)
    if (!isOn || !registry || !centre) return []
    return [...villagePlaces(registry, geo)].map(([villageId, at]) => ({ villageId, path: bow(at, centre) }))
  }, [isOn, registry, geo])
  useEffect(() => {
    if (!stack || links.length === 0) {
      stack?.set('links', [])
      return undefined
    }
    const dots = createDots(links)
    const draw = (count: number) => stack.set('links', linkLayers(links, dots, count, { unit, palette }))
    draw(0)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined
    const linkOf = new Map(links.map(({ villageId }, i) => [villageId, i]))
    let scheduled = 0
    const step = () => {
      scheduled = 0
      const count = dots.move(performance.now())
      draw(count)
      if (count > 0) scheduled = requestAnimationFrame(step)
    }
    const stop = live.onReadings(({ kind, indexes }) => {
      if (kind === 'snapshot') return
      const { catalogue } = live.moment().state
      const now = performance.now()
      for (const n of indexes) {
        const link = linkOf.get(
          catalogue[n]?.n === n ? (catalogue[n]?.village ?? '') : (catalogue.find(one => one.n === n)?.village ?? ''),
        )
        if (link !== undefined) dots.send(link, now)
      }
      scheduled ||= requestAnimationFrame(step)
    })
    return () => {
      stop()
      cancelAnimationFrame(scheduled)
    }
  }, [stack, links, live, unit, palette])
}
