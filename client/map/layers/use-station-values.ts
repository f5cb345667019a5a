// On a village's map: what each of its stations measures, placed anew whenever the map or a value is another, and a ring around the
// station that is chosen.
import type { Layer } from 'deck.gl'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { useOverview } from '../../overview/overview-hooks.ts'
import { freshnessAt } from '../../overview/stations.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { ALARM_SIGNS } from './alarm-signs.ts'
import { type LonLat, rgbOf } from './layer-parts.ts'
import type { LayerStack } from './layer-stack.ts'
import { drawSigns, type PlacedSign, signLayer } from './sign-layer.ts'
import { boxAround, type PlacedValue, placeValues, type StationValue, valueLayer } from './station-values.ts'
import type { LayerOptions } from './use-layers.ts'

/** Of a device's own condition: said by its mark. */
const OWN_CONDITION = new Set(['online', 'battery', 'signal'])
const CHOSEN_PIXELS = 34
/** Of a sign's square so much is drawn on. */
const SIGN_SHARE = 0.45

/** @param alarms signs that nothing is written over @returns what is written, as it stands */
export function useStationValues(
  stack: LayerStack | undefined,
  { drawn, layers, camera, stationId, label, unit, palette }: LayerOptions,
  alarms: readonly PlacedSign[],
): RefObject<readonly PlacedValue[]> {
  const { i18n } = useTranslation()
  const isOn = layers.has('stations') && camera.kind === 'village'
  const villageId = camera.kind === 'village' ? camera.villageId : undefined
  const { data: registry } = useRegistry()
  const { state } = useMoment()
  const overview = useOverview()
  const placed = useRef<readonly PlacedValue[]>([])
  const [namings, setNamings] = useState(0)
  useEffect(() => drawn?.onNamed(() => setNamings(count => count + 1)), [drawn])
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const values = useMemo((): readonly StationValue[] => {
    if (!isOn || !registry || !overview) return []
    const quantities = new Map(registry.quantities.map(one => [one.code, one]))
    return overview.stations
      .filter(({ station }) => station.village === villageId)
      .flatMap(({ station }) => {
        const series = station.series.find(({ quantity }) => !OWN_CONDITION.has(quantity))
        const about = series && quantities.get(series.quantity)
        const value = series ? (state.v[series.n] ?? NaN) : NaN
        if (!series || !about || Number.isNaN(state.t[series.n] ?? NaN)) return []
        const named = about.states?.find(one => one.value === value)
        const [number, unitWords] = [formatNumber(value, about.decimals), about.unitLabel[language]]
        // A bare number would say nothing.
        const bare = unitWords === '' ? `${about.name[language]} ${number}` : `${number} ${unitWords}`
        return [
          {
            station: station.id,
            series: series.id,
            at: [station.lon, station.lat] as LonLat,
            text: named ? named[language] : bare,
            freshness: freshnessAt(state, series, overview.at, overview.isLinkLost),
          },
        ]
      })
  }, [isOn, registry, overview, state, villageId, language])
  const marks = isOn ? (overview?.stations ?? []).map(({ station }): LonLat => [station.lon, station.lat]) : []
  const chosen = isOn ? overview?.stations.find(({ station }) => station.id === stationId)?.station : undefined
  const ring = useMemo(() => (isOn ? drawSigns({ ring: ALARM_SIGNS.ring }) : undefined), [isOn])
  // What is placed depends on where the map and its names have come to.
  const key = JSON.stringify([namings, values, marks, isOn ? alarms : [], chosen && [chosen.lon, chosen.lat]])
  useEffect(() => {
    const [, known, all, signs, at] = JSON.parse(key) as [
      number,
      StationValue[],
      LonLat[],
      PlacedSign[],
      LonLat | null | undefined,
    ]
    placed.current = []
    const shown: Layer[] = []
    if (drawn && known.length > 0) {
      const { area, taken } = drawn.room()
      const signBoxes = signs.map(sign => boxAround(drawn.project(sign.at), sign.size * SIGN_SHARE))
      const room = { area, taken: [...taken, ...signBoxes] }
      placed.current = placeValues(known, all, room, drawn.project, drawn.widthOf, label)
      shown.push(valueLayer(placed.current, label, palette))
    }
    if (at && ring) {
      const sign = { at, sign: 'ring', colour: rgbOf(palette.lotus), size: CHOSEN_PIXELS * unit }
      shown.unshift(signLayer('chosen-station', [sign], ring))
    }
    stack?.set('stations', shown)
  }, [stack, drawn, key, label, unit, palette, ring])
  return placed
}
