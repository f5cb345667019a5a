// The areas that people sit in front of, and where each begins. Pure.
export const AREAS = ['map', 'programme', 'alarms', 'displays'] as const
export type Area = (typeof AREAS)[number]

const START: Readonly<Record<Area, string>> = {
  map: '/',
  programme: '/programme',
  alarms: '/alarms',
  displays: '/admin/displays',
}

/** Keeps the language, the one thing that all areas share. */
export function addressOfArea(area: Area, search = location.search): string {
  return new URLSearchParams(search).get('lang') === 'en' ? `${START[area]}?lang=en` : START[area]
}
