// The areas that people sit in front of, and where each begins. Pure.
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

/** Keeps the language, the one thing that all areas share. */
export function addressOfArea(area: Area, search = location.search): string {
  return addressInLanguage(START[area], search)
}

/** A page outside of the areas, in the same language. */
export const addressInLanguage = (path: string, search = location.search): string =>
  new URLSearchParams(search).get('lang') === 'en' ? `${path}?lang=en` : path
