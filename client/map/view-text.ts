// Where somebody left the map, as text in an address: "105.6342,10.4567,9.85". Pure.
import type { KeptView } from './drawn-map.ts'

/** A metre or so. */
const PLACE_DECIMALS = 5
const ZOOM_DECIMALS = 2
const MAX_ZOOM = 24
const NUMBER = /^-?\d{1,3}(?:\.\d{1,12})?$/

export const viewText = ({ center: [lon, lat], zoom }: KeptView): string =>
  [lon.toFixed(PLACE_DECIMALS), lat.toFixed(PLACE_DECIMALS), zoom.toFixed(ZOOM_DECIMALS)].map(Number).join(',')

/** Undefined for what isn't one: an address from elsewhere is no reason to show nothing. */
export function viewIn(text: string | null): KeptView | undefined {
  const parts = text?.split(',') ?? []
  if (parts.length !== 3 || !parts.every(part => NUMBER.test(part))) return undefined
  const [lon = 0, lat = 0, zoom = 0] = parts.map(Number)
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= MAX_ZOOM
  return isOnEarth ? { center: [lon, lat], zoom } : undefined
}
