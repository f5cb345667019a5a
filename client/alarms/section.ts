// The parts of the Alarms area and their addresses. Pure.
export const SECTIONS = ['desk', 'history', 'scorecard', 'rules', 'outbox'] as const
export type Section = (typeof SECTIONS)[number]

export type Place = { readonly section: Section /** A rule's id, say. */; readonly id: string | undefined }

/** Anything unknown is the desk. */
export function placeOf(pathname: string): Place {
  const [area, first, id] = pathname.split('/').filter(part => part !== '')
  const section = area === 'alarms' ? SECTIONS.find(one => one === first) : undefined
  return section ? { section, id } : { section: 'desk', id: undefined }
}

/** Keeps the language and the instant of the past. */
export function addressOf(section: Section, id?: string, search = location.search): string {
  const from = new URLSearchParams(search)
  const to = new URLSearchParams()
  if (from.get('lang') === 'en') to.set('lang', 'en')
  const at = from.get('at')
  if (at !== null) to.set('at', at)
  const path = ['/alarms', section === 'desk' ? '' : section, id ?? ''].filter(Boolean).join('/')
  return to.size > 0 ? `${path}?${to}` : path
}
