// The parts of the Programme area and their addresses. Pure.
export const SECTIONS = [
  'overview',
  'villages',
  'criteria',
  'tasks',
  'funding',
  'reports',
  'obstacles',
  'records',
  'history',
  'settings',
] as const
export type Section = (typeof SECTIONS)[number]

export type Place = { readonly section: Section /** A village's id, say. */; readonly id: string | undefined }

/** Anything unknown is the overview. */
export function placeOf(pathname: string): Place {
  const [area, first, id] = pathname.split('/').filter(part => part !== '')
  const section = area === 'programme' ? SECTIONS.find(one => one === first) : undefined
  return section ? { section, id } : { section: 'overview', id: undefined }
}

/** Keeps what every part shares: language, day of the past, whose names. */
export function addressOf(section: Section, id?: string, search = location.search): string {
  const from = new URLSearchParams(search)
  const to = new URLSearchParams()
  for (const name of ['lang', 'at', 'basis']) {
    const value = from.get(name)
    if (value !== null) to.set(name, value)
  }
  const path = ['/programme', section === 'overview' ? '' : section, id ?? ''].filter(Boolean).join('/')
  return to.size > 0 ? `${path}?${to}` : path
}
