// The areas that people sit in front of, and where each begins. Pure.
import { addressPlus } from './address.ts'

export const AREAS = ['map', 'programme', 'alarms', 'handover', 'displays'] as const
export type Area = (typeof AREAS)[number]

/** The kind of page that each begins with. */
export const PAGE_OF_AREA = {
  map: 'desktop',
  programme: 'programme',
  alarms: 'alarms',
  handover: 'handover',
  displays: 'displays',
} as const

const START: Readonly<Record<Area, string>> = {
  map: '/',
  programme: '/programme',
  alarms: '/alarms',
  handover: '/handover',
  displays: '/admin/displays',
}

/** Keeps the language, which all areas share, and the instant where the area can show the past. */
export function addressOfArea(area: Area, search = location.search): string {
  const at = area === 'displays' ? null : new URLSearchParams(search).get('at')
  return addressPlus(addressInLanguage(START[area], search), { at: at ?? undefined })
}

/** A page outside of the areas, in the same language. */
export const addressInLanguage = (path: string, search = location.search): string =>
  new URLSearchParams(search).get('lang') === 'en' ? `${path}?lang=en` : path
